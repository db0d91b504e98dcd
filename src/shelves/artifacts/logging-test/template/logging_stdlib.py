import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from my_package.my_logging import LOGGER_NAME, configure_logging, get_logger


@pytest.fixture(autouse=True)
def untouched_logger() -> Iterator[None]:
    logger = logging.getLogger(LOGGER_NAME)
    level, handlers, propagate = logger.level, logger.handlers[:], logger.propagate
    yield
    logger.setLevel(level)
    logger.handlers[:] = handlers
    logger.propagate = propagate


def test_the_package_is_silent_until_it_is_configured(capsys: pytest.CaptureFixture[str]) -> None:
    get_logger().warning("unseen")

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (LOGGER_NAME, LOGGER_NAME),
        (f"{LOGGER_NAME}.part", f"{LOGGER_NAME}.part"),
        ("elsewhere", f"{LOGGER_NAME}.elsewhere"),
    ],
)
def test_every_logger_lies_below_the_package(asked: str, given: str) -> None:
    assert get_logger(asked).name == given


def test_records_of_the_level_and_above_are_shown() -> None:
    stream = StringIO()
    configure_logging("WARNING", stream)

    get_logger("part").info("too low")
    get_logger("part").warning("seen")

    assert stream.getvalue().endswith(f" WARNING {LOGGER_NAME}.part: seen\n")
    assert "too low" not in stream.getvalue()


def test_configuring_twice_shows_a_record_once() -> None:
    stream = StringIO()
    configure_logging("INFO", stream)
    configure_logging("INFO", stream)

    get_logger().info("once")

    assert stream.getvalue().count("once") == 1


def test_standard_error_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging()

    get_logger().info("seen")

    assert "seen" in capsys.readouterr().err


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="LOUD"):
        configure_logging("LOUD")
