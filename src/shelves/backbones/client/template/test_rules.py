"""Tests of the rules of my_component."""

from datetime import UTC, datetime

import pytest

from my_package.my_component_rules import (
    address,
    base_address,
    pause,
    problem_members,
    refuse_header,
    retry_after,
)

BASE = "https://example.org/v1"
SOMEBODY = "user:word"
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org", "https://example.org"),
        ("https://example.org/", "https://example.org"),
        ("http://localhost:8000/v1/", "http://localhost:8000/v1"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_a_base_loses_the_slash_at_its_end(given: str, kept: str) -> None:
    assert base_address(given) == kept


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https:///v1",
        "https://[",
        "https://exam%70le.org",
        "https://user@example.org",
        f"https://{SOMEBODY}@example.org",
        "https://example.org?token=1",
        "https://example.org#part",
        "https://example.org/a b",
        "https://example.org\\@elsewhere.example",
        "https://example.org:port",
        "https://example.org/\n",
    ],
)
def test_a_base_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="base URL"):
        base_address(wrong)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), ""),
        (("items", "7"), "/items/7"),
        (("a/b",), "/a%2Fb"),
        (("a?b#c",), "/a%3Fb%23c"),
        (("..%2f..",), "/..%252f.."),
        (("%2e%2e",), "/%252e%252e"),
        (("\\", "ü"), "/%5C/%C3%BC"),
        (("https://elsewhere.example",), "/https%3A%2F%2Felsewhere.example"),
    ],
)
def test_a_part_of_a_path_stays_within_its_part(path: tuple[str, ...], found: str) -> None:
    assert str(address(BASE, path)) == BASE + found


@pytest.mark.parametrize("part", ["", ".", ".."])
def test_a_part_that_leads_elsewhere_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="no part of a path"):
        address(BASE, ("items", part))


def test_an_address_that_no_server_would_take_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        address(BASE, ("x" * 100_000,))


def test_a_query_is_put_behind_the_path() -> None:
    url = address(BASE, ("items",), {"q": "a&b", "open": True, "page": 2})
    assert str(url) == f"{BASE}/items?q=a%26b&open=true&page=2"


@pytest.mark.parametrize(
    ("name", "value"), [("", "x"), ("a b", "x"), ("A", ""), ("A", "x\r\nB: y"), ("A", "ü")]
)
def test_a_header_that_cannot_be_sent_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="header"):
        refuse_header(name, value)


def test_pauses_double_up_to_the_longest() -> None:
    assert [pause(attempt, 0.5, 3.0, 1.0) for attempt in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, 3.0]
    assert pause(10_000, 0.5, 3.0, 0.5) == 1.5
    assert pause(1, 0.5, 3.0, 0.0) == 0.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-1", None),
        ("1.5", None),
        ("9" * 400, None),
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Sat, 31 Jan 2026 12:01:00 GMT", 60.0),
        ("Sat, 31 Jan 2026 12:01:00 -0000", 60.0),
        ("Sat, 31 Jan 2026 13:01:00 +0100", 60.0),
        ("Fri, 30 Jan 2026 12:00:00 GMT", 0.0),
    ],
)
def test_when_to_come_back_is_read(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("content_type", "content", "members"),
    [
        ("application/problem+json", b'{"title": "No", "status": 4}', {"title": "No"}),
        ("Application/Problem+JSON; charset=utf-8", b'{"detail": "x"}', {"detail": "x"}),
        ("application/problem+json", b'{"title": 7, "type": null}', {}),
        ("application/problem+json", b"[]", None),
        ("application/problem+json", b"{", None),
        ("application/problem+json", b"\xff", None),
        ("application/problem+json", b"[" * 100_000, None),
        ("application/json", b'{"title": "No"}', None),
        ("", b"", None),
    ],
)
def test_a_problem_is_read_where_there_is_one(
    content_type: str, content: bytes, members: dict[str, str] | None
) -> None:
    assert problem_members(content_type, content) == members
