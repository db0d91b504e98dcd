"""What becomes of a subcommand's request: an action carries it out, by default by describing it."""

from collections.abc import Callable
from dataclasses import Field, dataclass, fields
from typing import Any, ClassVar, Final, Protocol, TypeAlias, TypeVar

from my_package.my_errors import Err, Ok, Result
from my_package.my_models import Failure, Report

__all__ = ["Action", "ActionProblem", "Request", "describe", "explained", "perform"]

ONLY_DESCRIBED: Final = (
    "It describes its request and does nothing else, until it is given an action of its own."
)


class Request(Protocol):
    """What a subcommand is asked for: an instance of a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Asked = TypeVar("Asked", bound=Request)

Action: TypeAlias = Callable[[Asked], Result[Report, Failure]]
"""What a subcommand does with its request, and what it answers."""


@dataclass(frozen=True, slots=True)
class ActionProblem:
    """What hindered an action: a file that the system refused it, or one that is not text.

    Attributes:
        error_code: What kind of failure it is, in a word that stays when its message is reworded.
        reason: What is wrong, as the system says it.
    """

    error_code: ClassVar[str] = "action"

    reason: str

    def __str__(self) -> str:
        """Return one line for people."""
        return self.reason


def describe(request: Request) -> Ok[Report]:
    """Answer with the request as it was understood; nothing outside of it is looked at or changed.

    Args:
        request: What the subcommand is asked for.

    Returns:
        Every value of the request by its name, defaults included.
    """
    values = [(field.name, getattr(request, field.name)) for field in fields(request)]
    return Ok(Report(("name", "value"), tuple(values)))


def perform(action: Action[Asked], request: Asked) -> Result[Report, Failure]:
    """Have a request carried out.

    Args:
        action: What carries it out.
        request: What the subcommand is asked for.

    Returns:
        What the action answers, or what hindered it: the system refused it something, or text
        does not fit its encoding.
    """
    try:
        return action(request)
    except OSError as error:
        return Err(ActionProblem(str(error)))
    except UnicodeError as error:
        # Whose file it is, the error does not know; what is wrong with it, and where, it does.
        reason = f"text is not in the encoding that is expected: {error} (save its file in that one)"
        return Err(ActionProblem(reason))


def explained(does: str, action: Action[Asked]) -> str:
    """Say in a subcommand's help what it is for, and how far that goes.

    Args:
        does: What it is for.
        action: What it does with its request.

    Returns:
        The same, and that it only describes where there is no more to it.
    """
    return f"{does} {ONLY_DESCRIBED}" if action is describe else does
