import { keep, lose } from '../../../core/design/critique.ts'
import { choose } from '../../../core/design/review/choose.ts'
import { reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'requirements-in-library',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Does a library declare its dependencies where its users’ tools look?',
  why: 'Requirements files pin one environment, which is right for what is deployed. Users of a library get their dependencies from pyproject.toml; with both, the same list is kept twice and drifts apart.',
  example: {
    bad: 'A library with dependencies: pip-requirements.',
    good: 'dependencies: uv, or pip-pyproject where nothing but pip may be used.',
  },
  reads: ['intake.purpose', 'architecture.dependencies', 'architecture.rationale'],
  /** Two lists of the same thing are one too many. */
  judge: ({ intake, architecture }) =>
    intake.purpose === 'library' &&
    architecture.dependencies === 'pip-requirements' &&
    !reasoned(architecture.rationale, 'dependencies')
      ? lose(
          1,
          'The library keeps its dependencies in requirements files, which tools that install a library do not read.',
          {
            winBack: `${choose('architecture.dependencies', ['uv', 'poetry', 'pdm', 'pip-pyproject'])}, or give the reason under rationale.dependencies.`,
          },
        )
      : keep(),
})
