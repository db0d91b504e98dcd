"""The module my_component as a user meets it: JSON in, a report out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from my_package.my_component import (
    MyComponent,
    # tsq: if errors: exceptions
    MyComponentError,
    # tsq: end
    MyComponentProblem,
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


class _Multiple:
    """A rule of a user's own: a class with a setting, called like a function."""

    def __init__(self, of: int) -> None:
        self.of = of

    def __call__(
        self, value: object, path: tuple[str | int, ...]
    ) -> Iterator[MyComponentProblem]:
        if not isinstance(value, int) or value % self.of:
            wanted = f"a multiple of {self.of}"
            yield MyComponentProblem(path, "not_a_multiple", wanted, repr(value))


ORDER = MyComponent(
    record(
        {
            "id": integer(minimum=1),
            "state": choice("new", "paid", "sent"),
            "customer": one_of(integer(minimum=1), record({"email": text(pattern=".+@.+")})),
            "lines": list_of(
                record({"article": text(min_length=1), "price": number(minimum=0), "count": _Multiple(5)}),
                min_length=1,
            ),
        },
        {"note": nullable(text(max_length=20)), "gift": boolean()},
    )
)


# tsq: each read
FIXTURES = Path(__file__).parents[1] / "fixtures" / "my_component"


@pytest.fixture
def good() -> Path:
    return FIXTURES / "good.json"


@pytest.fixture
def bad() -> Path:
    return FIXTURES / "bad.json"


# tsq: end
# tsq: each written
@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.json"
    file.write_text(
        json.dumps(
            {
                "id": 7,
                "state": "new",
                "customer": {"email": "ada@example.org"},
                "lines": [{"article": "nail", "price": 0.05, "count": 100}],
                "note": None,
            }
        )
    )
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.json"
    file.write_text(
        '{"id": true, "state": "lost", "customer": {"email": "nobody"}, "gift": "yes",'
        ' "lines": [{"article": "", "price": NaN, "count": 3}], "extra": {}}'
    )
    return file


# tsq: end
def test_a_good_file_passes(good: Path) -> None:
    data = json.loads(good.read_text())
    # tsq: if errors: exceptions
    assert ORDER.check(data) is data
    # tsq: else
    assert ORDER.check(data) == Ok(data)
    # tsq: end


def test_a_bad_file_is_reported_completely(bad: Path) -> None:
    report = ORDER.validate(json.loads(bad.read_text()))
    assert [(each.place, each.code) for each in report] == [
        ("$.id", "type"),
        ("$.state", "not_a_choice"),
        ("$.customer.email", "pattern"),
        ("$.lines[0].article", "too_short"),
        ("$.lines[0].price", "not_finite"),
        ("$.lines[0].count", "not_a_multiple"),
        ("$.gift", "type"),
        ("$.extra", "unknown"),
    ]


def test_a_caller_gets_the_report_from_a_failed_check(bad: Path) -> None:
    data = json.loads(bad.read_text())
    # tsq: if errors: exceptions
    with pytest.raises(MyPackageError) as caught:
        ORDER.check(data)
    assert isinstance(caught.value, MyComponentError)
    assert len(caught.value.report) == 8
    # tsq: else
    match ORDER.check(data):
        case Ok(_):
            pytest.fail("bad data passed")
        case Err(report):
            assert len(report) == 8
    # tsq: end
