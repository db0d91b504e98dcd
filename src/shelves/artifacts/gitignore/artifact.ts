import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'gitignore',
  reads: ['architecture.configuration', 'architecture.testing', 'git'],
  exists: ({ git }) => git,
  path: () => '.gitignore',
  standing: () => ({ template: true, needed: 'It keeps environments, caches and secrets out of the commits.' }),
  purpose: 'Keeps what is made or private out of the repository.',
  effort: 'trivial',
  template: 'gitignore',
})
