# tsq: if errors: exceptions
"""How every subcommand begins."""
# tsq: else
"""How every subcommand begins, and how a failure ends it."""
# tsq: end

# tsq: if logging: minimal
import logging
# tsq: end
# tsq: each floats
import math
# tsq: end
# tsq: each paths
from pathlib import Path
# tsq: end

# tsq: if errors: results, mixed
from typing import TypeVar
# tsq: end

import typer

# tsq: if errors: exceptions
from my_package.my_config import Settings, load_settings
# tsq: else
from my_package.my_config import ConfigurationProblem, Settings, load_settings
from my_package.my_errors import Err, Ok, Result
# tsq: end
# tsq: if logging: minimal
from my_package.my_logging import logger
# tsq: else
from my_package.my_logging import configure_logging, get_logger
# tsq: end
from my_package.my_models import Options
# tsq: if errors: results, mixed
from my_package.my_models import ExitCode, Failure
from my_package.my_utils import printable

Value = TypeVar("Value")
# tsq: end


# tsq: if errors: exceptions
def begin(context: typer.Context) -> Settings:
# tsq: else
def begin(context: typer.Context) -> Result[Settings, ConfigurationProblem]:
# tsq: end
    """Read the settings and set up logging: the first thing that a subcommand does.

    Help and wrong usage come before, and work whatever the settings are.

    Args:
        context: The subcommand's own.

    Returns:
        # tsq: if errors: exceptions
        The settings.

    Raises:
        ConfigurationError: The settings cannot be used.
        # tsq: else
        The settings, or why they cannot be used.
        # tsq: end
    """
    options = context.find_object(Options) or Options()
    # tsq: if errors: results, mixed
    # tsq: if configuration: files
    loaded = Ok(Settings()) if options.config is None else load_settings(options.config)
    # tsq: end
    # tsq: if configuration: combination
    loaded = load_settings(options.config)
    # tsq: end
    # tsq: if configuration: environment, pydantic-settings
    loaded = load_settings()
    # tsq: end
    if isinstance(loaded, Err):
        return loaded
    settings = loaded.value
    # tsq: else
    # tsq: if configuration: files
    settings = Settings() if options.config is None else load_settings(options.config)
    # tsq: end
    # tsq: if configuration: combination
    settings = load_settings(options.config)
    # tsq: end
    # tsq: if configuration: environment, pydantic-settings
    settings = load_settings()
    # tsq: end
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
    # tsq: if errors: exceptions
    return settings
    # tsq: else
    return loaded


def opened(result: Result[Value, Failure]) -> Value:
    """Open a result that a subcommand goes on from: a failure ends the program here alone.

    Args:
        result: What came of a step.

    Returns:
        The value of a success.

    Raises:
        Exit: The result is a failure, of which standard error has one line.
    """
    if isinstance(result, Ok):
        return result.value
    failure = result.error
    typer.echo(f"my-package: {failure.error_code}: {printable(str(failure))}", err=True)
    raise typer.Exit(ExitCode.FAILED)
    # tsq: end
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
# tsq: each paths


def path_from(text: str) -> Path:
    """Refuse an empty path as wrong usage: it would be taken for the folder that one is in.

    Args:
        text: What was given.

    Returns:
        The path that it names.

    Raises:
        BadParameter: It is empty.
    """
    if not text:
        message = "It is empty, and names no file."
        raise typer.BadParameter(message)
    return Path(text)
# tsq: end
