import logging
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
from my_package.my_logging import logger


def test_the_logger_carries_the_name_of_the_package() -> None:
    assert logger is logging.getLogger("my_package")


def test_the_package_is_silent_until_the_application_speaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logger.warning("unseen")

    assert capsys.readouterr() == ("", "")


def test_the_application_decides_what_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="my_package"):
        logger.debug("too low")
        logger.info("seen")

    assert caplog.messages == ["seen"]
# tsq: each settings


# tsq: if configuration: environment
def test_the_level_of_the_settings_takes_effect(caplog: pytest.LogCaptureFixture) -> None:
    loaded = load_settings({"MY_PACKAGE_LOG_LEVEL": "warning"})
# tsq: end
# tsq: if configuration: files
def test_the_level_of_the_settings_takes_effect(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('log_level = "warning"', encoding="utf-8")
    loaded = load_settings(path)
# tsq: end
# tsq: if configuration: combination
def test_the_level_of_the_settings_takes_effect(caplog: pytest.LogCaptureFixture) -> None:
    loaded = load_settings(environ={"MY_PACKAGE_LOG_LEVEL": "warning"})
# tsq: end
# tsq: if configuration: pydantic-settings
def test_the_level_of_the_settings_takes_effect(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
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

    with caplog.at_level(level, logger="my_package"):
        logger.info("too low")
        logger.warning("seen")

    assert caplog.messages == ["seen"]
# tsq: end
