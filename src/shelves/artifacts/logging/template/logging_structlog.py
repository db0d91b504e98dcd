"""Logging for my_package: structured events, with the context that was bound.

# tsq: if purpose: cli
Modules log through structlog and configure nothing on import: every subcommand calls
configure_logging when it begins. What is shown is one JSON object per line.
# tsq: else
The package logs through structlog and leaves its configuration to the application. A
program without a set-up of its own may call configure_logging: one JSON object per line.
# tsq: end
"""

import logging
import sys
from typing import Final, TextIO

import structlog
from structlog.typing import FilteringBoundLogger

LOGGER_NAME: Final = "my_package"


def get_logger(name: str = LOGGER_NAME) -> FilteringBoundLogger:
    """Return a logger whose events carry the name of who logs.

    Args:
        name: A module's ``__name__``.

    Returns:
        The logger; ``bind`` gives one with more context.
    """
    logger: FilteringBoundLogger = structlog.get_logger(logger_name=name)
    return logger


def configure_logging(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Write every event of the given level or above as one JSON object per line.

    Args:
        level: The lowest level that is written, such as "DEBUG".
        stream: Where the lines go; by default to standard error.

    Raises:
        ValueError: There is no such level.
    """
    levels = logging.getLevelNamesMapping()
    if level not in levels:
        message = f"unknown level: {level!r}"
        raise ValueError(message)
    # Local variables may hold secrets; a traceback is written without them.
    without_locals = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(without_locals),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(levels[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr if stream is None else stream),
        cache_logger_on_first_use=False,
    )
