import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
# tsq: each databases
from pathlib import Path
# tsq: end
from typing import ParamSpec, TypeVar

import pytest
import uvicorn
from fastapi import FastAPI

from my_package.my_config import load_settings
from my_package.my_main import main
# tsq: each databases
# tsq: if errors: exceptions
from my_package.my_startup import StartupError, alone, probe
# tsq: else
from my_package.my_errors import Err, Ok
from my_package.my_startup import alone, probe
# tsq: end
# tsq: end

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


@pytest.fixture(autouse=True)
def untouched_logging(monkeypatch: pytest.MonkeyPatch) -> None:
    # Set up, it would write to the streams of this test in those that follow.
    monkeypatch.setattr("my_package.my_main.configure_logging", lambda _: None)


# tsq: each databases
@pytest.fixture(name="database", autouse=True)
def new_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    database = tmp_path / "kept.db"
    monkeypatch.setenv("MY_PACKAGE_DATABASE", str(database))
    return database


# tsq: end
def test_it_serves_where_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    served: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: served.update(how, app=app))

    main(["--host", "::1", "--port", "8123"])

    assert isinstance(served["app"], FastAPI)
    assert (served["host"], served["port"]) == ("::1", 8123)


@pytest.mark.parametrize("port", [0, 65535])
def test_it_listens_on_every_port_that_there_is(
    monkeypatch: pytest.MonkeyPatch, port: int
) -> None:
    served: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: served.update(how, app=app))

    main(["--port", str(port)])

    assert served["port"] == port


@pytest.mark.parametrize("port", ["65536", "-1", "8000.5", "http", ""])
def test_what_is_not_a_port_is_wrong_usage(capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([f"--port={port}"])

    assert caught.value.code == 2
    assert f"argument --port: {port!r} is not a port" in capsys.readouterr().err


# tsq: each databases
def test_it_starts_and_ends_in_order(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
# tsq: end
# tsq: each plain
def test_it_starts_and_ends_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
# tsq: end
    happened: list[str] = []

    def noted(step: str, function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        def noting(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
            happened.append(step)
            return function(*args, **kwargs)

        return noting

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        happened.append("resources")
        yield
        happened.append("released")

    class Listening:
        """Stands for the socket: the tests open none."""

        sockets = ()

        def close(self) -> None:
            happened.append("drain")

        async def wait_closed(self) -> None:
            pass

    async def listen(*_: object, **__: object) -> Listening:
        happened.append("server")
        return Listening()

    async def loop(_: uvicorn.Server) -> None:
        happened.append("loop")
        # tsq: each databases
        # tsq: if errors: exceptions
        with pytest.raises(StartupError), alone(database):
            pass
        # tsq: else
        assert isinstance(alone(database), Err)
        # tsq: end
        # tsq: end

    program = "my_package.my_main"
    monkeypatch.setattr(f"{program}.load_settings", noted("configuration", load_settings))
    # tsq: each databases
    monkeypatch.setattr(f"{program}.probe", noted("probes", probe))
    monkeypatch.setattr(f"{program}.alone", noted("lock", alone))
    # tsq: end
    monkeypatch.setattr(f"{program}.create_app", lambda _: FastAPI(lifespan=lifespan))
    monkeypatch.setattr(asyncio.BaseEventLoop, "create_server", listen)
    monkeypatch.setattr(uvicorn.Server, "main_loop", loop)

    main([])

    assert happened == [
        "configuration",
        # tsq: each databases
        "probes",
        "lock",
        # tsq: end
        "resources",
        "server",
        "loop",
        "drain",
        "released",
    ]
    # tsq: each databases
    # tsq: if errors: exceptions
    with alone(database):
        pass
    # tsq: else
    lock = alone(database)
    assert isinstance(lock, Ok)
    lock.value.close()
    # tsq: end


def test_a_second_one_on_the_same_data_says_so_and_ends(
    capsys: pytest.CaptureFixture[str], database: Path
) -> None:
    # tsq: if errors: exceptions
    with alone(database), pytest.raises(SystemExit) as caught:
        main([])
    # tsq: else
    lock = alone(database)
    assert isinstance(lock, Ok)

    with lock.value, pytest.raises(SystemExit) as caught:
        main([])
    # tsq: end

    assert caught.value.code == 3
    assert capsys.readouterr().err == f"my-package: another process serves {database}\n"
    # tsq: end


def test_a_setting_that_is_not_allowed_ends_it_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "loud")

    with pytest.raises(SystemExit) as caught:
        main([])

    assert caught.value.code == 2
    assert "MY_PACKAGE_LOG_LEVEL" in capsys.readouterr().err


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])

    assert caught.value.code == 0
    assert capsys.readouterr().out.strip() == version("my-package")
