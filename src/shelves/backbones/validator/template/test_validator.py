"""Tests of the module my_component."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from my_package.my_component import (
    MAX_DEPTH,
    MyComponent,
    # tsq: if errors: exceptions
    MyComponentError,
    # tsq: end
    MyComponentProblem,
    MyComponentRule,
    boolean,
    choice,
    integer,
    list_of,
    nullable,
    number,
    one_of,
    record,
    text,
)
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end


def found_by(rule: MyComponentRule, value: object) -> list[tuple[str, str]]:
    return [(each.place, each.code) for each in MyComponent(rule).validate(value)]


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (text(), ""),
        (text(min_length=2, max_length=3, pattern="[a-z]+"), "abc"),
        (integer(), -(10**400)),
        (integer(minimum=1, maximum=1), 1),
        (number(), 2),
        (number(minimum=0.5, maximum=0.5), 0.5),
        (boolean(), False),
        (choice("new", 3), 3),
        (nullable(integer()), None),
        (nullable(integer()), 4),
        (one_of(integer(), text()), "a"),
        (list_of(integer(), min_length=1, max_length=2), [1, 2]),
        (list_of(integer()), (1, 2)),
        (record({}), {}),
        (record({"a": integer()}, {"b": text()}), {"a": 1}),
        (record({"a": integer()}, {"b": text()}), {"b": "x", "a": 1}),
        (record({}, unknown="allow"), {"whatever": 1, 2: 3}),
    ],
)
def test_data_that_fits_has_no_problem(rule: MyComponentRule, value: object) -> None:
    assert found_by(rule, value) == []


@pytest.mark.parametrize(
    ("rule", "value", "code"),
    [
        (text(), 1, "type"),
        (text(min_length=2), "a", "too_short"),
        (text(max_length=2), "abc", "too_long"),
        (text(pattern="[a-z]+"), "abc1", "pattern"),
        (integer(), "1", "type"),
        (integer(), True, "type"),
        (integer(), 1.0, "type"),
        (integer(minimum=1), 0, "too_small"),
        (integer(maximum=1), 2, "too_large"),
        (number(), False, "type"),
        (number(), None, "type"),
        (number(), math.nan, "not_finite"),
        (number(), -math.inf, "not_finite"),
        (number(minimum=0), -0.5, "too_small"),
        (number(maximum=0), 10**400, "too_large"),
        (boolean(), 0, "type"),
        (choice("new", 1), True, "not_a_choice"),
        (choice("new", 1), [], "not_a_choice"),
        (nullable(integer()), "", "type"),
        (one_of(integer(), text()), None, "no_alternative"),
        (list_of(integer()), "12", "type"),
        (list_of(integer(), min_length=1), [], "too_short"),
        (record({}), [], "type"),
    ],
)
def test_a_wrong_value_is_one_problem(rule: MyComponentRule, value: object, code: str) -> None:
    assert found_by(rule, value) == [("$", code)]


def test_every_problem_is_found_with_its_path_in_the_order_of_the_schema() -> None:
    order = record(
        {"id": integer(), "items": list_of(record({"price": number(minimum=0)}))},
        {"odd key": text()},
    )
    data = {"items": [{"price": 1}, {"price": -1}, {"cost": 2}], "odd key": 5, "more": 1}
    assert found_by(order, data) == [
        ("$.id", "missing"),
        ("$.items[1].price", "too_small"),
        ("$.items[2].price", "missing"),
        ("$.items[2].cost", "unknown"),
        ("$['odd key']", "type"),
        ("$.more", "unknown"),
    ]


def test_a_key_that_is_not_text_is_an_unknown_field() -> None:
    assert found_by(record({}), {None: 1}) == [("$.null", "unknown")]


def test_a_list_that_is_too_long_is_not_looked_into() -> None:
    assert found_by(list_of(integer(), max_length=2), ["a"] * 1000) == [("$", "too_long")]


def test_a_text_that_is_too_long_is_not_searched() -> None:
    assert found_by(text(max_length=5, pattern="(a+)+b"), "a" * 1000) == [("$", "too_long")]


def test_the_nearest_alternative_explains_what_is_wrong_inside() -> None:
    rule = one_of(integer(), record({"a": integer(), "b": integer()}), record({"a": integer()}))
    assert found_by(rule, {"a": "x"}) == [("$.a", "type")]


def test_alternatives_that_all_miss_are_named_once() -> None:
    [problem] = MyComponent(one_of(integer(), text(), integer())).validate(None)
    assert str(problem) == "$: expected an integer or text, found null"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        (True, "true"),
        (7, "7"),
        (0.5, "0.5"),
        ("a\nb", r"'a\nb'"),
        ("a" * 41, f"'{'a' * 40}'… (41 characters)"),
        (1 << 300, "an integer of 301 bits"),
        ([1], "a list of 1 item"),
        ({}, "an object of 0 fields"),
        (object(), "a value of type object"),
    ],
)
def test_a_message_shows_the_value_shortened(value: object, shown: str) -> None:
    [problem] = MyComponent(choice("only this")).validate(value)
    assert str(problem) == f"$: expected one of 'only this', found {shown}"


def comment(value: object, path: tuple[str | int, ...]) -> Iterator[MyComponentProblem]:
    """Keep a rule that refers to itself: a comment has replies, which are comments."""
    yield from record({"replies": list_of(comment)})(value, path)


def test_a_schema_may_refer_to_itself() -> None:
    thread = {"replies": [{"replies": []}, {"replies": [{"reply": []}]}]}
    assert found_by(comment, thread) == [
        ("$.replies[1].replies[0].replies", "missing"),
        ("$.replies[1].replies[0].reply", "unknown"),
    ]


def nested(levels: int) -> dict[str, Any]:
    thread: dict[str, Any] = {"replies": []}
    for _ in range(levels):
        thread = {"replies": [thread]}
    return thread


def test_data_that_lies_too_deep_is_a_problem_and_not_a_crash() -> None:
    [problem] = MyComponent(comment).validate(nested(5000))
    assert (problem.code, len(problem.path)) == ("too_deep", MAX_DEPTH)


def test_a_list_that_holds_itself_is_a_problem_and_not_a_crash() -> None:
    endless: list[object] = []
    endless.append(endless)

    def lists(value: object, path: tuple[str | int, ...]) -> Iterator[MyComponentProblem]:
        yield from list_of(lists)(value, path)

    assert [each.code for each in MyComponent(lists).validate(endless)] == ["too_deep"]


def test_a_report_is_true_and_empty_when_the_data_is_right() -> None:
    report = MyComponent(integer()).validate(1)
    assert report
    assert report.ok
    assert (len(report), list(report), str(report)) == (0, [], "no problems")


def test_a_report_is_false_and_reads_line_by_line_when_it_is_not() -> None:
    report = MyComponent(list_of(integer())).validate(["a", 1, None])
    assert not report
    assert len(report) == 2
    assert str(report) == (
        "$[0]: expected an integer, found 'a'\n$[2]: expected an integer, found null"
    )


@pytest.mark.parametrize(
    ("make", "limits"),
    [
        (text, {"min_length": 2, "max_length": 1}),
        (integer, {"minimum": 2, "maximum": 1}),
        (number, {"minimum": 0.2, "maximum": 0.1}),
    ],
)
def test_limits_that_nothing_can_keep_are_refused(
    make: Callable[..., MyComponentRule], limits: dict[str, float]
) -> None:
    with pytest.raises(ValueError, match="cannot be at least"):
        make(**limits)


def test_a_field_that_is_both_required_and_optional_is_refused() -> None:
    with pytest.raises(ValueError, match="both required and optional: a"):
        record({"a": integer(), "b": text()}, {"a": text()})


def test_check_hands_back_the_data_that_is_right() -> None:
    data = {"a": 1}
    # tsq: if errors: exceptions
    assert MyComponent(record({"a": integer()})).check(data) is data
    # tsq: else
    assert MyComponent(record({"a": integer()})).check(data) == Ok(data)
    # tsq: end


# tsq: if errors: exceptions
def test_check_raises_an_error_of_the_package_that_holds_the_report() -> None:
    schema = MyComponent(list_of(integer()))
    with pytest.raises(MyComponentError, match="expected an integer") as caught:
        schema.check(["a", "b"])
    assert isinstance(caught.value, MyPackageError)
    assert caught.value.error_code == "my_component"
    assert caught.value.report == schema.validate(["a", "b"])
    assert str(caught.value) == str(caught.value.report)
# tsq: else
def test_check_returns_the_report_of_data_that_is_wrong() -> None:
    schema = MyComponent(list_of(integer()))
    assert schema.check(["a", "b"]) == Err(schema.validate(["a", "b"]))
# tsq: end
