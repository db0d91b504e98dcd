import { madeFor } from '../../core/design/answers/delivered.ts'

/** For which purposes an option is made, where that is not every one. */
export const forWhom = (path: Parameters<typeof madeFor>[0], id: string): string | undefined => {
  const made = madeFor(path, id)
  if (made === undefined) return undefined
  return made.length === 0 ? 'not delivered yet' : `with purpose ${made.join(', ')}`
}
