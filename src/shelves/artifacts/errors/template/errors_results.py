"""Results of the package: what can fail returns an Ok or an Err, and raises nothing.

A caller opens a result by matching it::

    match result:
        case Ok(value):
            print(value)
        case Err(error):
            print(error)
"""

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Value = TypeVar("Value")
Error = TypeVar("Error")
Default = TypeVar("Default")
# What cannot change may stand in for something wider: an Err[A] is an Err[A | B].
Value_co = TypeVar("Value_co", covariant=True)
Error_co = TypeVar("Error_co", covariant=True)


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
