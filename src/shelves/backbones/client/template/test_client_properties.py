"""Tests of what holds of the rules of my_component, whatever they are given."""

import json
from datetime import UTC, datetime

import httpx2
from hypothesis import given
from hypothesis import strategies as st

from my_package.my_component_rules import (
    address,
    base_address,
    pause,
    problem_members,
    refuse_header,
    retry_after,
)

BASE = "https://example.org/v1"
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
PARTS = st.lists(st.text(max_size=40).filter(lambda part: part not in {"", ".", ".."}), max_size=5)


@given(PARTS)
def test_no_path_leaves_the_base_and_every_part_arrives_as_it_was(parts: list[str]) -> None:
    url = address(BASE, tuple(parts))
    assert (url.scheme, url.host, url.port) == ("https", "example.org", None)
    assert not url.query
    assert not url.fragment
    sent = url.raw_path.decode().split("/")
    assert sent[:2] == ["", "v1"]
    assert [httpx2.URL(f"http://h/{each}").path[1:] for each in sent[2:]] == parts


@given(st.dictionaries(st.text(min_size=1, max_size=10), st.text(max_size=20), max_size=4))
def test_a_query_changes_nothing_but_the_query(query: dict[str, str]) -> None:
    url = address(BASE, ("items",), query)
    assert (url.host, url.path) == ("example.org", "/v1/items")
    assert dict(url.params) == query


@given(st.text(max_size=60))
def test_a_base_that_is_read_leads_to_what_is_below_it(text: str) -> None:
    try:
        base = base_address(f"https://{text}")
    except ValueError:
        return
    assert base_address(base) == base
    assert str(address(base, ("a",))) == f"{base}/a"


@given(
    st.integers(min_value=1, max_value=10_000),
    st.floats(min_value=0, max_value=60),
    st.floats(min_value=0, max_value=3600),
    st.floats(min_value=0, max_value=1),
)
def test_no_pause_is_longer_than_the_longest(
    attempt: int, first: float, longest: float, random: float
) -> None:
    assert 0 <= pause(attempt, first, longest, random) <= longest


@given(st.text() | st.datetimes().map(lambda at: at.strftime("%a, %d %b %Y %H:%M:%S GMT")))
def test_when_to_come_back_is_never_in_the_past(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or seconds >= 0


@given(st.binary() | st.dictionaries(st.text(), st.text() | st.none()).map(json.dumps).map(str.encode))
def test_whatever_an_answer_holds_it_is_a_problem_or_none(content: bytes) -> None:
    members = problem_members("application/problem+json", content)
    assert members is None or all(isinstance(each, str) for each in members.values())


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_header_that_is_allowed_can_be_sent(name: str, value: str) -> None:
    try:
        refuse_header(name, value)
    except ValueError:
        return
    assert f"{name}: {value}".isascii()
    assert not {"\r", "\n", "\0"} & set(name + value)
    assert value == value.strip()
