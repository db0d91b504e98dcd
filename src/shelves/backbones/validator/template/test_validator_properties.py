"""What holds of the module my_component for every input."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from my_package.my_component import (
    MyComponent,
    boolean,
    integer,
    list_of,
    nullable,
    number,
    one_of,
    record,
    text,
)

STEADY = settings(derandomize=True, deadline=None, max_examples=50)
TEXT = st.text("aZ0_ .[]'\"\\\n\0é😀", max_size=8)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)
SCHEMA = MyComponent(
    record(
        {"id": integer(minimum=0), "tags": list_of(text(max_length=5), max_length=3)},
        {"size": nullable(number()), "extra": one_of(boolean(), record({}, unknown="allow"))},
    )
)
LIKELY = st.fixed_dictionaries(
    {},
    optional={"id": DATA, "tags": st.lists(DATA, max_size=5), "size": DATA, "extra": DATA, "z": DATA},
)


@STEADY
@given(DATA | LIKELY)
def test_no_data_makes_it_raise_and_the_same_data_gives_the_same_report(data: object) -> None:
    report = SCHEMA.validate(data)
    assert report == SCHEMA.validate(data)
    assert report.ok == (len(report) == 0)


@STEADY
@given(DATA | LIKELY)
def test_every_problem_leads_to_a_place_in_the_data(data: object) -> None:
    for problem in SCHEMA.validate(data):
        *way, last = problem.path or ("",)
        value: Any = data
        for step in way:
            value = value[step]
        if problem.code == "missing":
            assert last not in value
        elif problem.path:
            assert value[last] is not None or problem.found == "null"


@STEADY
@given(
    st.fixed_dictionaries(
        {"id": st.integers(min_value=0), "tags": st.lists(st.text("ab", max_size=5), max_size=3)},
        optional={"size": st.none() | st.floats(allow_nan=False, allow_infinity=False)},
    )
)
def test_data_made_by_the_schema_is_right(data: object) -> None:
    assert SCHEMA.validate(data).ok


@STEADY
@given(st.lists(st.integers() | TEXT))
def test_there_is_one_problem_for_each_item_that_is_wrong(items: list[int | str]) -> None:
    wrong = [position for position, each in enumerate(items) if isinstance(each, str)]
    report = MyComponent(list_of(integer())).validate(items)
    assert [each.path for each in report] == [(position,) for position in wrong]
