import { isDiagnosed, isProgram } from '../../../core/design/purpose.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { readsEnvironment } from '../shared/modules.ts'
import { isProgramModule, ofProgram, programModules, programPath, programStems } from '../shared/program.ts'

export default artifact({
  id: 'diagnostics',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'intake.maturity',
    'intake.purpose',
    'names.package',
    'names.distribution',
    'names.env_prefix',
    'structure',
  ],
  collects: ['plan.environment', 'plan.modules'],
  exists: isDiagnosed,
  path: programPath('diagnostics'),
  accepts: isProgramModule(programStems.diagnostics),
  standing: from => (isProgram(from) ? ofProgram() : { template: true }),
  purpose: 'Looks at what can hinder the package where it runs.',
  effort: 'moderate',
  needs: ['config', 'errors'],
  interface: `class CheckCode(StrEnum): ...

class Outcome(StrEnum):
    OK = "ok"
    FAILED = "failed"
    SKIPPED = "skipped"

class Finding:
    code: CheckCode
    outcome: Outcome
    detail: str

CHECKS: Final = ...
`,
  names: programModules,
  slots: ({ plan }) => ({
    variables: py`VARIABLES: Final = frozenset({${vouched(plan.environment.map(each => py.str(each.name)).join(', '))}})`,
  }),
  loops: ({ architecture }) => ({ environs: readsEnvironment(architecture.configuration) ? [{}] : [] }),
  template: 'diagnostics.py',
})
