"""The module my_component as a user meets it: a file in, two files out."""

import csv
import json
# tsq: each read
import shutil
# tsq: end
from pathlib import Path

import pytest

from my_package.my_component import MyComponent, change, drop_fields, drop_if, keep_if
# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError
# tsq: else
from my_package.my_errors import Err, Ok
# tsq: end

SALES = MyComponent(
    drop_if("test orders", lambda row: row["customer"] == "test"),
    change("numbers", lambda row: {"price": float(row["price"]), "count": int(row["count"])}),
    keep_if("sold", lambda row: row["count"] > 0),
    change("total", lambda row: {"total": row["price"] * row["count"]}),
    drop_fields("private", "customer"),
)


# tsq: each read
FIXTURES = Path(__file__).parents[1] / "fixtures" / "my_component"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    # A copy, so that a test may add to it.
    return Path(shutil.copy(FIXTURES / "sales.csv", tmp_path))


# tsq: end
# tsq: each written
@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "sales.csv"
    file.write_text("customer,price,count\nada,2.5,4\ntest,1,1\ngrace,3,0\nalan,1.5,2\n")
    return file


# tsq: end
def test_a_table_becomes_json_lines_row_by_row(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "sales.jsonl"
    with table.open(newline="") as source, target.open("w") as sink:
        run = SALES.run(csv.DictReader(source))
        # tsq: if errors: exceptions
        sink.writelines(json.dumps(row) + "\n" for row in run)
        # tsq: else
        for result in run:
            assert isinstance(result, Ok)
            sink.write(json.dumps(result.value) + "\n")
        # tsq: end
    assert target.read_text() == (
        '{"price": 2.5, "count": 4, "total": 10.0}\n{"price": 1.5, "count": 2, "total": 3.0}\n'
    )
    assert (run.report.rows_in, run.report.rows_out) == (4, 2)
    assert {each.name: each.dropped for each in run.report.steps if each.dropped} == {
        "test orders": 1,
        "sold": 1,
    }


def test_a_bad_row_is_told_with_its_number(table: Path) -> None:
    with table.open("a") as file:
        file.write("eve,cheap,1\n")
    with table.open(newline="") as source:
        # tsq: if errors: exceptions
        with pytest.raises(MyPackageError, match="step 'numbers' failed on row 5") as caught:
            list(SALES.run(csv.DictReader(source)))
        assert isinstance(caught.value.__cause__, ValueError)
        # tsq: else
        outcome = SALES.run(csv.DictReader(source)).collect()
    assert isinstance(outcome, Err)
    assert (outcome.error.step, outcome.error.row) == ("numbers", 5)
    # tsq: end
