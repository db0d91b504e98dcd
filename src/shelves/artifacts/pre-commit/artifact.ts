import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { inEnvironment } from '../shared/plan.ts'

export default artifact({
  id: 'pre-commit',
  reads: ['git', 'intake.purpose'],
  collects: ['manager.run'],
  exists: ({ git }) => git,
  path: () => '.pre-commit-config.yaml',
  accepts: path => /^\.pre-commit-config\.ya?ml$/.test(path),
  standing: standsForOthers,
  purpose: 'Formats, lints and type-checks before each commit.',
  effort: 'trivial',
  contributes: () => ({ dev_requirements: ['pre-commit'] }),
  compose: ({ manager }) => ({
    format: 'yaml',
    head: ['The tools of the project’s own environment, so that hooks and continuous integration never disagree.'],
    value: {
      repos: [
        {
          repo: 'local',
          hooks: [
            {
              id: 'ruff-check',
              name: 'Lint',
              entry: inEnvironment(manager, 'ruff check --fix --force-exclude'),
              language: 'system',
              types_or: ['python', 'pyi'],
              require_serial: true,
            },
            {
              id: 'ruff-format',
              name: 'Format',
              entry: inEnvironment(manager, 'ruff format --force-exclude'),
              language: 'system',
              types_or: ['python', 'pyi'],
              require_serial: true,
            },
            {
              id: 'mypy',
              name: 'Types, over the whole repository',
              entry: inEnvironment(manager, 'mypy .'),
              language: 'system',
              types_or: ['python', 'pyi'],
              pass_filenames: false,
              require_serial: true,
            },
          ],
        },
      ],
    },
  }),
})
