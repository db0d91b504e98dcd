import json
from collections.abc import Iterator
from io import StringIO
# tsq: each settings
# tsq: if configuration: files
from pathlib import Path
# tsq: end
# tsq: end

import pytest
import structlog

# tsq: each settings
from my_package.my_config import load_settings
# tsq: if errors: results, mixed
from my_package.my_errors import Err
# tsq: end
# tsq: end
from my_package.my_logging import configure_logging, get_logger


@pytest.fixture(autouse=True)
def untouched_structlog() -> Iterator[None]:
    yield
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def test_an_event_is_one_json_object_with_its_context() -> None:
    stream = StringIO()
    configure_logging("INFO", stream)

    get_logger("part").bind(row=3).info("read", size=7)

    event = json.loads(stream.getvalue())
    assert event.pop("timestamp").endswith("Z")
    assert event == {"event": "read", "level": "info", "logger_name": "part", "row": 3, "size": 7}


def test_events_below_the_level_are_left_out() -> None:
    stream = StringIO()
    configure_logging("WARNING", stream)

    get_logger().info("too low")

    assert stream.getvalue() == ""


def test_context_variables_reach_every_event() -> None:
    stream = StringIO()
    configure_logging("INFO", stream)

    with structlog.contextvars.bound_contextvars(request="r-1"):
        get_logger().info("read")

    assert json.loads(stream.getvalue())["request"] == "r-1"


def test_an_exception_is_written_as_data() -> None:
    stream = StringIO()
    configure_logging("INFO", stream)

    try:
        int("no number")
    except ValueError:
        get_logger().exception("failed")

    assert json.loads(stream.getvalue())["exception"][0]["exc_type"] == "ValueError"


def test_standard_error_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()

    get_logger().info("seen")

    assert json.loads(capsys.readouterr().err)["event"] == "seen"


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="LOUD"):
        configure_logging("LOUD")
# tsq: each settings


# tsq: if configuration: environment
def test_the_level_of_the_settings_takes_effect() -> None:
    loaded = load_settings({"MY_PACKAGE_LOG_LEVEL": "warning"})
# tsq: end
# tsq: if configuration: files
def test_the_level_of_the_settings_takes_effect(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('log_level = "warning"', encoding="utf-8")
    loaded = load_settings(path)
# tsq: end
# tsq: if configuration: combination
def test_the_level_of_the_settings_takes_effect() -> None:
    loaded = load_settings(environ={"MY_PACKAGE_LOG_LEVEL": "warning"})
# tsq: end
# tsq: if configuration: pydantic-settings
def test_the_level_of_the_settings_takes_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_PACKAGE_LOG_LEVEL", "warning")
    loaded = load_settings()
# tsq: end
    # tsq: if errors: results, mixed
    if isinstance(loaded, Err):
        pytest.fail(loaded.error.reason)
    level = loaded.value.log_level
    # tsq: else
    level = loaded.log_level
    # tsq: end

    stream = StringIO()
    configure_logging(level, stream)
    get_logger().info("too low")
    get_logger().warning("seen")

    assert json.loads(stream.getvalue())["event"] == "seen"
# tsq: end
