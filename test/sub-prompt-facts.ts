import type { TaskId } from '../src/base/brand.ts'
import { ownPath } from '../src/base/repo-path.ts'
import { namesOf } from '../src/core/design/answers/names.ts'
import { pythonFacts } from '../src/core/design/answers/python-range.ts'
import type { SubPromptFacts } from '../src/core/documents/sub-prompt/facts.ts'
import uv from '../src/shelves/managers/uv/manager.ts'
import { view } from './critic-views.ts'

const base = view({ decisions: [{ topic: 'versioning', decision: 'Semantic versions.', why: 'People pin.' }] })

/** What a sub-prompt of one file is made from. */
export const facts = (path = 'src/plain/check.py', more: Partial<SubPromptFacts> = {}): SubPromptFacts => ({
  task: {
    id: 'T-004' as TaskId,
    path: ownPath(path),
    purpose: 'Checks data.',
    effort: 'complex',
    interface: 'class Checker:\n    def check(self, data: object) -> list[str]: ...\n\n\nLIMIT: int',
    component: 'checker',
    needs: [
      { path: ownPath('src/plain/errors.py'), purpose: 'All errors.', interface: 'class PlainError(Exception): ...' },
    ],
    neededBy: [{ path: ownPath('tests/test_check.py'), purpose: 'Tests the checker.' }],
  },
  early: {
    intake: base.intake,
    project: base.project,
    architecture: base.architecture,
    decisions: base.decisions,
    components: [],
    features: { ...base.features, readme_languages: ['de'] },
    names: namesOf(base.intake),
    python: pythonFacts('>=3.12'),
    structure: { drawn: false, files: [] },
    date: '2026-11-21',
    git: true,
  },
  late: {
    plan: {
      files: [],
      requirements: [{ distribution: 'structlog', specifier: '>=26.1,<27' }],
      dev_requirements: [{ distribution: 'pytest', specifier: '>=9.2,<10' }],
      exports: [{ module: 'plain.check', names: ['Checker'] }],
      environment: [],
      checks: [],
      served: [],
      subcommands: [],
      features: [],
      usage: [],
      translations: {},
      modules: {},
    },
    manager: uv.facts({ locked: true } as never),
  },
  component: { name: 'checker', kind: 'custom', does: 'Checks one thing.', options: { strict: true } },
  checks: [{ id: 'types', title: 'Types', what: 'mypy --strict finds nothing in the whole repository.' }],
  failures: [],
  ...more,
})
