"""How every subcommand begins."""

# tsq: if logging: minimal
import logging
# tsq: end
# tsq: each floats
import math
# tsq: end

import typer

from my_package.my_config import Settings, load_settings
# tsq: if logging: minimal
from my_package.my_logging import logger
# tsq: else
from my_package.my_logging import configure_logging, get_logger
# tsq: end
from my_package.my_models import Options


def begin(context: typer.Context) -> Settings:
    """Read the settings and set up logging: the first thing that a subcommand does.

    Help and wrong usage come before, and work whatever the settings are.

    Args:
        context: The subcommand's own.

    Returns:
        The settings.

    Raises:
        ConfigurationError: The settings cannot be used.
    """
    options = context.find_object(Options) or Options()
    # tsq: if configuration: files
    settings = Settings() if options.config is None else load_settings(options.config)
    # tsq: end
    # tsq: if configuration: combination
    settings = load_settings(options.config)
    # tsq: end
    # tsq: if configuration: environment, pydantic-settings
    settings = load_settings()
    # tsq: end
    level = "DEBUG" if options.verbose else settings.log_level
    # tsq: if logging: minimal
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logger.handlers[:] = [handler]
    logger.setLevel(level)
    logger.debug("%s begins", context.info_name)
    # tsq: end
    # tsq: if logging: stdlib
    configure_logging(level)
    get_logger(__name__).debug("%s begins", context.info_name)
    # tsq: end
    # tsq: if logging: structlog
    configure_logging(level)
    get_logger(__name__).debug("begins", subcommand=context.info_name)
    # tsq: end
    return settings
# tsq: each floats


def finite(value: float | None) -> float | None:
    """Refuse what is no number, and the infinite ones, as wrong usage.

    Args:
        value: What was given, if anything was.

    Returns:
        The same.

    Raises:
        BadParameter: It is not a finite number.
    """
    if value is not None and not math.isfinite(value):
        message = "It is not a finite number."
        raise typer.BadParameter(message)
    return value
# tsq: end
