import { keep, lose } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'surface',
  dimension: 'risk',
  at: [2],
  asks: 'Do the features belong to what it is?',
  why: 'A library lives in somebody else’s program, a command in a terminal. A server or a page in them brings its dependencies, its attacks and its releases to people who came for something else; as a package of its own it can have all that.',
  example: {
    bad: 'A library with ui: react.',
    good: 'The library alone, and a second project that imports it and serves the page.',
  },
  reads: ['intake.purpose', 'features.api', 'features.ui'],
  /** Two products in one package share every release and every weakness. */
  judge: ({ intake, features }) => {
    if (intake.purpose !== 'library' && intake.purpose !== 'cli') return keep()
    const added = [
      ...(features.api === 'none' ? [] : [{ key: 'features.api', what: 'an HTTP API' }]),
      ...(features.ui === 'none' ? [] : [{ key: 'features.ui', what: 'a user interface' }]),
    ]
    if (added.length === 0) return keep()
    const what = intake.purpose === 'library' ? 'a library' : 'a command-line program'
    return lose(
      added.length,
      `It is ${what}, yet ${listed(added.map(each => each.what))} would be made in the same package.`,
      {
        winBack: `Set ${listed(added.map(each => each.key))} to none and make that a project of its own, or choose the purpose that fits.`,
      },
    )
  },
})
