"""Asks the whole service over HTTP, through a socket of its own: no port, no network."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import httpx2
import pytest
import uvicorn

from my_package.my_app import create_app
from my_package.my_config import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix domain sockets")
PATIENCE = 10.0


# tsq: each databases
@pytest.fixture(name="service")
def started() -> Iterator[httpx2.Client]:
    with TemporaryDirectory() as folder:
        yield from serving(Settings(database=Path(folder, "kept.db")), Path(folder, "socket"))


# tsq: end
# tsq: each plain
@pytest.fixture(name="service")
def started() -> Iterator[httpx2.Client]:
    with TemporaryDirectory() as folder:
        yield from serving(Settings(), Path(folder, "socket"))


# tsq: end
def serving(settings: Settings, address: Path) -> Iterator[httpx2.Client]:
    server = uvicorn.Server(uvicorn.Config(create_app(settings), uds=str(address), log_config=None))
    thread = Thread(target=server.run)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    through = httpx2.HTTPTransport(uds=str(address))
    with httpx2.Client(base_url="http://service", transport=through) as client:
        yield client
    server.should_exit = True
    thread.join()


def test_it_starts_and_is_ready(service: httpx2.Client) -> None:
    assert service.get("/health").json() == {"status": "ok"}
    assert service.get("/ready").json() == {"status": "ok"}


def test_it_describes_itself(service: httpx2.Client) -> None:
    description = service.get("/openapi.json").json()

    assert description["info"]["title"] == "My Package"
    assert "/ready" in description["paths"]


# tsq: each resources
def test_my_components_are_served(service: httpx2.Client) -> None:
    answer = service.get("/v1/my-address/00000000-0000-4000-8000-000000000000")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


# tsq: end
def test_what_is_not_there_is_a_problem(service: httpx2.Client) -> None:
    answer = service.get("/nowhere")

    assert answer.status_code == 404
    assert answer.json()["title"] == "Not Found"
