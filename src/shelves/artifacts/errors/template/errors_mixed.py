"""Errors of my_package: results for failures to expect, exceptions for misuse.

A caller opens a result by matching it::

    match result:
        case Ok(value):
            print(value)
        case Err(error):
            print(error)

Misuse is raised: the package's own errors derive from MyPackageError,
and wrong arguments raise Python's ValueError or TypeError.
"""

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Value = TypeVar("Value")
Error = TypeVar("Error")
Default = TypeVar("Default")
# What cannot change may stand in for something wider: an Err[A] is an Err[A | B].
Value_co = TypeVar("Value_co", covariant=True)
Error_co = TypeVar("Error_co", covariant=True)


class MyPackageError(Exception):
    """Base of every error of my_package's own.

    Wrong arguments raise Python's ValueError or TypeError.
    """


class UncheckedFailureError(MyPackageError):
    """A failure was opened as if it were a success.

    Attributes:
        error: The error of the failure.
    """

    def __init__(self, error: object) -> None:
        """Keep the error that nobody looked at."""
        super().__init__(error)
        self.error = error

    def __str__(self) -> str:
        """Return one line for people."""
        return f"a failure was opened as a success: {self.error}"


@dataclass(frozen=True, slots=True)
class Ok(Generic[Value_co]):
    """A success.

    Attributes:
        value: What was asked for.
    """

    value: Value_co


@dataclass(frozen=True, slots=True)
class Err(Generic[Error_co]):
    """An expected failure.

    Attributes:
        error: What went wrong, as a value.
    """

    error: Error_co


Result: TypeAlias = Ok[Value] | Err[Error]


def value_or(result: Result[Value, Error], default: Default) -> Value | Default:
    """Open a result when any failure can be answered with the same value.

    Args:
        result: The result to open.
        default: What a failure becomes.

    Returns:
        The value of a success, or the default.
    """
    return result.value if isinstance(result, Ok) else default


def expect(result: Result[Value, Error]) -> Value:
    """Open a result that cannot be a failure here.

    Args:
        result: The result to open.

    Returns:
        The value of a success.

    Raises:
        UncheckedFailureError: The result is a failure.
    """
    if isinstance(result, Err):
        raise UncheckedFailureError(result.error)
    return result.value
