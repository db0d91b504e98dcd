# tsq: if concurrency: sync, recommend
from collections.abc import AsyncIterator, Callable
# tsq: else
from collections.abc import AsyncIterator, Awaitable, Callable
# tsq: end
from contextlib import asynccontextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from my_package.my_health import router
from my_package.my_problems import add_problems


def served(**ready: bool) -> FastAPI:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[dict[str, Any]]:
        yield {"checks": {name: check(answer=answer) for name, answer in ready.items()}}

    app = FastAPI(lifespan=lifespan)
    add_problems(app)
    app.include_router(router)
    return app


# tsq: blocking concurrency: sync, recommend
def check(*, answer: bool) -> Callable[[], Awaitable[bool]]:
    async def asked() -> bool:
        return answer

    return asked
# tsq: end


@pytest.mark.parametrize("ready", [{}, {"database": True}, {"database": False}])
def test_it_lives_whether_or_not_it_can_work(ready: dict[str, bool]) -> None:
    with TestClient(served(**ready)) as client:
        assert client.get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize("ready", [{}, {"database": True, "queue": True}])
def test_it_is_ready_when_everything_is(ready: dict[str, bool]) -> None:
    with TestClient(served(**ready)) as client:
        assert client.get("/ready").json() == {"status": "ok"}


def test_what_is_not_ready_is_named() -> None:
    with TestClient(served(queue=False, database=True, disk=False)) as client:
        answer = client.get("/ready")

    assert answer.status_code == 503
    assert answer.json()["detail"] == "not ready: disk, queue"
