import { doer } from '../../../ports/doer.ts'

export default doer({
  id: 'builtin',
  title: 'Writes every file that follows from the design; needs no model and no network.',
  make: async ({ render, path }) => {
    if (render === undefined) {
      return {
        kind: 'refused',
        reason: `${path} does not follow from the design: it needs an agent or a person, and the built-in doer never fakes one.`,
      }
    }
    return { kind: 'file', text: await render() }
  },
})
