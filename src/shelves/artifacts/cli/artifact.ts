import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { spoken } from '../../../core/render/long-text.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isProgramModule, ofProgram, programModules, programStems } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'cli',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'intake.description',
    'intake.purpose',
    'names.package',
    'names.pascal',
    'names.distribution',
    'structure',
  ],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/cli.py`,
  accepts: isProgramModule(programStems.cli),
  standing: ofProgram,
  purpose: 'Puts the program together and says how it ends.',
  effort: 'moderate',
  needs: ['doctor', 'errors', 'models', 'program', 'utils'],
  interface: 'app = ...\n\ndef main() -> None: ...\n',
  contributes: ({ architecture, names }) => ({
    translations: { de },
    requirements: ['typer'],
    checks: [{ does: 'Self-diagnosis', command: `${names.distribution} doctor` }],
    features: [
      'Results go to standard output, everything else to standard error; each way to end has an exit code of its own.',
      ...(architecture.errors === 'exceptions'
        ? []
        : [
            'One function, `opened`, ends the program on a failure, with one line on standard error and its exit code.',
          ]),
      'Each subcommand is a module of its own that attaches itself to the program.',
    ],
  }),
  names: programModules,
  slots: ({ intake }) => ({ help: spoken('help', sentence(intake.description), 88) }),
  loops: ({ plan }) => ({
    subcommands: plan.subcommands.map(each => ({
      names: { my_component: each.component, 'my_package.my_command': plan.modules[`${each.component}.source`] ?? '' },
    })),
  }),
  template: 'cli.py',
})
