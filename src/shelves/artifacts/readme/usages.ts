import type { Usage } from '../../../core/design/world.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { shown } from '../shared/usage.ts'

const empty = md``

/** Parts of one kind are used alike; a page that shows hundreds of them is read by nobody. */
const mostAlike = 3

/** Every use with its own heading; of many that are alike the first ones, and how many more there are. */
export const usageLines = (all: readonly Usage[], after: boolean): readonly Escaped[] => {
  const alike = Map.groupBy(all, each => each.title)
  const chosen = [...alike.values()].flatMap(each => each.slice(0, mostAlike))
  return all
    .filter(each => chosen.includes(each))
    .flatMap((each, index) => {
      const same = alike.get(each.title) ?? []
      const more = same.length - mostAlike
      return [
        ...(index === 0 && !after ? [] : [empty]),
        md`### ${md.text(each.title)}`,
        empty,
        ...shown(each),
        ...(more > 0 && same[mostAlike - 1] === each
          ? [
              empty,
              md`${md.text(String(more))} more ${md.text(more === 1 ? 'part is' : 'parts are')} used in the same way.`,
            ]
          : []),
      ]
    })
}
