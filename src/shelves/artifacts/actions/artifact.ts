import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasSubcommands, programModules } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'actions',
  reads: ['components', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: from => isProgram(from) && hasSubcommands(from),
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/actions.py`,
  purpose: 'Has requests carried out, by default only described, and turns what the system refuses into failures.',
  effort: 'simple',
  needs: ['errors', 'models'],
  interface: `class Request(Protocol): ...

class ActionError: ...

def describe(request: Request) -> Report: ...
def perform(action: Action[Asked], request: Asked) -> Report: ...
def explained(does: str, action: Action[Asked]) -> str: ...
`,
  contributes: () => ({
    translations: { de },
    features: [
      'What a subcommand does with its request is an action: a function of your own, handed to its `register`. What the system refuses one, such as a file, ends the program with one line.',
    ],
  }),
  names: programModules,
  template: 'actions.py',
})
