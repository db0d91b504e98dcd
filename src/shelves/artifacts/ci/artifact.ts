import { artifact } from '../../../ports/artifact.ts'
import { isFirst } from '../shared/drawn.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { checkCommands } from '../shared/plan.ts'
import { systems } from '../shared/systems.ts'

const isWorkflow = (path: string): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)

export default artifact({
  id: 'ci',
  reads: ['architecture.testing', 'python.versions', 'structure', 'intake.maturity', 'intake.purpose'],
  collects: ['plan.checks', 'manager'],
  path: () => '.github/workflows/ci.yml',
  accepts: (path, { structure }) => isFirst(path, structure, isWorkflow),
  standing: standsForOthers,
  purpose: 'Runs every check on each push and pull request, on every supported Python.',
  effort: 'simple',
  compose: ({ architecture, intake, python, plan, manager }) => {
    const [system = '', ...more] = systems({ intake })
    return {
      format: 'yaml',
      value: {
        name: 'CI',
        on: { push: { branches: ['main'] }, pull_request: null },
        permissions: { contents: 'read' },
        concurrency: { group: '${{ github.workflow }}-${{ github.ref }}', 'cancel-in-progress': true },
        jobs: {
          checks: {
            name: `Checks on Python \${{ matrix.python-version }}${more.length > 0 ? ', ${{ matrix.os }}' : ''}`,
            'runs-on': more.length > 0 ? '${{ matrix.os }}' : system,
            'timeout-minutes': 15,
            strategy: {
              'fail-fast': false,
              matrix: {
                ...(more.length > 0 && { os: [system, ...more] }),
                'python-version': python.versions,
              },
            },
            steps: [
              { uses: 'actions/checkout@v5' },
              ...manager.ci.setup,
              { name: 'Install', run: manager.ci.install },
              ...checkCommands(manager, architecture.testing, plan.checks).map(each => ({
                name: each.does,
                run: each.command,
              })),
            ],
          },
        },
      },
    }
  },
})
