"""Tests of the module my_component."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from my_package.my_component import (
    MyComponent,
    # tsq: if errors: exceptions
    MyComponentError,
    # tsq: else
    MyComponentFailure,
    # tsq: end
    MyComponentRow,
    MyComponentRun,
    MyComponentStep,
    MyComponentStepReport,
    change,
    drop_fields,
    drop_if,
    keep_if,
    step,
)
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end


def rows_of(run: MyComponentRun) -> list[dict[str, Any]]:
    # tsq: if errors: exceptions
    return list(run)
    # tsq: else
    return [result.value for result in run if isinstance(result, Ok)]
    # tsq: end


def counted(run: MyComponentRun) -> list[tuple[int, int, int, int]]:
    return [(each.kept, each.changed, each.dropped, each.failed) for each in run.report.steps]


@pytest.mark.parametrize(
    ("made", "out", "counts"),
    [
        (keep_if("s", lambda row: row["n"] > 1), [{"n": 2, "t": "b"}], (1, 0, 1, 0)),
        (drop_if("s", lambda row: row["n"] > 1), [{"n": 1, "t": "a"}], (1, 0, 1, 0)),
        (drop_fields("s", "t", "absent"), [{"n": 1}, {"n": 2}], (0, 2, 0, 0)),
        (
            change("s", lambda row: {"n": max(row["n"], 2)}),
            [{"n": 2, "t": "a"}, {"n": 2, "t": "b"}],
            (1, 1, 0, 0),
        ),
        (
            step("s", lambda row: {"t": row["t"]} if row["n"] == 1 else None),
            [{"t": "a"}],
            (0, 1, 1, 0),
        ),
    ],
)
def test_a_step_does_what_it_says_and_is_counted(
    made: MyComponentStep, out: list[dict[str, Any]], counts: tuple[int, int, int, int]
) -> None:
    run = MyComponent(made).run([{"n": 1, "t": "a"}, {"n": 2, "t": "b"}])
    assert rows_of(run) == out
    assert counted(run) == [counts]


def test_steps_see_what_the_steps_before_them_left() -> None:
    run = MyComponent(
        drop_if("negative", lambda row: row["n"] < 0),
        change("double", lambda row: {"n": row["n"] * 2}),
        keep_if("small", lambda row: row["n"] < 5),
    ).run({"n": n} for n in (-1, 0, 1, 2, 3))
    assert rows_of(run) == [{"n": 0}, {"n": 2}, {"n": 4}]
    assert counted(run) == [(4, 0, 1, 0), (1, 3, 0, 0), (3, 0, 1, 0)]
    assert (run.report.rows_in, run.report.rows_out) == (5, 3)


@pytest.mark.parametrize(
    ("before", "after", "changed"), [(1, 1, 0), (1, 1.0, 1), (1, True, 1), ("a", "b", 1)]
)
def test_a_row_counts_as_changed_when_a_value_or_its_type_is_new(
    before: object, after: object, changed: int
) -> None:
    run = MyComponent(change("set", lambda _: {"v": after})).run([{"v": before}])
    assert rows_of(run) == [{"v": after if changed else before}]
    assert [each.changed for each in run.report.steps] == [changed]


def test_rows_are_read_only_when_they_are_asked_for() -> None:
    read: list[int] = []

    def source() -> Iterator[dict[str, int]]:
        for n in range(1000):
            read.append(n)
            yield {"n": n}

    run = MyComponent(keep_if("odd", lambda row: row["n"] % 2 == 1)).run(source())
    assert read == []
    next(run)
    assert read == [0, 1]
    assert (run.report.rows_in, run.report.rows_out) == (2, 1)


def test_the_input_stays_as_it_is_and_what_comes_out_is_new() -> None:
    row = {"n": 1}
    [out] = rows_of(MyComponent(keep_if("all", lambda _: True)).run([row]))
    out["n"] = 2
    assert row == {"n": 1}


def test_a_pipeline_runs_again_with_fresh_counts() -> None:
    pipeline = MyComponent(drop_if("all", lambda _: True))
    first, second = pipeline.run([{}, {}]), pipeline.run([{}])
    assert rows_of(first) == rows_of(second) == []
    assert counted(first) == [(0, 0, 2, 0)]
    assert counted(second) == [(0, 0, 1, 0)]


def test_a_pipeline_without_steps_lets_everything_through() -> None:
    assert rows_of(MyComponent().run([{"n": 1}])) == [{"n": 1}]


def test_then_makes_a_longer_pipeline_and_leaves_the_first_one() -> None:
    short = MyComponent(keep_if("one", lambda _: True))
    longer = short.then(keep_if("two", lambda _: True))
    assert [each.name for each in short.steps] == ["one"]
    assert [each.name for each in longer.steps] == ["one", "two"]


def test_two_steps_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="more than one step is called 'same'"):
        MyComponent(drop_fields("same", "a"), drop_fields("same", "b"))


@dataclass(frozen=True)
class _Rename:
    """A step of a user's own."""

    name: str
    old: str
    new: str

    def apply(self, row: MyComponentRow) -> MyComponentRow | None:
        return {self.new if key == self.old else key: value for key, value in row.items()}


