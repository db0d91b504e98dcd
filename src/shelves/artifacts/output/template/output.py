"""How an answer is printed: a table for people, JSON for programs."""

import json
import math

from my_package.my_models import Report, Value
from my_package.my_utils import printable

__all__ = ["render"]


def render(report: Report, *, as_json: bool) -> str:
    """Write a report as text, without a line break at its end.

    Args:
        report: What is to be shown.
        as_json: Whether a program reads it.

    Returns:
        An array of objects as JSON, where a number that is not finite is null; or a table.
    """
    return _json(report) if as_json else _table(report)


def _json(report: Report) -> str:
    objects = [dict(zip(report.columns, map(_in_json, row), strict=True)) for row in report.rows]
    return json.dumps(objects, indent=2, allow_nan=False, default=str)


def _in_json(value: Value) -> Value:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _table(report: Report) -> str:
    lines = [report.columns, *(tuple(map(printable, row)) for row in report.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
