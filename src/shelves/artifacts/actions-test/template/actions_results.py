from dataclasses import dataclass
from pathlib import Path

import pytest

from my_package.my_actions import ActionProblem, describe, explained, perform
from my_package.my_errors import Err, Ok
from my_package.my_models import Report


@dataclass(frozen=True)
class Order:
    article: str
    count: int = 1


ORDER = Order("nails")


def pack(order: Order) -> Ok[Report]:
    return Ok(Report(("packed",), ((order.article,),) * order.count))


def test_a_description_has_every_value_defaults_included() -> None:
    report = Report(("name", "value"), (("article", "nails"), ("count", 1)))

    assert describe(ORDER) == Ok(report)


def test_an_action_gets_the_request_and_answers() -> None:
    report = Report(("packed",), (("nails",), ("nails",)))

    assert perform(pack, Order("nails", 2)) == Ok(report)


def test_a_failure_of_an_action_is_handed_on() -> None:
    failed = Err(ActionProblem("no nails left"))

    assert perform(lambda _: failed, ORDER) is failed


def test_what_the_system_refuses_is_a_failure_too() -> None:
    def lose(order: Order) -> Ok[Report]:
        raise FileNotFoundError(2, "No such file", order.article)

    lost = perform(lose, ORDER)

    assert isinstance(lost, Err)
    assert lost.error.error_code == "action"
    assert str(lost.error) == "[Errno 2] No such file: 'nails'"


def test_a_file_that_is_not_text_is_a_failure_too(tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.txt"
    drawing.write_bytes(b"\xff\xd8")

    def read(_: Order) -> Ok[Report]:
        return Ok(Report(("text",), ((drawing.read_text(encoding="utf-8"),),)))

    unread = perform(read, ORDER)

    assert isinstance(unread, Err)
    assert "text is not in the encoding" in str(unread.error)
    assert "'utf-8' codec can't decode byte 0xff" in str(unread.error)


def test_a_bug_of_an_action_stays_one() -> None:
    def divide(order: Order) -> Ok[Report]:
        return Ok(Report(("share",), ((1 // (order.count - 1),),)))

    with pytest.raises(ZeroDivisionError):
        perform(divide, ORDER)


def test_help_says_when_nothing_else_is_done() -> None:
    assert explained("Packs orders.", pack) == "Packs orders."
    assert explained("Packs orders.", describe).startswith("Packs orders. It describes ")
