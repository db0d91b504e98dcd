"""What the modules of the program hand to each other."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
# tsq: if errors: exceptions
from typing import TypeAlias
# tsq: else
from typing import ClassVar, Protocol, TypeAlias
# tsq: end

# tsq: if errors: exceptions
__all__ = ["ExitCode", "Options", "Report", "Value"]
# tsq: else
__all__ = ["ExitCode", "Failure", "Options", "Report", "Value"]
# tsq: end

Value: TypeAlias = str | int | float | bool | Path | None


class ExitCode(IntEnum):
    """How the program ends, unless it is interrupted (130) or fails by a bug (1)."""

    OK = 0
    USAGE = 2
    FAILED = 3
    FOUND = 4
    # A shell says the same of any program whose output is no longer read.
    UNREAD = 141


# tsq: if errors: results, mixed
class Failure(Protocol):
    """What a subcommand can fail with; its text is one line for people.

    Attributes:
        error_code: What kind of failure it is, in a word.
    """

    error_code: ClassVar[str]


# tsq: end
@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What stands before the subcommand.

    Attributes:
        verbose: Whether records for debugging are shown.
        # tsq: if configuration: files, combination
        config: The file of settings, if one was named.
        # tsq: end
    """

    verbose: bool = False
    # tsq: if configuration: files, combination
    config: Path | None = None
    # tsq: end


@dataclass(frozen=True, slots=True)
class Report:
    """What a subcommand answers: rows of values under named columns.

    Attributes:
        columns: The names, each another, which JSON uses as keys.
        rows: The values, as many in each row as there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        """Refuse columns that share a name, and rows that do not fit the columns."""
        if len(set(self.columns)) < len(self.columns):
            message = f"columns share a name: {', '.join(self.columns)}"
            raise ValueError(message)
        for row in self.rows:
            if len(row) != len(self.columns):
                message = f"{len(row)} values do not fit {len(self.columns)} columns"
                raise ValueError(message)
