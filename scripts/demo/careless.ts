import type { Doer } from '../../src/ports/doer.ts'

/** What a hurried author might hand in: it looks finished, and three things about it are not true. */
const faulty = (text: string): string =>
  text
    // A key that "will be moved to the environment later".
    .replace(/^import math$/m, 'import math\n\nAPI_KEY = "9fK2mQ7xTz4LpW8rVb3NcJ6hYdG1sA5e"')
    // A promise of the interface that is quietly not kept.
    .replace(/^def boolean\(/m, 'def _boolean(')
    // A type that was never checked.
    .replace('return not self.problems', 'return "no problems"')

/** A doer for the demonstration only: it delivers a faulty file and calls it done. */
export const careless: Doer = {
  id: 'careless',
  title: 'Delivers a faulty file and calls it done.',
  make: async ({ render, role }) => {
    const text = await render?.()
    if (text === undefined) return { kind: 'refused', reason: 'It only knows what the built-in doer knows.' }
    return role === 'validator.source'
      ? { kind: 'file', text: faulty(text), claim: 'Done. All tests pass, fully typed, production-ready.' }
      : { kind: 'file', text }
  },
}
