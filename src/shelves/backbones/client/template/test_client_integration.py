# tsq: blocking concurrency: sync, recommend
"""Tests against a real server, over connections that need no network."""

import json
import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
import pytest

from my_package.my_component import (
    MyComponent,
    MyComponentConfig,
    MyComponentError,
    MyComponentRefusedError,
    MyComponentTimeoutError,
    MyComponentUnavailableError,
    MyComponentUnreachableError,
)
# tsq: if errors: exceptions
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end


if not hasattr(socketserver, "UnixStreamServer"):
    pytest.skip("this system has no sockets that are files", allow_module_level=True)


class _Shop(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Sells planes, is out of order at first, and is silent when asked to be."""

    daemon_threads = True

    def __init__(self, socket: Path) -> None:
        super().__init__(str(socket), _Counter)
        self.socket_file = socket
        self.failures = 0
        self.ordered: dict[str, Any] = {}
        self.silence = threading.Event()


class _Counter(BaseHTTPRequestHandler):
    server: _Shop
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/v1/silent":
            self.server.silence.wait(10)
            self.close_connection = True
        elif self.server.failures > 0:
            self.server.failures -= 1
            self.answer(503, {"title": "Out of order"}, "application/problem+json")
        elif self.path == "/v1/items/plane%2F7":
            self.answer(200, {"name": "plane", "price": 48.5})
        else:
            self.answer(404, {"title": "Unknown"}, "application/problem+json")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        # The same key is the same order, however often it arrives.
        self.server.ordered.setdefault(self.headers["Idempotency-Key"], body)
        self.answer(201, {"orders": len(self.server.ordered)})

    def answer(self, status: int, body: object, content_type: str = "application/json") -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture
def shop() -> Iterator[_Shop]:
    # The path of a socket may have some hundred letters; pytest's own folders have more.
    with TemporaryDirectory() as folder, _Shop(Path(folder) / "shop") as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.silence.set()
        server.shutdown()
        thread.join()


def client_of(socket: Path, **config: Any) -> MyComponent:
    return MyComponent(
        MyComponentConfig(base_url="http://shop.test/v1", first_pause=0.001, **config),
        transport=httpx2.AsyncHTTPTransport(uds=str(socket)),
    )


async def failure_of(client: MyComponent, *path: str) -> MyComponentError:
    # tsq: if errors: exceptions
    with pytest.raises(MyComponentError) as caught:
        await client.get(*path, decode=json.loads)
    return caught.value
    # tsq: else
    outcome = await client.get(*path, decode=json.loads)
    assert isinstance(outcome, Err)
    return outcome.error
    # tsq: end


async def test_what_fails_at_first_is_had_in_the_end(shop: _Shop) -> None:
    shop.failures = 2
    async with client_of(shop.socket_file) as client:
        found = await client.get("items", "plane/7", decode=json.loads)
    # tsq: if errors: exceptions
    assert found == {"name": "plane", "price": 48.5}
    # tsq: else
    assert found == Ok({"name": "plane", "price": 48.5})
    # tsq: end
    assert shop.failures == 0


async def test_what_keeps_failing_is_given_up(shop: _Shop) -> None:
    shop.failures = 100
    async with client_of(shop.socket_file, attempts=4) as client:
        failure = await failure_of(client, "items", "plane/7")
    assert isinstance(failure, MyComponentUnavailableError)
    assert (failure.status, failure.attempts, shop.failures) == (503, 4, 96)


async def test_a_refusal_says_what_was_refused(shop: _Shop) -> None:
    async with client_of(shop.socket_file) as client:
        failure = await failure_of(client, "items", "8")
    assert isinstance(failure, MyComponentRefusedError)
    assert failure.problem is not None
    assert (failure.status, failure.problem.title) == (404, "Unknown")


async def test_an_order_with_a_key_is_one_order(shop: _Shop) -> None:
    async with client_of(shop.socket_file) as client:
        for _ in range(2):
            placed = await client.request(
                "POST", "orders", decode=json.loads, body={"item": 7}, idempotency_key="first"
            )
            # tsq: if errors: exceptions
            assert placed == {"orders": 1}
            # tsq: else
            assert placed == Ok({"orders": 1})
            # tsq: end
    assert shop.ordered == {"first": {"item": 7}}


async def test_silence_ends_at_the_deadline(shop: _Shop) -> None:
    async with client_of(shop.socket_file, deadline=0.1) as client:
        failure = await failure_of(client, "silent")
    assert isinstance(failure, MyComponentTimeoutError)


async def test_where_nobody_listens_nothing_is_had() -> None:
    # Port 1 has had no service for decades; where there is no network, it has none either.
    config = MyComponentConfig(base_url="http://127.0.0.1:1", first_pause=0.001)
    async with MyComponent(config, transport=httpx2.AsyncHTTPTransport()) as client:
        failure = await failure_of(client, "items")
    assert isinstance(failure, MyComponentUnreachableError)
    assert failure.attempts == 3
# tsq: end
