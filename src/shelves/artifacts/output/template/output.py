"""What a subcommand answers, and how it is printed: a table for people, JSON for programs."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

__all__ = ["Report", "Value", "printable", "render"]

Value: TypeAlias = str | int | float | bool | Path | None


@dataclass(frozen=True, slots=True)
class Report:
    """Rows of values under named columns.

    Attributes:
        columns: The names, which JSON uses as keys.
        rows: The values, as many in each row as there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        for row in self.rows:
            if len(row) != len(self.columns):
                message = f"{len(row)} values do not fit {len(self.columns)} columns"
                raise ValueError(message)


def render(report: Report, *, as_json: bool) -> str:
    """Write a report as text, without a line break at its end.

    Args:
        report: What is to be shown.
        as_json: Whether a program reads it.

    Returns:
        An array of objects as JSON, or a table.
    """
    return _json(report) if as_json else _table(report)


def printable(value: Value) -> str:
    """Write a value on one line, with nothing in it that a terminal would obey.

    Args:
        value: The value; None is shown as a dash.

    Returns:
        Its text, with whatever is not printable as an escape.
    """
    if value is None:
        return "-"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


def _json(report: Report) -> str:
    objects = [dict(zip(report.columns, row, strict=True)) for row in report.rows]
    return json.dumps(objects, indent=2, allow_nan=False, default=str)


def _table(report: Report) -> str:
    lines = [report.columns, *(tuple(map(printable, row)) for row in report.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
