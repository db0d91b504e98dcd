"""What becomes of a subcommand's request: an action carries it out, by default by describing it."""

from collections.abc import Callable
from dataclasses import Field, fields
from typing import Any, ClassVar, Final, Protocol, TypeAlias, TypeVar

from my_package.my_errors import MyPackageError
from my_package.my_models import Report

__all__ = ["Action", "ActionError", "Request", "describe", "explained", "perform"]

ONLY_DESCRIBED: Final = (
    "It describes its request and does nothing else, until it is given an action of its own."
)


class Request(Protocol):
    """What a subcommand is asked for: an instance of a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Asked = TypeVar("Asked", bound=Request)

Action: TypeAlias = Callable[[Asked], Report]
"""What a subcommand does with its request, and what it answers."""


class ActionError(MyPackageError):
    """The system refused an action something, such as a file, or a text of it is none."""

    error_code: ClassVar[str] = "action"


def describe(request: Request) -> Report:
    """Answer with the request as it was understood; nothing outside of it is looked at or changed.

    Args:
        request: What the subcommand is asked for.

    Returns:
        Every value of the request by its name, defaults included.
    """
    values = [(field.name, getattr(request, field.name)) for field in fields(request)]
    return Report(("name", "value"), tuple(values))


def perform(action: Action[Asked], request: Asked) -> Report:
    """Have a request carried out.

    Args:
        action: What carries it out; errors of the package's own are its way to say that it failed.
        request: What the subcommand is asked for.

    Returns:
        What the action answers.

    Raises:
        ActionError: The system refused the action something, or text does not fit its encoding.
    """
    try:
        return action(request)
    except OSError as error:
        raise ActionError(str(error)) from error
    except UnicodeError as error:
        # Whose file it is, the error does not know; what is wrong with it, and where, it does.
        message = f"text is not in the encoding that is expected: {error} (save its file in that one)"
        raise ActionError(message) from error


def explained(does: str, action: Action[Asked]) -> str:
    """Say in a subcommand's help what it is for, and how far that goes.

    Args:
        does: What it is for.
        action: What it does with its request.

    Returns:
        The same, and that it only describes where there is no more to it.
    """
    return f"{does} {ONLY_DESCRIBED}" if action is describe else does
