# tsq: blocking concurrency: sync, recommend
"""Tests of my_component, answer by answer, without a network and without waiting."""

# tsq: if concurrency: sync, recommend
from collections.abc import Callable, Iterator
# tsq: else
import asyncio
from collections.abc import AsyncIterator, Callable
# tsq: end
import gzip
import json
import ssl
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from my_package.my_component import (
    MyComponent,
    MyComponentBrokenAnswerError,
    MyComponentConfig,
    MyComponentError,
    MyComponentMethod,
    MyComponentProblem,
    MyComponentRefusedError,
    MyComponentRuntime,
    MyComponentStatusError,
    MyComponentTimeoutError,
    MyComponentUnavailableError,
    MyComponentUnreachableError,
    no_content,
)
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end

BASE = "https://service.example.org/v1"
SECRET = "s3cret-of-a-test"  # noqa: S105 - it opens nothing
NOT_NOW = [httpx2.Response(status) for status in (429, 502, 503, 504)]
BROKEN_OFF = [
    httpx2.ConnectError("refused"),
    httpx2.ReadError("reset"),
    httpx2.RemoteProtocolError("closed"),
    httpx2.ConnectTimeout("slow"),
    httpx2.ReadTimeout("silent"),
]


class _Machine:
    """A machine on which a pause takes no time and chance always says the same."""

    def __init__(self, chance: float = 1.0) -> None:
        self.time = 1000.0
        self.pauses: list[float] = []
        self.runtime = MyComponentRuntime(
            clock=lambda: self.time,
            now=lambda: datetime(2026, 1, 31, 12, tzinfo=UTC),
            sleep=self.sleep,
            random=lambda: chance,
        )

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 6))
        self.time += seconds


class _Service:
    """Answers in turn, and keeps what it was asked."""

    def __init__(self, *answers: httpx2.Response | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def client_of(
    service: Callable[[httpx2.Request], httpx2.Response],
    machine: _Machine | None = None,
    **config: Any,
) -> MyComponent:
    return MyComponent(
        MyComponentConfig(base_url=BASE, **config),
        transport=httpx2.MockTransport(service),
        runtime=(machine or _Machine()).runtime,
    )


async def value_of(
    client: MyComponent,
    method: MyComponentMethod = "GET",
    *path: str,
    **more: Any,
) -> Any:
    # tsq: if errors: exceptions
    return await client.request(method, *path, **{"decode": json.loads, **more})
    # tsq: else
    outcome = await client.request(method, *path, **{"decode": json.loads, **more})
    assert isinstance(outcome, Ok)
    return outcome.value
    # tsq: end


async def failure_of(
    client: MyComponent,
    method: MyComponentMethod = "GET",
    *path: str,
    **more: Any,
) -> MyComponentError:
    # tsq: if errors: exceptions
    with pytest.raises(MyComponentError) as caught:
        await client.request(method, *path, **{"decode": json.loads, **more})
    assert isinstance(caught.value, MyPackageError)
    return caught.value
    # tsq: else
    outcome = await client.request(method, *path, **{"decode": json.loads, **more})
    assert isinstance(outcome, Err)
    return outcome.error
    # tsq: end


async def test_what_is_asked_is_sent_and_what_comes_back_is_decoded() -> None:
    service = _Service(httpx2.Response(201, json={"id": 7}))
    client = client_of(service, headers={"Authorization": f"Bearer {SECRET}"})
    body = {"name": "Zoë"}
    value = await value_of(client, "PUT", "items", "a/b", query={"page": 2}, body=body)
    assert value == {"id": 7}
    [request] = service.asked
    assert (request.method, str(request.url)) == ("PUT", f"{BASE}/items/a%2Fb?page=2")
    assert json.loads(request.content) == body
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["User-Agent"] == "my-package"
    assert request.headers["Authorization"] == f"Bearer {SECRET}"


async def test_get_looks_up() -> None:
    service = _Service(httpx2.Response(200, content=b"7"))
    # tsq: if errors: exceptions
    assert await client_of(service).get("items", decode=int, query={"open": True}) == 7
    # tsq: else
    found = await client_of(service).get("items", decode=int, query={"open": True})
    assert found == Ok(7)
    # tsq: end
    assert str(service.asked[0].url) == f"{BASE}/items?open=true"


async def test_an_answer_may_have_to_be_empty() -> None:
    service = _Service(httpx2.Response(204), httpx2.Response(200, content=b"more"))
    client = client_of(service)
    assert await value_of(client, "DELETE", "items", "7", decode=no_content) is None
    failure = await failure_of(client, "DELETE", "items", "7", decode=no_content)
    assert isinstance(failure, MyComponentBrokenAnswerError)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, MyComponentRefusedError),
        (404, MyComponentRefusedError),
        (500, MyComponentUnavailableError),
        (501, MyComponentUnavailableError),
    ],
)
async def test_a_status_that_says_no_is_said_so_at_once(
    status: int, kind: type[MyComponentStatusError]
) -> None:
    service = _Service(httpx2.Response(status))
    failure = await failure_of(client_of(service), "GET", "items", "7")
    assert isinstance(failure, kind)
    assert (failure.status, failure.problem, failure.retry_after) == (status, None, None)
    assert str(failure) == f"GET 'items/7': answered with {status}, after 1 attempt"