def test_a_class_of_your_own_is_a_step() -> None:
    run = MyComponent(_Rename("rename", "a", "b")).run([{"a": 1, "c": 2}])
    assert rows_of(run) == [{"b": 1, "c": 2}]


def test_the_report_reads_as_a_table() -> None:
    run = MyComponent(
        keep_if("has n", lambda row: "n" in row), change("n", lambda row: {"n": row["n"] + 1})
    ).run([{"n": 1}, {}])
    rows_of(run)
    assert run.report.steps[0] == MyComponentStepReport("has n", 1, 0, 1, 0)
    assert str(run.report) == (
        "step      kept  changed  dropped   failed\n"
        "has n        1        0        1        0\n"
        "n            0        1        0        0\n"
        "rows: 2 in, 1 out"
    )


def writes(row: Mapping[str, Any]) -> Mapping[str, Any]:
    row["n"] = 0  # type: ignore[index]
    return row


FAULTS = [
    pytest.param(change("s", lambda row: {"m": row["absent"]}), "KeyError: 'absent'", id="raises"),
    pytest.param(step("s", writes), "TypeError: 'mappingproxy' object does", id="writes"),
    pytest.param(step("s", lambda _: True), "TypeError: a step returns a row", id="no row"),  # type: ignore[arg-type,return-value]
]


# tsq: if errors: exceptions
@pytest.mark.parametrize(("faulty", "reason"), FAULTS)
def test_a_failure_names_the_step_and_the_row(faulty: MyComponentStep, reason: str) -> None:
    run = MyComponent(drop_if("odd", lambda row: row["n"] % 2), faulty).run([{"n": 1}, {"n": 2}])
    with pytest.raises(MyComponentError) as caught:
        next(run)
    assert isinstance(caught.value, MyPackageError)
    assert caught.value.error_code == "my_component"
    assert (caught.value.step, caught.value.row) == ("s", 2)
    assert str(caught.value).startswith(f"step 's' failed on row 2: {reason}")
    assert isinstance(caught.value.__cause__, KeyError | TypeError)
    assert counted(run) == [(1, 0, 1, 0), (0, 0, 0, 1)]
    assert list(run) == []
# tsq: else
@pytest.mark.parametrize(("faulty", "reason"), FAULTS)
def test_a_failure_names_the_step_and_the_row(faulty: MyComponentStep, reason: str) -> None:
    run = MyComponent(drop_if("odd", lambda row: row["n"] % 2), faulty).run([{"n": 1}, {"n": 2}])
    match next(run):
        case Err(failure):
            assert (failure.step, failure.row) == ("s", 2)
            assert str(failure).startswith(f"step 's' failed on row 2: {reason}")
        case Ok(row):
            pytest.fail(f"{row} came through")
    assert counted(run) == [(1, 0, 1, 0), (0, 0, 0, 1)]


def inverse(row: MyComponentRow) -> dict[str, Any]:
    return {"n": 1 / row["n"]}


def test_a_run_goes_on_after_a_failure() -> None:
    run = MyComponent(change("inverse", inverse)).run([{"n": 2}, {"n": 0}, {"n": 4}])
    first, second, third = run
    assert first == Ok({"n": 0.5})
    assert isinstance(second, Err)
    assert isinstance(second.error, MyComponentFailure)
    assert isinstance(second.error.cause, ZeroDivisionError)
    assert third == Ok({"n": 0.25})
    assert counted(run) == [(0, 2, 0, 1)]


def test_collect_returns_all_rows_or_the_first_failure() -> None:
    pipeline = MyComponent(change("inverse", inverse))
    assert pipeline.run([{"n": 2}, {"n": 4}]).collect() == Ok([{"n": 0.5}, {"n": 0.25}])
    failed = pipeline.run([{"n": 2}, {"n": 0}, {"n": 0}]).collect()
    assert isinstance(failed, Err)
    assert failed.error.row == 2
# tsq: end
