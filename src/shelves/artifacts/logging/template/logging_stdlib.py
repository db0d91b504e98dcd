"""Logging for my_package, on the standard library.

# tsq: if purpose: cli
Modules log below the logger "my_package" and show nothing by themselves:
every subcommand calls configure_logging when it begins.
# tsq: else
The package logs below the logger "my_package" and shows nothing by itself: the
application decides. A program without a set-up of its own may call configure_logging.
# tsq: end
"""

import logging
import sys
from typing import Final, TextIO

LOGGER_NAME: Final = "my_package"
LINE_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

logging.getLogger(LOGGER_NAME).addHandler(logging.NullHandler())


def get_logger(name: str = LOGGER_NAME) -> logging.Logger:
    """Return the package's logger, or one below it.

    Args:
        name: A module's ``__name__``; a name outside the package is put below it.

    Returns:
        The logger.
    """
    inside = name == LOGGER_NAME or name.startswith(f"{LOGGER_NAME}.")
    return logging.getLogger(name if inside else f"{LOGGER_NAME}.{name}")


def configure_logging(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Show the package's records, once each, however often this is called.

    Args:
        level: The lowest level that is shown, such as "DEBUG".
        stream: Where the lines go; by default to standard error.
    """
    logger = logging.getLogger(LOGGER_NAME)
    logger.setLevel(level)
    handler = logging.StreamHandler(sys.stderr if stream is None else stream)
    handler.setFormatter(logging.Formatter(LINE_FORMAT))
    for former in logger.handlers[:]:
        logger.removeHandler(former)
    logger.addHandler(handler)
    logger.propagate = False
