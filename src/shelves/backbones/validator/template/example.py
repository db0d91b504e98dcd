"""Checks a list of orders and prints what is wrong with each."""

import json

from my_package.my_component import (
    MyComponent,
    choice,
    integer,
    list_of,
    number,
    record,
    text,
)

ORDER = MyComponent(
    record(
        {
            "id": integer(minimum=1),
            "state": choice("new", "paid", "sent"),
            "lines": list_of(
                record({"article": text(min_length=1), "price": number(minimum=0)}),
                min_length=1,
            ),
        },
        {"note": text(max_length=200)},
    )
)

ORDERS = """[
  {"id": 1, "state": "paid", "lines": [{"article": "plane", "price": 48.5}]},
  {"id": 2, "state": "lost", "lines": [{"article": "", "price": -3}], "notes": "urgent"},
  {"id": "3", "state": "new", "lines": []}
]"""


def main() -> None:
    """Check each order by itself, so that one bad order does not hide the others."""
    for position, order in enumerate(json.loads(ORDERS), start=1):
        report = ORDER.validate(order)
        if report:
            print(f"order {position} is right")
            continue
        print(f"order {position} has {len(report)} problem(s)")
        for problem in report:
            print(f"  [{problem.code}] {problem}")


if __name__ == "__main__":
    main()