@pytest.mark.parametrize("method", ["DELETE", "GET", "HEAD", "OPTIONS", "PUT"])
@pytest.mark.parametrize("answer", [*NOT_NOW, *BROKEN_OFF], ids=repr)
async def test_what_does_no_harm_twice_is_asked_again(
    answer: httpx2.Response | Exception, method: MyComponentMethod
) -> None:
    machine = _Machine()
    service = _Service(answer, answer, httpx2.Response(200, content=b"7"))
    assert await value_of(client_of(service, machine), method, decode=int) == 7
    assert machine.pauses == [0.2, 0.4]


@pytest.mark.parametrize("method", ["PATCH", "POST"])
@pytest.mark.parametrize("answer", [*NOT_NOW, *BROKEN_OFF], ids=repr)
async def test_what_could_do_harm_twice_is_not(
    answer: httpx2.Response | Exception, method: MyComponentMethod
) -> None:
    service = _Service(answer)
    failure = await failure_of(client_of(service), method, body={})
    assert failure.attempts == 1


async def test_with_a_key_it_is_asked_again_and_looks_the_same_each_time() -> None:
    service = _Service(httpx2.ReadTimeout("lost"), httpx2.Response(200, content=b"7"))
    client = client_of(service)
    assert await value_of(client, "POST", body={"a": 1}, idempotency_key="order-7") == 7
    first, second = service.asked
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"] == "order-7"
    assert first.content == second.content


async def test_after_the_last_attempt_it_says_what_went_wrong() -> None:
    service = _Service(*[httpx2.ConnectError(SECRET)] * 3)
    failure = await failure_of(client_of(service), "GET", "items")
    assert isinstance(failure, MyComponentUnreachableError)
    assert failure.attempts == 3
    assert str(failure) == "GET 'items': no connection (ConnectError), after 3 attempts"
    # tsq: if errors: exceptions
    assert isinstance(failure.__cause__, httpx2.ConnectError)
    # tsq: else
    assert isinstance(failure.cause, httpx2.ConnectError)
    # tsq: end


async def test_why_there_was_no_connection_is_told_beneath_the_failure() -> None:
    untrusted = ssl.SSLCertVerificationError("self-signed certificate")
    refused = ConnectionRefusedError("refused")
    for beneath in (untrusted, refused):
        broken = httpx2.ConnectError(str(beneath))
        broken.__cause__ = beneath
        failure = await failure_of(client_of(_Service(broken)), "POST", "items")
        # tsq: if errors: exceptions
        assert failure.__cause__ is broken
        # tsq: else
        assert failure.cause is broken
        # tsq: end
        assert failure.reason == "no connection (ConnectError)"
        assert str(beneath) not in repr(failure)


async def test_pauses_grow_up_to_the_longest_and_are_left_to_chance() -> None:
    machine = _Machine(chance=0.5)
    service = _Service(*[httpx2.Response(503) for _ in range(5)])
    client = client_of(service, machine, attempts=5, first_pause=1, longest_pause=3)
    await failure_of(client)
    assert machine.pauses == [0.5, 1.0, 1.5, 1.5]


