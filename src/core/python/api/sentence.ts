import type { ApiChange } from './change.ts'

const place = (at: ApiChange['old']): string => (at === undefined ? '' : `${at.path}:${at.line}`)

/** A change in one sentence, with the place where it was when that is another one. */
export const sentenceOf = ({ symbol, says, old, new: now }: ApiChange): string => {
  const before = old !== undefined && old.path !== now?.path ? ` (it was in ${place(old)})` : ''
  return `\`${symbol}\` ${says}${before}.`
}
