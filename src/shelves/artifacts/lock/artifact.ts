import { artifact } from '../../../ports/artifact.ts'

const lockFiles = {
  uv: 'uv.lock',
  poetry: 'poetry.lock',
  pdm: 'pdm.lock',
  'pip-requirements': 'requirements.txt',
  'pip-pyproject': 'pylock.toml',
} as const

export default artifact({
  id: 'lock',
  reads: ['architecture.dependencies'],
  path: ({ architecture }) => lockFiles[architecture.dependencies],
  standing: ({ architecture }) => ({
    template: true,
    needed: `${architecture.dependencies} installs the same versions everywhere only from a lock file.`,
  }),
  purpose: 'Pins the exact version of every dependency.',
  effort: 'trivial',
  needs: ['pyproject'],
  from: ['pyproject'],
  maker: 'manager',
})
