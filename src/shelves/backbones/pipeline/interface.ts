import type { ChoiceId } from '../../../core/design/answers/choices.ts'

type Errors = ChoiceId<'architecture.errors'>

/** The functions that make steps, the same in every pipeline. */
export const functions = ['change', 'drop_fields', 'drop_if', 'keep_if', 'step'] as const

/** The classes of a pipeline, by the beginning of their names. */
export const classes = (pascal: string, errors: Errors): readonly string[] => [
  pascal,
  errors === 'exceptions' ? `${pascal}Error` : `${pascal}Failure`,
  `${pascal}Report`,
  `${pascal}Row`,
  `${pascal}Run`,
  `${pascal}Step`,
  `${pascal}StepReport`,
]

const raised = (pascal: string, base: string): string => `class ${pascal}Error(${base}):
    step: str
    row: int
    reason: str
    def __init__(self, step: str, row: int, reason: str) -> None: ...
    def __str__(self) -> str: ...`

const returned = (pascal: string): string => `class ${pascal}Failure:
    step: str
    row: int
    cause: Exception
    def __str__(self) -> str: ...`

/** What every pipeline offers, whoever writes it; `base` is the package's own error, where it raises. */
export const stub = (pascal: string, errors: Errors, base: string): string => {
  const raises = errors === 'exceptions'
  const out = raises ? 'dict[str, Any]' : `Result[dict[str, Any], ${pascal}Failure]`
  const collect = raises ? '' : `\n    def collect(self) -> Result[list[dict[str, Any]], ${pascal}Failure]: ...`
  return `${pascal}Row: TypeAlias = Mapping[str, Any]

class ${pascal}Step(Protocol):
    @property
    def name(self) -> str: ...
    def apply(self, row: ${pascal}Row, /) -> ${pascal}Row | None: ...

class ${pascal}StepReport:
    name: str
    kept: int
    changed: int
    dropped: int
    failed: int

class ${pascal}Report:
    rows_in: int
    rows_out: int
    steps: tuple[${pascal}StepReport, ...]
    def __str__(self) -> str: ...

${raises ? raised(pascal, base) : returned(pascal)}

class ${pascal}:
    def __init__(self, *steps: ${pascal}Step) -> None: ...
    @property
    def steps(self) -> tuple[${pascal}Step, ...]: ...
    def then(self, *steps: ${pascal}Step) -> "${pascal}": ...
    def run(self, rows: Iterable[${pascal}Row]) -> "${pascal}Run": ...

class ${pascal}Run(Iterator[${out}]):
    def __next__(self) -> ${out}: ...${collect}
    @property
    def report(self) -> ${pascal}Report: ...

def change(name: str, edit: Callable[[${pascal}Row], Mapping[str, Any]]) -> ${pascal}Step: ...
def drop_fields(name: str, *fields: str) -> ${pascal}Step: ...
def drop_if(name: str, test: Callable[[${pascal}Row], bool]) -> ${pascal}Step: ...
def keep_if(name: str, test: Callable[[${pascal}Row], bool]) -> ${pascal}Step: ...
def step(name: str, function: Callable[[${pascal}Row], ${pascal}Row | None]) -> ${pascal}Step: ...
`
}
