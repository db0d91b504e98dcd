"""What holds of the module my_component for every input."""

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from my_package.my_component import MyComponent, MyComponentRun, change, drop_fields, drop_if, keep_if
# tsq: if errors: results, mixed
from my_package.my_errors import Ok
# tsq: end

STEADY = settings(derandomize=True, deadline=None, max_examples=50)
ROWS = st.lists(st.fixed_dictionaries({"n": st.integers(), "t": st.text("ab ", max_size=3)}), max_size=20)
STEPS = st.lists(
    st.sampled_from(
        [
            keep_if("even", lambda row: row["n"] % 2 == 0),
            drop_if("no text", lambda row: not row.get("t")),
            change("clamp", lambda row: {"n": max(-5, min(5, row["n"]))}),
            drop_fields("text", "t"),
        ]
    ),
    unique_by=lambda each: each.name,
).map(lambda steps: MyComponent(*steps))


def rows_of(run: MyComponentRun) -> list[dict[str, Any]]:
    # tsq: if errors: exceptions
    return list(run)
    # tsq: else
    return [result.value for result in run if isinstance(result, Ok)]
    # tsq: end


@STEADY
@given(STEPS, ROWS)
def test_every_row_that_reaches_a_step_is_counted_once(
    pipeline: MyComponent, rows: list[dict[str, Any]]
) -> None:
    run = pipeline.run(rows)
    out = rows_of(run)
    reaching = len(rows)
    for each in run.report.steps:
        assert each.kept + each.changed + each.dropped + each.failed == reaching
        reaching = each.kept + each.changed
    assert reaching == len(out) == run.report.rows_out
    assert run.report.rows_in == len(rows)


@STEADY
@given(STEPS, ROWS)
def test_the_same_rows_give_the_same_result_and_stay_as_they_are(
    pipeline: MyComponent, rows: list[dict[str, Any]]
) -> None:
    before = copy.deepcopy(rows)
    first, second = pipeline.run(rows), pipeline.run(rows)
    assert rows_of(first) == rows_of(second)
    assert first.report == second.report
    assert rows == before


@STEADY
@given(STEPS, ROWS, ROWS)
def test_two_inputs_one_after_the_other_are_as_good_as_both_at_once(
    pipeline: MyComponent, one: list[dict[str, Any]], two: list[dict[str, Any]]
) -> None:
    apart = rows_of(pipeline.run(one)) + rows_of(pipeline.run(two))
    assert rows_of(pipeline.run(one + two)) == apart
