from dataclasses import dataclass
from pathlib import Path

import pytest

from my_package.my_actions import ActionError, describe, explained, perform
from my_package.my_models import Report


@dataclass(frozen=True)
class Order:
    article: str
    count: int = 1


ORDER = Order("nails")


def pack(order: Order) -> Report:
    return Report(("packed",), ((order.article,),) * order.count)


def test_a_description_has_every_value_defaults_included() -> None:
    assert describe(ORDER) == Report(("name", "value"), (("article", "nails"), ("count", 1)))


def test_an_action_gets_the_request_and_answers() -> None:
    assert perform(pack, Order("nails", 2)) == Report(("packed",), (("nails",), ("nails",)))


def test_what_the_system_refuses_is_a_failure_of_the_package() -> None:
    def lose(order: Order) -> Report:
        raise FileNotFoundError(2, "No such file", order.article)

    with pytest.raises(ActionError, match="No such file: 'nails'") as caught:
        perform(lose, ORDER)

    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_file_that_is_not_text_is_a_failure_of_the_package(tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.txt"
    drawing.write_bytes(b"\xff\xd8")

    def read(_: Order) -> Report:
        return Report(("text",), ((drawing.read_text(encoding="utf-8"),),))

    with pytest.raises(ActionError, match=r"text is not in the encoding .* 'utf-8' .* 0xff"):
        perform(read, ORDER)


def test_a_bug_of_an_action_stays_one() -> None:
    def divide(order: Order) -> Report:
        return Report(("share",), ((1 // (order.count - 1),),))

    with pytest.raises(ZeroDivisionError):
        perform(divide, ORDER)


def test_help_says_when_nothing_else_is_done() -> None:
    assert explained("Packs orders.", pack) == "Packs orders."
    assert explained("Packs orders.", describe).startswith("Packs orders. It describes ")
