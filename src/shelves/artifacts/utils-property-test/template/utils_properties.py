import json

from hypothesis import given
from hypothesis import strategies as st

from my_package.my_models import Report
from my_package.my_output import render
from my_package.my_utils import printable

TEXTS = st.text()
VALUES = (
    TEXTS
    | st.integers()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.none()
)


@given(VALUES)
def test_whatever_is_shown_is_printable_and_shown_the_same_again(
    value: str | float | None,
) -> None:
    shown = printable(value)

    assert shown.isprintable()
    assert printable(shown) == shown


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")))
def test_what_is_printable_is_shown_as_it_is(text: str) -> None:
    assert printable(text) == text


@given(st.lists(st.tuples(TEXTS, VALUES)))
def test_a_table_has_one_line_for_each_row_and_json_every_value(
    rows: list[tuple[str, str | float | None]],
) -> None:
    report = Report(("name", "value"), tuple(rows))

    assert len(render(report, as_json=False).split("\n")) == 1 + len(rows)
    assert [tuple(each.values()) for each in json.loads(render(report, as_json=True))] == rows
