"""The package's settings, read from a TOML file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
LOG_LEVELS: Final[tuple[LogLevel, ...]] = get_args(LogLevel)
LOG_LEVEL_KEY: Final = "log_level"
# tsq: if errors: results, mixed


@dataclass(frozen=True, slots=True)
class ConfigurationProblem:
    """Why the settings cannot be used.

    Attributes:
        setting: The variable, key or file that is at fault.
        reason: What is wrong with it.
    """

    setting: str
    reason: str
# tsq: end


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        # tsq: slot log_level
        log_level: The lowest level of log record to show.
        # tsq: end
    """

    log_level: LogLevel = "INFO"


# tsq: if errors: exceptions
def load_settings(path: Path) -> Settings:
    """Read the settings from a TOML file.

    Args:
        path: The file.

    Returns:
        The settings, with the default for whatever is not set.

    Raises:
        ConfigurationError: The file cannot be read, or holds something that is not allowed.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(str(path), str(error)) from error
    unknown = sorted(table.keys() - {LOG_LEVEL_KEY})
    if unknown:
        raise ConfigurationError(unknown[0], f"is no setting; {path} may hold {LOG_LEVEL_KEY}")
    level = _level(table.get(LOG_LEVEL_KEY, Settings().log_level))
    if level is None:
        raise ConfigurationError(LOG_LEVEL_KEY, f"must be one of {', '.join(LOG_LEVELS)}")
    return Settings(log_level=level)
# tsq: else
def load_settings(path: Path) -> Result[Settings, ConfigurationProblem]:
    """Read the settings from a TOML file.

    Args:
        path: The file.

    Returns:
        The settings, with the default for whatever is not set, or what is wrong.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Err(ConfigurationProblem(str(path), str(error)))
    unknown = sorted(table.keys() - {LOG_LEVEL_KEY})
    if unknown:
        reason = f"is no setting; {path} may hold {LOG_LEVEL_KEY}"
        return Err(ConfigurationProblem(unknown[0], reason))
    level = _level(table.get(LOG_LEVEL_KEY, Settings().log_level))
    if level is None:
        reason = f"must be one of {', '.join(LOG_LEVELS)}"
        return Err(ConfigurationProblem(LOG_LEVEL_KEY, reason))
    return Ok(Settings(log_level=level))
# tsq: end


def _level(value: object) -> LogLevel | None:
    wanted = value.upper() if isinstance(value, str) else value
    return next((level for level in LOG_LEVELS if level == wanted), None)