async def test_it_waits_as_long_as_it_is_told_to() -> None:
    machine = _Machine()
    told = httpx2.Response(503, headers={"Retry-After": "2"})
    dated = httpx2.Response(429, headers={"Retry-After": "Sat, 31 Jan 2026 12:00:03 GMT"})
    service = _Service(told, dated, httpx2.Response(200, content=b"7"))
    assert await value_of(client_of(service, machine)) == 7
    assert machine.pauses == [2.2, 3.4]


async def test_who_wants_to_wait_longer_than_it_may_is_not_asked_again() -> None:
    service = _Service(httpx2.Response(429, headers={"Retry-After": "3600"}))
    failure = await failure_of(client_of(service))
    assert isinstance(failure, MyComponentRefusedError)
    assert (failure.attempts, failure.retry_after) == (1, 3600.0)


async def test_it_is_not_asked_again_when_the_deadline_comes_first() -> None:
    service = _Service(httpx2.Response(503, headers={"Retry-After": "3"}))
    failure = await failure_of(client_of(service, deadline=3.1))
    assert (failure.attempts, failure.reason) == (1, "answered with 503")


async def test_no_step_may_take_longer_than_is_left_until_the_deadline() -> None:
    service = _Service(httpx2.Response(503), httpx2.Response(200, content=b"7"))
    client = client_of(service, deadline=4, first_pause=1, longest_pause=1)
    await value_of(client)
    first, second = (each.extensions["timeout"] for each in service.asked)
    assert first == {"connect": 4.0, "read": 4.0, "write": 4.0, "pool": 4.0}
    assert second == {"connect": 3.0, "read": 3.0, "write": 3.0, "pool": 3.0}


async def test_an_answer_that_comes_in_drop_by_drop_is_not_waited_for() -> None:
    machine = _Machine()

    async def drops() -> AsyncIterator[bytes]:
        while True:
            machine.time += 2
            yield b" "

    service = _Service(httpx2.Response(200, content=drops()))
    failure = await failure_of(client_of(service, machine, deadline=5))
    assert isinstance(failure, MyComponentTimeoutError)
    assert str(failure) == "GET '': no answer in time, after 1 attempt"


# tsq: if concurrency: sync, recommend
# tsq: else
async def test_a_service_that_says_nothing_is_not_waited_for_either() -> None:
    async def silent(_: httpx2.Request) -> httpx2.Response:
        await asyncio.Event().wait()
        raise AssertionError

    config = MyComponentConfig(base_url=BASE, deadline=0.01)
    client = MyComponent(config, transport=httpx2.MockTransport(silent))
    assert isinstance(await failure_of(client), MyComponentTimeoutError)


# tsq: end
@pytest.mark.parametrize(
    "content", [b"x" * 101, gzip.compress(b" " * 50_000_000)], ids=["plain", "packed"]
)
async def test_an_answer_that_is_too_large_is_not_kept(content: bytes) -> None:
    packed = {"Content-Encoding": "gzip"} if content.startswith(b"\x1f\x8b") else {}
    read: list[int] = []

    async def pieces() -> AsyncIterator[bytes]:
        for at in range(0, len(content), 50):
            read.append(at)
            yield content[at : at + 50]

    service = _Service(httpx2.Response(200, headers=packed, content=pieces()))
    failure = await failure_of(client_of(service, largest_answer=100))
    assert isinstance(failure, MyComponentBrokenAnswerError)
    assert failure.reason == "an answer of more than 100 bytes"
    assert len(read) < 10


async def test_a_refusal_is_one_however_long_it_is() -> None:
    service = _Service(httpx2.Response(404, content=b"x" * 1000))
    failure = await failure_of(client_of(service, largest_answer=100))
    assert isinstance(failure, MyComponentRefusedError)


