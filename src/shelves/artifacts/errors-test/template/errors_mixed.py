from dataclasses import FrozenInstanceError

import pytest

from my_package.my_errors import (
    Err,
    MyPackageError,
    Ok,
    Result,
    UncheckedFailureError,
    expect,
    value_or,
)


def describe(result: Result[int, str]) -> str:
    match result:
        case Ok(value):
            return f"value {value}"
        case Err(error):
            return f"error {error}"


def test_matching_tells_success_from_failure() -> None:
    assert describe(Ok(3)) == "value 3"
    assert describe(Err("no such row")) == "error no such row"


def test_results_are_equal_when_they_hold_the_same() -> None:
    success: Result[int, int] = Ok(3)
    failure: Result[int, int] = Err(3)

    assert success == Ok(3)
    assert success != Ok(4)
    assert success != failure


def test_a_result_stands_in_for_a_wider_one() -> None:
    def widened(result: Result[bool, str]) -> Result[int, str | None]:
        return result

    assert widened(Err("no such row")) == Err("no such row")


def test_results_cannot_be_changed() -> None:
    result = Ok(3)

    with pytest.raises(FrozenInstanceError):
        result.value = 4  # type: ignore[misc]


def test_value_or_opens_a_success() -> None:
    assert value_or(Ok(0), 7) == 0


def test_value_or_answers_a_failure_with_the_default() -> None:
    assert value_or(Err("no such row"), 7) == 7


def test_expect_opens_a_success() -> None:
    assert expect(Ok(3)) == 3


def test_expecting_a_failure_to_be_a_success_is_misuse() -> None:
    with pytest.raises(UncheckedFailureError, match="no such row") as caught:
        expect(Err("no such row"))

    assert isinstance(caught.value, MyPackageError)
    assert caught.value.error == "no such row"
