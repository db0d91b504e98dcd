# tsq: slot opening
"""Checks structured data against a schema and collects every problem with its place.
# tsq: end

A schema is built from rules. A rule is called with a value and the path to it, and answers with
the problems that it finds; a function of your own is as good a rule as the ones below.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias, TypeVar
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
    # tsq: end
    "MyComponentProblem",
    "MyComponentReport",
    "MyComponentRule",
    "boolean",
    "choice",
    "integer",
    "list_of",
    "nullable",
    "number",
    "one_of",
    "record",
    "text",
]

MAX_DEPTH: Final = 64
"""How deep lists and records may be nested; what is deeper is a problem, not a crash."""

MAX_SHOWN_CHARACTERS: Final = 40
MAX_SHOWN_BITS: Final = 256

Data = TypeVar("Data")
_Path: TypeAlias = tuple[str | int, ...]
_Problems: TypeAlias = "Iterator[MyComponentProblem]"


@dataclass(frozen=True, slots=True)
class MyComponentProblem:
    """One thing that is wrong with the data.

    Attributes:
        path: The keys and positions that lead to the value.
        code: What kind of problem it is, for programs; it stays the same when words change.
        expected: What the schema asks for.
        found: What the data holds, shortened.
    """

    path: tuple[str | int, ...]
    code: str
    expected: str
    found: str

    @property
    def place(self) -> str:
        """The path as text, such as `$.items[2].price`."""
        return "$" + "".join(_step(key) for key in self.path)

    def __str__(self) -> str:
        """Return one line for people."""
        return f"{self.place}: expected {self.expected}, found {self.found}"


class MyComponentRule(Protocol):
    """What every rule is: a function, or an object that can be called like one.

    Example:
        >>> def even(
        ...     value: object, path: tuple[str | int, ...]
        ... ) -> Iterator[MyComponentProblem]:
        ...     yield from integer()(value, path)
        ...     if isinstance(value, int) and value % 2:
        ...         found = str(value)
        ...         yield MyComponentProblem(path, "odd", "an even number", found)
        >>> numbers = MyComponent(list_of(even))
        >>> print(numbers.validate([2, 3]))
        $[1]: expected an even number, found 3
    """

    def __call__(
        self, value: object, path: tuple[str | int, ...], /
    ) -> Iterable[MyComponentProblem]:
        """Yield what is wrong with the value; nothing when it is right."""
        ...


@dataclass(frozen=True, slots=True)
class MyComponentReport:
    """Everything that is wrong with one piece of data, in the order of the schema.

    A report is true when the data is right, and iterates over its problems.

    Attributes:
        problems: The problems; empty when the data is right.
    """

    problems: tuple[MyComponentProblem, ...]

    @property
    def ok(self) -> bool:
        """Whether the data is right."""
        return not self.problems

    def __bool__(self) -> bool:
        """Return whether the data is right."""
        return self.ok

    def __iter__(self) -> Iterator[MyComponentProblem]:
        """Iterate over the problems."""
        return iter(self.problems)

    def __len__(self) -> int:
        """Return how many problems there are."""
        return len(self.problems)

    def __str__(self) -> str:
        """Return one line for each problem."""
        return "\n".join(map(str, self.problems)) or "no problems"


# tsq: if errors: exceptions
class MyComponentError(MyPackageError):
    """The data does not fit its schema.

    Attributes:
        report: Every problem that was found.
    """

    error_code: ClassVar[str] = "my_component"

    def __init__(self, report: MyComponentReport) -> None:
        """Keep the report."""
        super().__init__(report)
        self.report = report


# tsq: end
@dataclass(frozen=True, slots=True)
class MyComponent:
    """Holds data against a schema; one instance may be shared by threads.

    Attributes:
        schema: The rule for the whole of the data.

    Example:
        >>> priced = record({"name": text(min_length=1), "price": number(minimum=0)})
        >>> item = MyComponent(priced)
        >>> print(item.validate({"name": "", "price": -1}))
        $.name: expected text of at least 1 character, found ''
        $.price: expected a number of at least 0, found -1
    """

    schema: MyComponentRule

    def validate(self, data: object) -> MyComponentReport:
        """Collect every problem.

        Args:
            data: Values as `json.loads` gives them; nothing in them makes this method raise.

        Returns:
            The report, true when there is no problem.
        """
        return MyComponentReport(tuple(self.schema(data, ())))

    # tsq: if errors: exceptions
    def check(self, data: Data) -> Data:
        """Return the data if it is right.

        Args:
            data: What to check.

        Returns:
            The same data.

        Raises:
            MyComponentError: There are problems; the error holds them all.
        """
        report = self.validate(data)
        if not report:
            raise MyComponentError(report)
        return data

    # tsq: else
    def check(self, data: Data) -> Result[Data, MyComponentReport]:
        """Return the data if it is right, and the report if not.

        Args:
            data: What to check.

        Returns:
            `Ok` with the same data, or `Err` with every problem.
        """
        report = self.validate(data)
        return Ok(data) if report else Err(report)

    # tsq: end


def text(
    *, min_length: int = 0, max_length: int | None = None, pattern: str | None = None
) -> MyComponentRule:
    """Make a rule for text; the pattern is a regular expression for the whole of it.

    Codes: `type`, `too_short`, `too_long`, `pattern`.
    """
    limits = _Limits("text", min_length, max_length, unit="character")
    expression = None if pattern is None else re.compile(pattern)

    def rule(value: object, path: _Path) -> _Problems:
        if not isinstance(value, str):
            yield MyComponentProblem(path, "type", "text", _shown(value))
            return
        yield from limits.problems(len(value), value, path)
        # Text that is too long is not searched: a pattern can take very long on hostile text.
        searched = max_length is None or len(value) <= max_length
        if expression and searched and not expression.fullmatch(value):
            wanted = f"text that matches {expression.pattern}"
            yield MyComponentProblem(path, "pattern", wanted, _shown(value))

    return rule


def integer(*, minimum: int | None = None, maximum: int | None = None) -> MyComponentRule:
    """Make a rule for whole numbers; true and false are none.

    Codes: `type`, `too_small`, `too_large`.
    """
    limits = _Limits("an integer", minimum, maximum)

    def rule(value: object, path: _Path) -> _Problems:
        if isinstance(value, bool) or not isinstance(value, int):
            yield MyComponentProblem(path, "type", "an integer", _shown(value))
        else:
            yield from limits.problems(value, value, path)

    return rule


def number(*, minimum: float | None = None, maximum: float | None = None) -> MyComponentRule:
    """Make a rule for finite numbers, whole or not; true and false are none.

    Codes: `type`, `not_finite`, `too_small`, `too_large`.
    """
    limits = _Limits("a number", minimum, maximum)

    def rule(value: object, path: _Path) -> _Problems:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield MyComponentProblem(path, "type", "a number", _shown(value))
        elif isinstance(value, float) and not math.isfinite(value):
            yield MyComponentProblem(path, "not_finite", "a finite number", _shown(value))
        else:
            yield from limits.problems(value, value, path)

    return rule


def boolean() -> MyComponentRule:
    """Make a rule for true and false; its code is `type`."""

    def rule(value: object, path: _Path) -> _Problems:
        if not isinstance(value, bool):
            yield MyComponentProblem(path, "type", "true or false", _shown(value))

    return rule


def choice(first: str | int, *others: str | int) -> MyComponentRule:
    """Make a rule that lets only the given values through; its code is `not_a_choice`."""
    allowed = (first, *others)
    wanted = "one of " + ", ".join(map(_shown, allowed))

    def rule(value: object, path: _Path) -> _Problems:
        # Types count: without them 1, 1.0 and True would be the same choice.
        if not any(type(value) is type(each) and value == each for each in allowed):
            yield MyComponentProblem(path, "not_a_choice", wanted, _shown(value))

    return rule


def nullable(inner: MyComponentRule) -> MyComponentRule:
    """Make a rule that lets null through and leaves everything else to the inner rule."""

    def rule(value: object, path: _Path) -> Iterable[MyComponentProblem]:
        return () if value is None else inner(value, path)

    return rule


def one_of(first: MyComponentRule, *others: MyComponentRule) -> MyComponentRule:
    """Make a rule that is content when one of the alternatives is.

    When an alternative fits the value itself and only parts of it are wrong, those parts are the
    problems; otherwise there is one problem with the code `no_alternative`.
    """

    def rule(value: object, path: _Path) -> _Problems:
        attempts: list[list[MyComponentProblem]] = []
        for alternative in (first, *others):
            problems = list(alternative(value, path))
            if not problems:
                return
            attempts.append(problems)
        inside = [each for each in attempts if all(len(one.path) > len(path) for one in each)]
        if inside:
            yield from min(inside, key=len)
        else:
            wanted = " or ".join(dict.fromkeys(each[0].expected for each in attempts))
            yield MyComponentProblem(path, "no_alternative", wanted, _shown(value))

    return rule


def list_of(
    item: MyComponentRule, *, min_length: int = 0, max_length: int | None = None
) -> MyComponentRule:
    """Make a rule for a list; a list that is too long is not looked into.

    Codes: `type`, `too_short`, `too_long`, `too_deep`.
    """
    limits = _Limits("a list", min_length, max_length, unit="item")

    def rule(value: object, path: _Path) -> _Problems:
        if not isinstance(value, list | tuple):
            yield MyComponentProblem(path, "type", "a list", _shown(value))
            return
        yield from limits.problems(len(value), value, path)
        if len(path) >= MAX_DEPTH:
            yield _too_deep(value, path)
        elif max_length is None or len(value) <= max_length:
            for position, each in enumerate(value):
                yield from item(each, (*path, position))

    return rule


def record(
    required: Mapping[str, MyComponentRule],
    optional: Mapping[str, MyComponentRule] | None = None,
    *,
    unknown: Literal["refuse", "allow"] = "refuse",
) -> MyComponentRule:
    """Make a rule for an object with named fields; others are a problem unless they are allowed.

    Codes: `type`, `missing`, `unknown`, `too_deep`.

    Raises:
        ValueError: A field is both required and optional.
    """
    rules = {**required, **(optional or {})}
    needed = frozenset(required)
    if optional and not needed.isdisjoint(optional):
        message = f"both required and optional: {', '.join(sorted(needed & optional.keys()))}"
        raise ValueError(message)
    known = f"only the fields {', '.join(rules)}" if rules else "no fields"

    def rule(value: object, path: _Path) -> _Problems:
        if not isinstance(value, Mapping):
            yield MyComponentProblem(path, "type", "an object", _shown(value))
            return
        if len(path) >= MAX_DEPTH:
            yield _too_deep(value, path)
            return
        for name, field in rules.items():
            if name in value:
                yield from field(value[name], (*path, name))
            elif name in needed:
                yield MyComponentProblem((*path, name), "missing", "a value", "nothing")
        extra = [] if unknown == "allow" else [key for key in value if key not in rules]
        for key in extra:
            step = key if isinstance(key, str) else _shown(key)
            yield MyComponentProblem((*path, step), "unknown", known, _shown(value[key]))

    return rule


@dataclass(frozen=True, slots=True)
class _Limits:
    kind: str
    low: float | None
    high: float | None
    unit: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            message = f"{self.kind} cannot be at least {self.low} and at most {self.high}"
            raise ValueError(message)

    def problems(self, size: float, value: object, path: _Path) -> _Problems:
        if self.low is not None and size < self.low:
            code = "too_short" if self.unit else "too_small"
            wanted = f"{self.kind} of at least {self._amount(self.low)}"
            yield MyComponentProblem(path, code, wanted, _shown(value))
        if self.high is not None and size > self.high:
            code = "too_long" if self.unit else "too_large"
            wanted = f"{self.kind} of at most {self._amount(self.high)}"
            yield MyComponentProblem(path, code, wanted, _shown(value))

    def _amount(self, limit: float) -> str:
        return _counted(limit, self.unit) if self.unit else str(limit)


def _too_deep(value: object, path: _Path) -> MyComponentProblem:
    return MyComponentProblem(path, "too_deep", f"at most {MAX_DEPTH} levels", _shown(value))


def _counted(count: float, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _step(key: str | int) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if key.isidentifier() else f"[{_shown(key)}]"


def _shown(value: object) -> str:
    """Describe a value in a few words, however large or strange it is."""
    match value:
        case None:
            words = "null"
        case bool():
            words = str(value).lower()
        case int() if value.bit_length() > MAX_SHOWN_BITS:
            words = f"an integer of {value.bit_length()} bits"
        case str() if len(value) > MAX_SHOWN_CHARACTERS:
            words = f"{value[:MAX_SHOWN_CHARACTERS]!r}… ({len(value)} characters)"
        case int() | float() | str():
            words = repr(value)
        case list() | tuple():
            words = f"a list of {_counted(len(value), 'item')}"
        case Mapping():
            words = f"an object of {_counted(len(value), 'field')}"
        case _:
            words = f"a value of type {type(value).__name__}"
    return words
