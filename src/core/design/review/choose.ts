import type { ChoiceId, ChoicePath } from '../answers/choices.ts'
import { isDelivered } from '../answers/delivered.ts'

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.slice(-1).join('')}`

/**
 * Advice to choose one of several answers. A design is judged by what is good, delivered or not; advice that this version would
 * refuse has to say so.
 */
export const choose = <P extends ChoicePath>(path: P, ids: readonly ChoiceId<P>[]): string => {
  const made = ids.filter(id => isDelivered(path, id))
  const so =
    made.length === ids.length
      ? ''
      : ` (this version makes ${made.length === 0 ? (ids.length === 1 ? 'it not yet' : 'none of them yet') : `only ${either(made)}`})`
  return `Choose ${either(ids)} for ${path}${so}`
}
