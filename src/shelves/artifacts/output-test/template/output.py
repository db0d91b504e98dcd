import json
from pathlib import Path

import pytest

from my_package.my_models import Report
from my_package.my_output import render

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


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_a_number_that_json_cannot_say_is_null_there_and_shown_in_a_table(number: str) -> None:
    report = Report(("value",), ((float(number),),))

    assert json.loads(render(report, as_json=True)) == [{"value": None}]
    assert render(report, as_json=False).splitlines() == ["value", number]
