"""Cleans a few readings and prints what each step did to them."""

from my_package.my_component import MyComponent, change, drop_fields, drop_if, keep_if
# tsq: if errors: results, mixed
from my_package.my_errors import Err, Ok
# tsq: end

READINGS = [
    {"place": " Oslo", "celsius": "3.5", "sensor": "a1"},
    {"place": "Rome", "celsius": "", "sensor": "b7"},
    {"place": "Cairo", "celsius": "31", "sensor": "a1"},
    {"place": "Test bench", "celsius": "20", "sensor": "zz"},
]

CLEANING = MyComponent(
    drop_if("test sensors", lambda row: row["sensor"] == "zz"),
    keep_if("measured", lambda row: row["celsius"] != ""),
    change("trim", lambda row: {"place": row["place"].strip()}),
    change("numbers", lambda row: {"celsius": float(row["celsius"])}),
    drop_fields("public", "sensor"),
)


def main() -> None:
    """Run the readings through the pipeline."""
    run = CLEANING.run(READINGS)
    # tsq: if errors: exceptions
    for row in run:
        print(f"{row['place']}: {row['celsius']:.1f} °C")
    # tsq: else
    for result in run:
        match result:
            case Ok(row):
                print(f"{row['place']}: {row['celsius']:.1f} °C")
            case Err(failure):
                print(failure)
    # tsq: end
    print()
    print(run.report)


if __name__ == "__main__":
    main()
