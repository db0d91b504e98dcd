"""What can hinder the package where it runs, one check for each."""

# tsq: each environs
import os
# tsq: end
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, distribution, requires
# tsq: if configuration: files, combination
from pathlib import Path
# tsq: end
from types import MappingProxyType
from typing import Final

from my_package.my_config import load_settings
# tsq: if errors: exceptions
from my_package.my_errors import ConfigurationError
# tsq: else
from my_package.my_errors import Err
# tsq: end

# tsq: each environs
ENVIRONMENT_PREFIX: Final = "MY_PACKAGE_"
# tsq: slot variables
VARIABLES: Final = frozenset({"MY_PACKAGE_LOG_LEVEL"})
# tsq: end
# tsq: end


class CheckCode(StrEnum):
    """What is looked at."""

    DEPENDENCIES = "dependencies"
    # tsq: each environs
    ENVIRONMENT = "environment"
    # tsq: end
    SETTINGS = "settings"


class Outcome(StrEnum):
    """What came of a check; one that does not apply here is skipped."""

    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    Attributes:
        code: What was looked at.
        outcome: What came of it.
        detail: Why, in a few words.
    """

    code: CheckCode
    outcome: Outcome
    detail: str


# tsq: if configuration: files, combination
def diagnose(config: Path | None = None) -> tuple[Finding, ...]:
    """Look at everything that could hinder the package.

    Args:
        config: The file of settings, if one was named.

    Returns:
        One finding for each check, in the order of their codes.
    """
    return tuple(CHECKS[code](config) for code in CheckCode)
# tsq: else
def diagnose() -> tuple[Finding, ...]:
    """Look at everything that could hinder the package.

    Returns:
        One finding for each check, in the order of their codes.
    """
    return tuple(CHECKS[code]() for code in CheckCode)
# tsq: end


# tsq: if configuration: files, combination
def _check_dependencies(_: Path | None) -> Finding:
# tsq: else
def _check_dependencies() -> Finding:
# tsq: end
    try:
        declared = requires("my-package") or []
    except PackageNotFoundError:
        return Finding(CheckCode.DEPENDENCIES, Outcome.SKIPPED, "it runs without being installed")
    # What is needed only under a condition may be missing.
    needed = sorted(re.split(r"[^\w.-]", each)[0] for each in declared if ";" not in each)
    missing = [name for name in needed if not _is_installed(name)]
    if missing:
        return Finding(CheckCode.DEPENDENCIES, Outcome.FAILED, f"missing: {', '.join(missing)}")
    told = f"installed: {', '.join(needed)}" if needed else "none is needed"
    return Finding(CheckCode.DEPENDENCIES, Outcome.OK, told)


# tsq: each environs
# tsq: if configuration: files, combination
def _check_environment(_: Path | None) -> Finding:
# tsq: else
def _check_environment() -> Finding:
# tsq: end
    # tsq: if configuration: pydantic-settings
    given = sorted(
        name for name in map(str.upper, os.environ) if name.startswith(ENVIRONMENT_PREFIX)
    )
    # tsq: else
    given = sorted(name for name in os.environ if name.startswith(ENVIRONMENT_PREFIX))
    # tsq: end
    unknown = [name for name in given if name not in VARIABLES]
    if not given:
        return Finding(CheckCode.ENVIRONMENT, Outcome.SKIPPED, "no variable of its own is set")
    if unknown:
        return Finding(CheckCode.ENVIRONMENT, Outcome.FAILED, f"nobody reads {', '.join(unknown)}")
    return Finding(CheckCode.ENVIRONMENT, Outcome.OK, f"set: {', '.join(given)}")


# tsq: end
# tsq: if configuration: files, combination
def _check_settings(config: Path | None) -> Finding:
# tsq: else
def _check_settings() -> Finding:
# tsq: end
    # tsq: if configuration: files
    if config is None:
        return Finding(CheckCode.SETTINGS, Outcome.SKIPPED, "no file was named: the defaults hold")
    # tsq: end
    # tsq: if errors: exceptions
    try:
        # tsq: if configuration: files, combination
        load_settings(config)
        # tsq: else
        load_settings()
        # tsq: end
    except ConfigurationError as error:
        return Finding(CheckCode.SETTINGS, Outcome.FAILED, str(error))
    # tsq: else
    # tsq: if configuration: files, combination
    loaded = load_settings(config)
    # tsq: else
    loaded = load_settings()
    # tsq: end
    if isinstance(loaded, Err):
        return Finding(CheckCode.SETTINGS, Outcome.FAILED, str(loaded.error))
    # tsq: end
    return Finding(CheckCode.SETTINGS, Outcome.OK, "they can be used")


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


# tsq: if configuration: files, combination
CHECKS: Final[Mapping[CheckCode, Callable[[Path | None], Finding]]] = MappingProxyType(
# tsq: else
CHECKS: Final[Mapping[CheckCode, Callable[[], Finding]]] = MappingProxyType(
# tsq: end
    {
        CheckCode.DEPENDENCIES: _check_dependencies,
        # tsq: each environs
        CheckCode.ENVIRONMENT: _check_environment,
        # tsq: end
        CheckCode.SETTINGS: _check_settings,
    }
)
