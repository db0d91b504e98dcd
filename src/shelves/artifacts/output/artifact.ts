import { isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isProgramModule, ofProgram, programModules, programPath, programStems } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'output',
  reads: ['intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isProgram,
  path: programPath('output'),
  accepts: isProgramModule(programStems.output),
  standing: ofProgram,
  purpose: 'Prints what a subcommand answers: a table for people, JSON for programs.',
  effort: 'simple',
  needs: ['models', 'utils'],
  interface: 'def render(report: Report, *, as_json: bool) -> str: ...\n',
  contributes: () => ({
    translations: { de },
    features: [
      'Whatever is printed is a table for people or, with `--json`, JSON for programs; nothing in it speaks to the terminal. JSON has no infinity and no NaN: such a number is `null` there.',
    ],
  }),
  names: programModules,
  template: 'output.py',
})
