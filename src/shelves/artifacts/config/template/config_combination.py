"""The package's settings: a TOML file, overridden by environment variables."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args
# tsq: if errors: results, mixed
from typing import ClassVar
# tsq: end

# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
LOG_LEVELS: Final[tuple[LogLevel, ...]] = get_args(LogLevel)
LOG_LEVEL_KEY: Final = "log_level"
KEYS: Final = (
    LOG_LEVEL_KEY,
    # tsq: each addresses
    "my_setting",
    # tsq: end
)
LOG_LEVEL_VARIABLE: Final = "MY_PACKAGE_LOG_LEVEL"
# tsq: if errors: results, mixed


@dataclass(frozen=True, slots=True)
class ConfigurationProblem:
    """Why the settings cannot be used.

    Attributes:
        error_code: What kind of failure it is, in a word that stays when its message is reworded.
        setting: The variable, key or file that is at fault.
        reason: What is wrong with it.
    """

    error_code: ClassVar[str] = "configuration"

    setting: str
    reason: str

    def __str__(self) -> str:
        """Return one line for people."""
        return f"{self.setting}: {self.reason}"
# tsq: end


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    Attributes:
        # tsq: slot log_level
        log_level: The lowest level of log record to show.
        # tsq: end
        # tsq: each addresses
        # tsq: slot meaning
        my_setting: Where another service is.
        # tsq: end
        # tsq: end
    """

    log_level: LogLevel = "INFO"
    # tsq: each addresses
    my_setting: str | None = None
    # tsq: end


# tsq: if errors: exceptions
def load_settings(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; a variable wins over the file, the file over the default.

    Args:
        path: The TOML file, if there is one.
        environ: The variables, by default those of the process; an empty one counts as not set.

    Returns:
        The settings, with the default for whatever is not set.

    Raises:
        ConfigurationError: The file cannot be read, or a value is not allowed.
    """
    table = {} if path is None else _read(path)
    source, wanted = LOG_LEVEL_KEY, table.get(LOG_LEVEL_KEY, Settings().log_level)
    if variable := environ.get(LOG_LEVEL_VARIABLE):
        source, wanted = LOG_LEVEL_VARIABLE, variable
    level = _level(wanted)
    if level is None:
        raise ConfigurationError(source, f"must be one of {', '.join(LOG_LEVELS)}")
    return Settings(
        # tsq: each addresses
        my_setting=environ.get("MY_PACKAGE_MY_SETTING") or _text(table.get("my_setting")),
        # tsq: end
        log_level=level
    )


def _read(path: Path) -> dict[str, object]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(str(path), str(error)) from error
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        raise ConfigurationError(unknown[0], f"is no setting; {path} may hold {', '.join(KEYS)}")
    # tsq: each texts
    wrong = [key for key in KEYS[1:] if not isinstance(table.get(key, ""), str)]
    if wrong:
        raise ConfigurationError(wrong[0], "must be a text")
    # tsq: end
    return table
# tsq: else
def load_settings(
    path: Path | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Result[Settings, ConfigurationProblem]:
    """Read the settings; a variable wins over the file, the file over the default.

    Args:
        path: The TOML file, if there is one.
        environ: The variables, by default those of the process; an empty one counts as not set.

    Returns:
        The settings, with the default for whatever is not set, or what is wrong.
    """
    table: dict[str, object] = {}
    if path is not None:
        found = _read(path)
        if isinstance(found, Err):
            return found
        table = found.value
    source, wanted = LOG_LEVEL_KEY, table.get(LOG_LEVEL_KEY, Settings().log_level)
    if variable := environ.get(LOG_LEVEL_VARIABLE):
        source, wanted = LOG_LEVEL_VARIABLE, variable
    level = _level(wanted)
    if level is None:
        reason = f"must be one of {', '.join(LOG_LEVELS)}"
        return Err(ConfigurationProblem(source, reason))
    return Ok(
        Settings(
            # tsq: each addresses
            my_setting=environ.get("MY_PACKAGE_MY_SETTING") or _text(table.get("my_setting")),
            # tsq: end
            log_level=level
        )
    )


def _read(path: Path) -> Result[dict[str, object], ConfigurationProblem]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Err(ConfigurationProblem(str(path), str(error)))
    unknown = sorted(table.keys() - set(KEYS))
    if unknown:
        reason = f"is no setting; {path} may hold {', '.join(KEYS)}"
        return Err(ConfigurationProblem(unknown[0], reason))
    # tsq: each texts
    wrong = [key for key in KEYS[1:] if not isinstance(table.get(key, ""), str)]
    if wrong:
        return Err(ConfigurationProblem(wrong[0], "must be a text"))
    # tsq: end
    return Ok(table)
# tsq: end


def _level(value: object) -> LogLevel | None:
    wanted = value.upper() if isinstance(value, str) else value
    return next((level for level in LOG_LEVELS if level == wanted), None)
# tsq: each texts


def _text(value: object) -> str | None:
    # An empty text counts as not set, as an empty variable does.
    return value if isinstance(value, str) and value else None
# tsq: end
