import { isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasSubcommands, ofProgram, programModules, programPath } from '../shared/program.ts'
import { de } from './de.ts'

const raising = `class ActionError: ...

def describe(request: Request) -> Report: ...
def perform(action: Action[Asked], request: Asked) -> Report: ...
`
const returning = `class ActionProblem:
    reason: str

def describe(request: Request) -> Ok[Report]: ...
def perform(action: Action[Asked], request: Asked) -> Result[Report, Failure]: ...
`

export default artifact({
  id: 'actions',
  reads: ['architecture.errors', 'components', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: from => isProgram(from) && hasSubcommands(from),
  path: programPath('actions'),
  standing: ofProgram,
  purpose: 'Has requests carried out, by default only described, and turns what the system refuses into failures.',
  effort: 'simple',
  needs: ['errors', 'models'],
  interface: ({ architecture }) => `class Request(Protocol): ...

${architecture.errors === 'exceptions' ? raising : returning}def explained(does: str, action: Action[Asked]) -> str: ...
`,
  contributes: () => ({
    translations: { de },
    features: [
      'What a subcommand does with its request is an action: a function of your own, handed to its `register`. What the system refuses one, such as a file, ends the program with one line.',
    ],
  }),
  names: programModules,
  template: ({ architecture }) =>
    architecture.errors === 'exceptions' ? 'actions_exceptions.py' : 'actions_results.py',
})