@pytest.mark.parametrize(
    "answer",
    [
        httpx2.Response(200, content=b"{"),
        httpx2.Response(200, content=b"\xff"),
        httpx2.Response(200, content=b"[" * 100_000),
        httpx2.Response(302, headers={"Location": "https://elsewhere.example.org"}),
    ],
    ids=["cut off", "no text", "too deep", "elsewhere"],
)
async def test_an_answer_that_was_not_expected_is_not_asked_for_again(
    answer: httpx2.Response,
) -> None:
    service = _Service(answer)
    failure = await failure_of(client_of(service))
    assert isinstance(failure, MyComponentBrokenAnswerError)
    assert failure.attempts == len(service.asked) == 1


async def test_an_answer_that_cannot_be_unpacked_is_broken() -> None:
    async def rubbish() -> AsyncIterator[bytes]:
        yield b"this is no gzip"

    answer = httpx2.Response(200, headers={"Content-Encoding": "gzip"}, content=rubbish())
    failure = await failure_of(client_of(_Service(answer)))
    assert isinstance(failure, MyComponentBrokenAnswerError)
    assert failure.reason == "an answer that cannot be read (DecodingError)"


async def test_what_a_refusal_says_of_itself_is_kept() -> None:
    said = {"title": "Sold out", "detail": "No plane is left.", "status": 409, "more": [1]}
    headers = {"Content-Type": "application/problem+json; charset=utf-8"}
    service = _Service(httpx2.Response(409, headers=headers, json=said))
    failure = await failure_of(client_of(service), "POST", "orders")
    assert isinstance(failure, MyComponentRefusedError)
    assert failure.problem == MyComponentProblem(title="Sold out", detail="No plane is left.")


async def test_no_secret_is_in_a_message() -> None:
    headers = {"Content-Type": "application/problem+json"}
    config = MyComponentConfig(base_url=BASE, headers={"Authorization": SECRET})
    service = _Service(
        httpx2.Response(500, headers=headers, json={"detail": SECRET}),
        httpx2.ConnectError(SECRET),
        httpx2.Response(200, content=SECRET.encode()),
    )
    client = MyComponent(config, transport=httpx2.MockTransport(service))
    for _ in range(3):
        failure = await failure_of(
            client, "POST", "items", query={"token": SECRET}, body={"password": SECRET}
        )
        assert SECRET not in str(failure)
    assert SECRET not in repr(config)
    assert SECRET not in repr(client)


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": "ftp://example.org"},
        {"base_url": f"https://me:{SECRET}@example.org"},
        {"connect_timeout": 0},
        {"read_timeout": -1.0},
        {"deadline": float("inf")},
        {"pool_timeout": float("nan")},
        {"first_pause": 6, "longest_pause": 5},
        {"attempts": 0},
        {"largest_answer": 0},
        {"headers": {"Authorization": f"{SECRET}\r\nHost: elsewhere"}},
        {"headers": {"Not a name": "x"}},
    ],
)
def test_a_configuration_that_could_never_work_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must|base URL|header") as caught:
        MyComponentConfig(**{"base_url": BASE, **wrong})
    assert SECRET not in str(caught.value)


def test_a_configuration_keeps_the_headers_that_were_checked() -> None:
    headers = {"X-Team": "shop"}
    config = MyComponentConfig(base_url=BASE, headers=headers)
    headers["X-Team"] = "\r\n"
    assert dict(config.headers) == {"X-Team": "shop"}


@pytest.mark.parametrize(
    ("path", "more", "error"),
    [
        (("items", ".."), {}, ValueError),
        ((), {"body": float("nan")}, ValueError),
        ((), {"body": object()}, TypeError),
        ((), {"idempotency_key": "a\nb"}, ValueError),
        ((), {"idempotency_key": ""}, ValueError),
    ],
)
async def test_what_cannot_be_sent_is_refused_before_anything_is(
    path: tuple[str, ...], more: dict[str, Any], error: type[Exception]
) -> None:
    service = _Service()
    with pytest.raises(error):
        await client_of(service).request("POST", *path, **{"decode": json.loads, **more})
    assert service.asked == []


async def test_nothing_can_be_asked_of_a_client_that_was_closed() -> None:
    service = _Service(httpx2.Response(200, content=b"7"))
    async with client_of(service) as client:
        assert await value_of(client) == 7
    with pytest.raises(RuntimeError, match="closed"):
        await client.request("GET", decode=json.loads)
# tsq: end
