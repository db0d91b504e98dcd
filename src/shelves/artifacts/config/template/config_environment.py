"""The package's settings, read from environment variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
# tsq: each pathlib
from pathlib import Path
# tsq: end
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
        # tsq: each paths
        # tsq: slot meaning
        my_setting: A file.
        # tsq: end
        # tsq: end
        # tsq: each addresses
        # tsq: slot meaning
        my_setting: Where another service is.
        # tsq: end
        # tsq: end
    """

    log_level: LogLevel = "INFO"
    # tsq: each paths
    # tsq: slot default
    my_setting: Path = Path("a/file")
    # tsq: end
    # tsq: end
    # tsq: each addresses
    my_setting: str | None = None
    # tsq: end


# tsq: if errors: exceptions
def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from the environment.

    Args:
        environ: The variables, by default those of the process; an empty one counts as not set.

    Returns:
        The settings, with the default for whatever is not set.

    Raises:
        ConfigurationError: A variable holds a value that is not allowed.
    """
    wanted = (environ.get(LOG_LEVEL_VARIABLE) or Settings().log_level).upper()
    for level in LOG_LEVELS:
        if level == wanted:
            return Settings(
                # tsq: each paths
                my_setting=Path(environ.get("MY_PACKAGE_MY_SETTING") or Settings().my_setting),
                # tsq: end
                # tsq: each addresses
                my_setting=environ.get("MY_PACKAGE_MY_SETTING") or None,
                # tsq: end
                log_level=level
            )
    raise ConfigurationError(LOG_LEVEL_VARIABLE, f"must be one of {', '.join(LOG_LEVELS)}")
# tsq: else
def load_settings(
    environ: Mapping[str, str] = os.environ,
) -> Result[Settings, ConfigurationProblem]:
    """Read the settings from the environment.

    Args:
        environ: The variables, by default those of the process; an empty one counts as not set.

    Returns:
        The settings, with the default for whatever is not set, or what is wrong.
    """
    wanted = (environ.get(LOG_LEVEL_VARIABLE) or Settings().log_level).upper()
    for level in LOG_LEVELS:
        if level == wanted:
            return Ok(
                Settings(
                    # tsq: each paths
                    my_setting=Path(environ.get("MY_PACKAGE_MY_SETTING") or Settings().my_setting),
                    # tsq: end
                    # tsq: each addresses
                    my_setting=environ.get("MY_PACKAGE_MY_SETTING") or None,
                    # tsq: end
                    log_level=level
                )
            )
    reason = f"must be one of {', '.join(LOG_LEVELS)}"
    return Err(ConfigurationProblem(LOG_LEVEL_VARIABLE, reason))
# tsq: end
