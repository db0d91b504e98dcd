import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isModule } from '../shared/drawn.ts'
import { errorsStem, errorsStems } from '../shared/modules.ts'
import { de } from './de.ts'

const exceptions = (pascal: string): string => `class ${pascal}Error(Exception):
    error_code: ClassVar[str]

class ConfigurationError(${pascal}Error):
    error_code: ClassVar[str]
    setting: str
    reason: str
    def __init__(self, setting: str, reason: str) -> None: ...
    def __str__(self) -> str: ...
`

const results = `@dataclass(frozen=True, slots=True)
class Ok(Generic[Value_co]):
    value: Value_co

@dataclass(frozen=True, slots=True)
class Err(Generic[Error_co]):
    error: Error_co

Result: TypeAlias = Ok[Value] | Err[Error]

def value_or(result: Result[Value, Error], default: Default) -> Value | Default: ...
`

const mixed = (pascal: string): string => `class ${pascal}Error(Exception): ...

class UncheckedFailureError(${pascal}Error):
    error: object
    def __init__(self, error: object) -> None: ...
    def __str__(self) -> str: ...

${results}
def expect(result: Result[Value, Error]) -> Value: ...
`

export default artifact({
  id: 'errors',
  reads: ['architecture.errors', 'intake.purpose', 'names.package', 'names.pascal', 'structure'],
  path: ({ architecture, names, structure }) =>
    `${packageFolder(structure, names.package)}/${errorsStem(architecture.errors)}.py`,
  accepts: (path, { names }) => isModule(path, names.package, errorsStems),
  standing: () => ({ template: true, needed: 'Every other module raises or returns the errors that it defines.' }),
  purpose: ({ architecture }) =>
    ({
      exceptions: 'Defines the exceptions, all below one base class.',
      results: 'Defines the results that operations return.',
      mixed: 'Defines the results of expected failures and the exceptions of misuse.',
    })[architecture.errors],
  effort: 'simple',
  interface: ({ architecture, names }) =>
    ({ exceptions: exceptions(names.pascal), results, mixed: mixed(names.pascal) })[architecture.errors],
  contributes: ({ architecture, intake, names }) => ({
    translations: { de },
    exports: {
      exceptions: [`${names.pascal}Error`, 'ConfigurationError'],
      results: ['Ok', 'Err', 'Result', 'value_or'],
      mixed: [`${names.pascal}Error`, 'UncheckedFailureError', 'Ok', 'Err', 'Result', 'expect', 'value_or'],
    }[architecture.errors],
    features: [
      {
        exceptions: isProgram({ intake })
          ? `Every failure that it knows is a \`${names.pascal}Error\` and ends it with one line; anything else is a bug, and ends it with a traceback.`
          : `Every failure of its own is a \`${names.pascal}Error\`; wrong arguments raise Python’s \`ValueError\` or \`TypeError\`.`,
        results: 'What can fail returns `Ok` or `Err`; expected failures raise nothing.',
        mixed: `Expected failures are returned as \`Err\`; opening one as a success raises a \`${names.pascal}Error\`, wrong arguments Python’s \`ValueError\` or \`TypeError\`.`,
      }[architecture.errors],
    ],
  }),
  template: ({ architecture }) => `errors_${architecture.errors}.py`,
})
