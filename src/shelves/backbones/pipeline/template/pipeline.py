# tsq: slot opening
"""Chains pure steps over rows and counts what each step kept, changed and dropped.
# tsq: end

Rows stream through one at a time, so any number of them fits into memory. A step receives a row
that it can read and not write; what it makes of the row is a new one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias
# tsq: if errors: exceptions
from typing import ClassVar
# tsq: end

# tsq: if errors: exceptions
from my_package.my_errors import MyPackageError

# tsq: else
from my_package.my_errors import Err, Ok, Result

# tsq: end
__all__ = [
    "MyComponent",
    # tsq: if errors: exceptions
    "MyComponentError",
    # tsq: else
    "MyComponentFailure",
    # tsq: end
    "MyComponentReport",
    "MyComponentRow",
    "MyComponentRun",
    "MyComponentStep",
    "MyComponentStepReport",
    "change",
    "drop_fields",
    "drop_if",
    "keep_if",
    "step",
]

MyComponentRow: TypeAlias = Mapping[str, Any]
"""A row by the names of its fields; which types these have, the steps know."""


class MyComponentStep(Protocol):
    """What every step is; a class of your own with these two members is a step too."""

    @property
    def name(self) -> str:
        """What reports and errors call the step."""
        ...

    def apply(self, row: MyComponentRow, /) -> MyComponentRow | None:
        """Return the row to go on with, or None to drop it; the same row gives the same answer."""
        ...


@dataclass(frozen=True, slots=True)
class MyComponentStepReport:
    """What one step did to the rows that reached it.

    Attributes:
        name: The step.
        kept: Rows that it let through as they were.
        changed: Rows that it let through with other fields or values.
        dropped: Rows that it took out.
        failed: Rows on which it failed.
    """

    name: str
    kept: int
    changed: int
    dropped: int
    failed: int


@dataclass(frozen=True, slots=True)
class MyComponentReport:
    """What a run did so far.

    Attributes:
        rows_in: Rows that were read.
        rows_out: Rows that came out.
        steps: One report for each step, in the order of the pipeline.
    """

    rows_in: int
    rows_out: int
    steps: tuple[MyComponentStepReport, ...]

    def __str__(self) -> str:
        """Return a table, one line for each step."""
        width = max([4, *(len(each.name) for each in self.steps)])
        titles = ("kept", "changed", "dropped", "failed")
        head = f"{'step':<{width}}" + "".join(f"{title:>9}" for title in titles)
        lines = [
            f"{each.name:<{width}}{each.kept:>9}{each.changed:>9}{each.dropped:>9}{each.failed:>9}"
            for each in self.steps
        ]
        return "\n".join([head, *lines, f"rows: {self.rows_in} in, {self.rows_out} out"])


# tsq: if errors: exceptions
class MyComponentError(MyPackageError):
    """A step failed on a row; the exception that it raised is the cause.

    Attributes:
        step: The name of the step.
        row: The number of the row in the input, from 1.
    """

    error_code: ClassVar[str] = "my_component"

    def __init__(self, step: str, row: int, reason: str) -> None:
        """Name the step and the row."""
        super().__init__(step, row, reason)
        self.step = step
        self.row = row
        self.reason = reason

    def __str__(self) -> str:
        """Return one line for people."""
        return f"step {self.step!r} failed on row {self.row}: {self.reason}"


# tsq: else
@dataclass(frozen=True, slots=True)
class MyComponentFailure:
    """A step failed on a row.

    Attributes:
        step: The name of the step.
        row: The number of the row in the input, from 1.
        cause: What the step raised.
    """

    step: str
    row: int
    cause: Exception

    def __str__(self) -> str:
        """Return one line for people."""
        return f"step {self.step!r} failed on row {self.row}: {_reason(self.cause)}"


# tsq: end
class MyComponent:
    """Steps in a fixed order; it holds no rows, so it can run as often as you like.

    Example:
        >>> tidy = MyComponent(
        ...     drop_if("no price", lambda row: row["price"] is None),
        ...     change("add tax", lambda row: {"price": row["price"] * 1.2}),
        ... )
        >>> run = tidy.run([{"price": 10}, {"price": None}])
        # tsq: if errors: exceptions
        >>> list(run)
        [{'price': 12.0}]
        # tsq: else
        >>> list(run)
        [Ok(value={'price': 12.0})]
        # tsq: end
        >>> run.report.rows_out
        1
    """

    def __init__(self, *steps: MyComponentStep) -> None:
        """Chain the steps.

        Raises:
            ValueError: Two steps have the same name, so that a report could not tell them apart.
        """
        names = [each.name for each in steps]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            message = f"more than one step is called {', '.join(map(repr, twice))}"
            raise ValueError(message)
        self._steps = steps

    @property
    def steps(self) -> tuple[MyComponentStep, ...]:
        """The steps, in order."""
        return self._steps

    def then(self, *steps: MyComponentStep) -> "MyComponent":
        """Return a longer pipeline; this one stays as it is."""
        return MyComponent(*self._steps, *steps)

    def run(self, rows: Iterable[MyComponentRow]) -> "MyComponentRun":
        """Start a run; no row is read before the run is iterated over.

        Args:
            rows: The input, which is read once and never written to.

        Returns:
            The rows that come out, and the report of how they did.
        """
        return MyComponentRun(self._steps, rows)


# tsq: if errors: exceptions
class MyComponentRun(Iterator[dict[str, Any]]):
    """One pass over the input: iterate over it for the rows that come out.

    A step that fails raises MyComponentError, and the run ends there.
    """

    # tsq: else
class MyComponentRun(Iterator[Result[dict[str, Any], MyComponentFailure]]):
    """One pass over the input: iterate over it for the rows that come out.

    A row on which a step fails comes out as an `Err`, and the run goes on with the next row.
    """

    # tsq: end
    def __init__(self, steps: Iterable[MyComponentStep], rows: Iterable[MyComponentRow]) -> None:
        """Get ready to read the rows; `MyComponent.run` makes a run."""
        self._tallies = [_Tally(each) for each in steps]
        self._rows_in = 0
        self._rows_out = 0
        self._stream = self._flow(rows)

    # tsq: if errors: exceptions
    def __next__(self) -> dict[str, Any]:
        """Return the next row that comes out.

        Raises:
            MyComponentError: A step failed.
        """
        return next(self._stream)

    # tsq: else
    def __next__(self) -> Result[dict[str, Any], MyComponentFailure]:
        """Return the next row that comes out, or the failure on it."""
        return next(self._stream)

    def collect(self) -> Result[list[dict[str, Any]], MyComponentFailure]:
        """Return all rows that are left, or the first failure.

        Returns:
            `Ok` with the rows, or `Err` with the failure at which the run was left.
        """
        collected: list[dict[str, Any]] = []
        for result in self:
            if isinstance(result, Err):
                return result
            collected.append(result.value)
        return Ok(collected)

    # tsq: end
    @property
    def report(self) -> MyComponentReport:
        """What happened so far; complete once the run is exhausted."""
        return MyComponentReport(
            self._rows_in, self._rows_out, tuple(each.report() for each in self._tallies)
        )

    # tsq: if errors: exceptions
    def _flow(self, rows: Iterable[MyComponentRow]) -> Iterator[dict[str, Any]]:
        for number, row in enumerate(rows, start=1):
            self._rows_in = number
            out = self._through(number, row)
            if out is not None:
                self._rows_out += 1
                yield out

    def _through(self, number: int, row: MyComponentRow) -> dict[str, Any] | None:
        current: MyComponentRow = MappingProxyType(row)
        for tally in self._tallies:
            try:
                after = _applied(tally.step, current)
            except Exception as cause:
                tally.failed += 1
                raise MyComponentError(tally.step.name, number, _reason(cause)) from cause
            tally.count(current, after)
            if after is None:
                return None
            current = after
        return dict(current)

    # tsq: else
    def _flow(
        self, rows: Iterable[MyComponentRow]
    ) -> Iterator[Result[dict[str, Any], MyComponentFailure]]:
        for number, row in enumerate(rows, start=1):
            self._rows_in = number
            out = self._through(number, row)
            if out is not None:
                self._rows_out += isinstance(out, Ok)
                yield out

    def _through(
        self, number: int, row: MyComponentRow
    ) -> Result[dict[str, Any], MyComponentFailure] | None:
        current: MyComponentRow = MappingProxyType(row)
        for tally in self._tallies:
            try:
                after = _applied(tally.step, current)
            except Exception as cause:  # noqa: BLE001 - however a step fails, it is a result
                tally.failed += 1
                return Err(MyComponentFailure(tally.step.name, number, cause))
            tally.count(current, after)
            if after is None:
                return None
            current = after
        return Ok(dict(current))

    # tsq: end

def keep_if(name: str, test: Callable[[MyComponentRow], bool]) -> MyComponentStep:
    """Make a step that drops every row for which the test is false."""
    return _FunctionStep(name, lambda row: row if test(row) else None)


def drop_if(name: str, test: Callable[[MyComponentRow], bool]) -> MyComponentStep:
    """Make a step that drops every row for which the test is true."""
    return _FunctionStep(name, lambda row: None if test(row) else row)


def drop_fields(name: str, *fields: str) -> MyComponentStep:
    """Make a step that takes the named fields out of every row that has them."""
    unwanted = frozenset(fields)
    return _FunctionStep(
        name, lambda row: {key: row[key] for key in row if key not in unwanted}
    )


def change(
    name: str, edit: Callable[[MyComponentRow], Mapping[str, Any]]
) -> MyComponentStep:
    """Make a step that sets the fields that the function returns and leaves the others."""
    return _FunctionStep(name, lambda row: {**row, **edit(row)})


def step(
    name: str, function: Callable[[MyComponentRow], MyComponentRow | None]
) -> MyComponentStep:
    """Make a step of a function that returns the whole new row, or None to drop it."""
    return _FunctionStep(name, function)


@dataclass(frozen=True, slots=True)
class _FunctionStep:
    name: str
    apply: Callable[[MyComponentRow], MyComponentRow | None]


@dataclass(slots=True)
class _Tally:
    step: MyComponentStep
    kept: int = 0
    changed: int = 0
    dropped: int = 0
    failed: int = 0

    def count(self, before: MyComponentRow, after: MyComponentRow | None) -> None:
        if after is None:
            self.dropped += 1
        elif after is before:
            self.kept += 1
        else:
            self.changed += 1

    def report(self) -> MyComponentStepReport:
        return MyComponentStepReport(
            self.step.name, self.kept, self.changed, self.dropped, self.failed
        )


def _applied(each: MyComponentStep, row: MyComponentRow) -> MyComponentRow | None:
    """Apply a step; the very same row comes back when the step changed nothing."""
    after = each.apply(row)
    if after is None or after is row:
        return after
    if not isinstance(after, Mapping):
        message = f"a step returns a row or None, not {type(after).__name__}"
        raise TypeError(message)
    return row if _equal(row, after) else MappingProxyType(after)


def _equal(one: MyComponentRow, other: MyComponentRow) -> bool:
    # Types count: 1, 1.0 and True are equal in Python, but a row that swaps them has changed.
    return one.keys() == other.keys() and all(
        one[key] is other[key] or (type(one[key]) is type(other[key]) and one[key] == other[key])
        for key in one
    )


def _reason(cause: Exception) -> str:
    return f"{type(cause).__name__}: {cause}"
