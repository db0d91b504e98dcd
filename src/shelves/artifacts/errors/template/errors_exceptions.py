"""The package's exceptions; catching MyPackageError catches them all."""

from typing import ClassVar


class MyPackageError(Exception):
    """Base of every failure of my_package's own.

    Wrong arguments raise Python's ValueError or TypeError.

    Attributes:
        error_code: What kind of failure it is, in a word that stays when its message is reworded.
    """

    error_code: ClassVar[str] = "failure"


class ConfigurationError(MyPackageError):
    """A setting holds a value that is not allowed, or cannot be read.

    Attributes:
        setting: The variable, key or file that is at fault.
        reason: What is wrong with it.
    """

    error_code: ClassVar[str] = "configuration"

    def __init__(self, setting: str, reason: str) -> None:
        """Name the setting and what is wrong with it."""
        super().__init__(setting, reason)
        self.setting = setting
        self.reason = reason

    def __str__(self) -> str:
        """Return one line for people."""
        return f"{self.setting}: {self.reason}"
