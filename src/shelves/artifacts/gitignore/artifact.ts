import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'gitignore',
  reads: ['architecture.configuration', 'architecture.testing', 'git'],
  collects: ['plan.environment'],
  exists: ({ git }) => git,
  path: () => '.gitignore',
  standing: () => ({ template: true, needed: 'It keeps environments, caches and secrets out of the commits.' }),
  purpose: 'Keeps what is made or private out of the repository.',
  effort: 'trivial',
  loops: ({ plan }) => ({
    databases: plan.environment
      .filter(each => each.kind === 'path')
      .map(each => ({ names: { my_file: each.default } })),
  }),
  template: 'gitignore',
})
