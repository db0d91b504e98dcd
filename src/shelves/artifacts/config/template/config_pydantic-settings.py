"""The package's settings, read from environment variables and validated by Pydantic."""

# tsq: if errors: results, mixed
from dataclasses import dataclass
# tsq: end
# tsq: each pathlib
from pathlib import Path
# tsq: end
from typing import Annotated, Final, Literal
# tsq: if errors: results, mixed
from typing import ClassVar
# tsq: end

from pydantic import BeforeValidator, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_errors import Err, Ok, Result
# tsq: end

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
ENVIRONMENT_PREFIX: Final = "MY_PACKAGE_"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value

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


class Settings(BaseSettings):
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

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, env_ignore_empty=True, frozen=True
    )

    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = "INFO"
    # tsq: each paths
    # tsq: slot default
    my_setting: Path = Path("a/file")
    # tsq: end
    # tsq: end
    # tsq: each addresses
    my_setting: str | None = None
    # tsq: end


# tsq: if errors: exceptions
def load_settings() -> Settings:
    """Read the settings from the environment.

    Returns:
        The settings, with the default for whatever is not set.

    Raises:
        ConfigurationError: A variable holds a value that is not allowed.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = f"{ENVIRONMENT_PREFIX}{first['loc'][0]}".upper()
        raise ConfigurationError(variable, first["msg"]) from error
# tsq: else
def load_settings() -> Result[Settings, ConfigurationProblem]:
    """Read the settings from the environment.

    Returns:
        The settings, with the default for whatever is not set, or what is wrong.
    """
    try:
        return Ok(Settings())
    except ValidationError as error:
        first = error.errors()[0]
        variable = f"{ENVIRONMENT_PREFIX}{first['loc'][0]}".upper()
        return Err(ConfigurationProblem(variable, first["msg"]))
# tsq: end
