import type { ChoiceId } from '../../../core/design/answers/choices.ts'

type Errors = ChoiceId<'architecture.errors'>

/** The functions that make rules, the same in every validator. */
export const functions = [
  'boolean',
  'choice',
  'integer',
  'list_of',
  'nullable',
  'number',
  'one_of',
  'record',
  'text',
] as const

/** The classes of a validator, by the beginning of their names. */
export const classes = (pascal: string, errors: Errors): readonly string[] => [
  pascal,
  ...(errors === 'exceptions' ? [`${pascal}Error`] : []),
  `${pascal}Problem`,
  `${pascal}Report`,
  `${pascal}Rule`,
]

const failure = (pascal: string, base: string): string => `
class ${pascal}Error(${base}):
    report: ${pascal}Report
    def __init__(self, report: ${pascal}Report) -> None: ...
`

/** What every validator offers, whoever writes it; `base` is the package's own error, where it raises. */
export const stub = (pascal: string, errors: Errors, base: string): string => `class ${pascal}Problem:
    path: tuple[str | int, ...]
    code: str
    expected: str
    found: str
    @property
    def place(self) -> str: ...
    def __str__(self) -> str: ...

class ${pascal}Rule(Protocol):
    def __call__(self, value: object, path: tuple[str | int, ...], /) -> Iterable[${pascal}Problem]: ...

class ${pascal}Report:
    problems: tuple[${pascal}Problem, ...]
    @property
    def ok(self) -> bool: ...
    def __bool__(self) -> bool: ...
    def __iter__(self) -> Iterator[${pascal}Problem]: ...
    def __len__(self) -> int: ...
    def __str__(self) -> str: ...
${errors === 'exceptions' ? failure(pascal, base) : ''}
class ${pascal}:
    schema: ${pascal}Rule
    def validate(self, data: object) -> ${pascal}Report: ...
    def check(self, data: Data) -> ${errors === 'exceptions' ? 'Data' : `Result[Data, ${pascal}Report]`}: ...

def boolean() -> ${pascal}Rule: ...
def choice(first: str | int, *others: str | int) -> ${pascal}Rule: ...
def integer(*, minimum: int | None = None, maximum: int | None = None) -> ${pascal}Rule: ...
def list_of(item: ${pascal}Rule, *, min_length: int = 0, max_length: int | None = None) -> ${pascal}Rule: ...
def nullable(inner: ${pascal}Rule) -> ${pascal}Rule: ...
def number(*, minimum: float | None = None, maximum: float | None = None) -> ${pascal}Rule: ...
def one_of(first: ${pascal}Rule, *others: ${pascal}Rule) -> ${pascal}Rule: ...
def record(
    required: Mapping[str, ${pascal}Rule],
    optional: Mapping[str, ${pascal}Rule] | None = None,
    *,
    unknown: Literal["refuse", "allow"] = "refuse",
) -> ${pascal}Rule: ...
def text(*, min_length: int = 0, max_length: int | None = None, pattern: str | None = None) -> ${pascal}Rule: ...
`
