import json
from pathlib import Path

import pytest

from my_package.my_output import Report, Value, printable, render

REPORT = Report(("name", "value"), (("source", Path("a/file")), ("limit", 3), ("note", None)))


def test_people_get_a_table_with_aligned_columns() -> None:
    assert render(REPORT, as_json=False).splitlines() == [
        "name    value",
        f"source  {Path('a/file')}",
        "limit   3",
        "note    -",
    ]


def test_programs_get_values_under_the_names_of_the_columns() -> None:
    assert json.loads(render(REPORT, as_json=True)) == [
        {"name": "source", "value": str(Path("a/file"))},
        {"name": "limit", "value": 3},
        {"name": "note", "value": None},
    ]


def test_without_rows_the_columns_are_named_and_json_is_empty() -> None:
    empty = Report(("name", "value"), ())

    assert render(empty, as_json=False) == "name  value"
    assert json.loads(render(empty, as_json=True)) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain text", "plain text"),
        ("größer", "größer"),
        (True, "true"),
        (False, "false"),
        (0.5, "0.5"),
        (None, "-"),
        ("two\nlines", "two\\nlines"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\udcff", "\\udcff"),
        ("\u202eright to left", "\\u202eright to left"),
    ],
)
def test_no_value_breaks_the_line_or_speaks_to_the_terminal(value: Value, shown: str) -> None:
    assert printable(value) == shown


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="1 values do not fit 2 columns"):
        Report(("name", "value"), (("alone",),))


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        render(Report(("value",), ((float("nan"),),)), as_json=True)
