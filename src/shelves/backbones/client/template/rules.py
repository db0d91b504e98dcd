"""Where my_component may ask, and when it may ask again; nothing here asks."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import quote

import httpx2

__all__ = [
    "IDEMPOTENT",
    "WORTH_ANOTHER_TRY",
    "Query",
    "address",
    "base_address",
    "pause",
    "problem_members",
    "refuse_header",
    "retry_after",
]

IDEMPOTENT: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT"})
"""Methods that do the same however often they arrive (RFC 9110, 9.2.2)."""
WORTH_ANOTHER_TRY: Final = frozenset({429, 502, 503, 504})
"""Statuses that say: not now."""

HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
HEADER_VALUE: Final = re.compile(r"[!-~](?:[ \t!-~]*[!-~])?")
HOST: Final = re.compile(rb"[a-z0-9_.-]+|[0-9a-f:.]*:[0-9a-f:.]*")
SECONDS: Final = re.compile(r"[0-9]{1,9}")
PROBLEM: Final = "application/problem+json"
MOST_DOUBLINGS: Final = 30

Query = Mapping[str, str | int | float | bool | None]


def base_address(text: str) -> str:
    """Return the address that every path is put behind, without a slash at its end.

    Args:
        text: Such as "https://example.org/v1".

    Raises:
        ValueError: It is no such address. The message does not quote it: it may hold a secret.
    """
    try:
        url = httpx2.URL(text)
    except httpx2.InvalidURL as error:
        message = "the base URL cannot be read"
        raise ValueError(message) from error
    faults = {
        "begins with http:// or https://": url.scheme not in {"http", "https"},
        "names a host": not HOST.fullmatch(url.raw_host),
        "holds no user and no password": bool(url.userinfo),
        "has no query and no fragment": "?" in text or "#" in text,
        "holds no space and no backslash": bool(re.search(r"[\s\\]", text)),
    }
    for rule, broken in faults.items():
        if broken:
            message = f"a base URL {rule}"
            raise ValueError(message)
    return str(url).rstrip("/")


def address(base: str, path: tuple[str, ...], query: Query | None = None) -> httpx2.URL:
    """Return the address of a path below the base.

    Args:
        base: What `base_address` returned.
        path: The parts between the slashes. Whatever a part holds stays within that part.
        query: What to put behind the path.

    Raises:
        ValueError: A part is empty or would lead out of its place, or the address is too long.
    """
    for part in path:
        if part in {"", ".", ".."}:
            message = f"no part of a path may be {part!r}"
            raise ValueError(message)
    joined = "/".join([base, *(quote(part, safe="") for part in path)])
    try:
        return httpx2.URL(joined, params=dict(query)) if query else httpx2.URL(joined)
    except httpx2.InvalidURL as error:
        message = "the address is too long"
        raise ValueError(message) from error


def refuse_header(name: str, value: str) -> None:
    """Refuse a header that could not be sent as it is, or would end the line it stands on.

    Raises:
        ValueError: The name or the value is not allowed. The message does not quote the value.
    """
    if not HEADER_NAME.fullmatch(name):
        message = f"{name!r} is no name of a header"
        raise ValueError(message)
    if not HEADER_VALUE.fullmatch(value):
        message = f"the header {name} holds more than printable ASCII, or nothing"
        raise ValueError(message)


def pause(attempt: int, first: float, longest: float, random: float) -> float:
    """Return how long to wait after an attempt: a random part of a time that doubles each time.

    All of that time is left to chance, so that many clients do not come back at once.

    Args:
        attempt: How often it was tried, from 1.
        first: The longest pause after the first attempt, in seconds.
        longest: The longest pause of all.
        random: A number from 0 to 1.
    """
    doublings = min(attempt - 1, MOST_DOUBLINGS)
    return random * min(longest, first * 2.0**doublings)


def retry_after(header: str | None, now: datetime) -> float | None:
    """Return in how many seconds the other side wants to be asked again, if it said so.

    Args:
        header: The header Retry-After: seconds, or a date.
        now: The time of day, with its zone.
    """
    text = "" if header is None else header.strip()
    if SECONDS.fullmatch(text):
        return float(text)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    # A date without a zone is one of UTC (RFC 9110, 5.6.7).
    zoned = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return max(0.0, (zoned - now).total_seconds())


def problem_members(content_type: str, content: bytes) -> dict[str, str] | None:
    """Return the texts of a problem that was described as RFC 9457 has it, if this is one."""
    if content_type.partition(";")[0].strip().lower() != PROBLEM:
        return None
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    known = ("type", "title", "detail", "instance")
    return {name: found[name] for name in known if isinstance(found.get(name), str)}
