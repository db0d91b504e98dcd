import logging
from collections.abc import Iterator
from io import StringIO
# tsq: each settings
# tsq: if configuration: files
from pathlib import Path
# tsq: end
# tsq: end

import pytest

# tsq: each settings
from my_package.my_config import load_settings
# tsq: if errors: results, mixed
from my_package.my_errors import Err
# tsq: end
# tsq: end
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

    assert stream.getvalue().endswith(": seen\n")
    assert "too low" not in stream.getvalue()
# tsq: end
