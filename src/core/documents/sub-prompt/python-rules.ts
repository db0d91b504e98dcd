import { ruffSettings } from '../../design/plan/ruff-settings.ts'
import type { Requirement } from '../../design/world.ts'
import type { SubPromptFacts } from './facts.ts'
import { code, listed } from './lines.ts'

/** `src/schema_guard/errors.py` → `schema_guard.errors`. */
export const moduleOf = (path: string): string | undefined =>
  /^(?:src\/)?(.+)\.pyi?$/
    .exec(path)?.[1]
    ?.replace(/\/__init__$/, '')
    .replaceAll('/', '.')

const named = (requirements: readonly Requirement[]): string =>
  listed(requirements.map(each => code(each.distribution + each.specifier)))

export const pythonLanguage = ({ early: { python } }: SubPromptFacts): readonly string[] => [
  `- Python ${python.minimum} is the lowest version; the project supports ${code(python.range)}${python.versions.length > 0 ? ` (${python.versions.join(', ')})` : ''}.`,
  `- Only syntax and library that ${python.minimum} has.`,
]

/** What may be imported: the standard library, the package itself, what is declared; tests may use the development group too. */
export const importRules = ({ early, late }: SubPromptFacts, development: boolean): readonly string[] => {
  const declared = development ? [...late.plan.requirements, ...late.plan.dev_requirements] : late.plan.requirements
  return [
    `- Allowed imports: the standard library of Python ${early.python.minimum}; ${code(early.names.package)} itself${declared.length === 0 ? '' : `; the declared requirements ${named(declared)}`}.`,
    `- Prohibited imports: every other distribution${development ? '' : ', the development tools among them'}; nothing from ${development ? 'private modules of the package' : '`tests` or `examples`'}; no relative imports.`,
  ]
}

/** What holds for every Python file of the project. */
export const styleRules = ({ early }: SubPromptFacts): readonly string[] => {
  const length = ruffSettings({ package: early.names.package, minimum: early.python.minimum })['line-length']
  return [
    '- Annotations: every parameter, return value and attribute, so that `mypy --strict` finds nothing; no `Any` without a need, no `type: ignore`.',
    `- Length: lines of at most ${String(length)} characters; functions that fit a screen; a file of fewer than 300 lines.`,
    '- Style: what `ruff check` with all rules and `ruff format` leave as it is; no `noqa`.',
  ]
}
