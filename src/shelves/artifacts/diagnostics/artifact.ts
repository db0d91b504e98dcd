import { isDiagnosed } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { readsEnvironment } from '../shared/modules.ts'
import { programModules } from '../shared/program.ts'

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
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/diagnostics.py`,
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
