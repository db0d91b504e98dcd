import json
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog

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
