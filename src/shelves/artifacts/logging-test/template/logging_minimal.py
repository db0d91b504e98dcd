import logging

import pytest

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
