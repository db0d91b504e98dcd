import { firstFew } from '../../../base/first-few.ts'
import { code, listed } from './lines.ts'

/** What a part has of the whole. */
export interface Share {
  readonly number: number
  readonly of: number
  readonly carries: readonly { readonly title: string; readonly begun: boolean; readonly goesOn: boolean }[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Its lines, and all lines. */
  readonly own: string
  readonly whole: string
}

const shown = 12

const some = (texts: readonly string[]): string => (texts.length <= shown ? listed(texts) : firstFew(texts, shown))

/** Names that the public interface defines, as far as these lines hold it. */
const namesIn = (text: string): readonly string[] => {
  const section = /(?:^|\n)## PUBLIC API REQUIREMENTS\n([\s\S]*?)(?=\n## |$)/.exec(text)?.[1] ?? ''
  const defined = section.matchAll(/^ {4}(?:(?:async )?def |class )(\w+)|^ {4}(\w+)(?=:| =)/gm)
  return [...defined].flatMap(([, made, set]) => made ?? set ?? [])
}

/** The lines of a part that stand under the heading of the public interface, whether the heading itself is in it or not. */
const interfaceOf = ({ own, carries }: Share): string => {
  const title = 'PUBLIC API REQUIREMENTS'
  const here = carries.find(each => each.title === title)
  if (here === undefined) return ''
  return here.begun ? `\n## ${title}\n${own}` : own
}

const carried = ({ carries }: Share): string =>
  listed(
    carries.map(({ title, begun, goesOn }) =>
      begun && goesOn
        ? `${title} (from the middle)`
        : begun
          ? `${title} (its end)`
          : goesOn
            ? `${title} (its beginning)`
            : title,
    ),
  )

const ofInterface = (share: Share): readonly string[] => {
  const all = namesIn(share.whole)
  if (all.length === 0) return []
  const own = namesIn(interfaceOf(share))
  return [
    own.length === 0
      ? `- Of the public interface (${all.length} in all): nothing.`
      : `- Of the public interface: ${some(own.map(code))}; ${own.length} of ${all.length}.`,
  ]
}

/** What stands in front of a part: what it is of the whole, and what to answer. */
export const contractOf = (task: string, share: Share, over: boolean): string => {
  const { number, of, before, after } = share
  const which = `part ${number} of ${of}`
  return [
    `# ATOMIC TASK ${task}, ${which}`,
    '',
    `- It carries: ${carried(share)}.`,
    ...(before.length === 0 ? [] : [`- It follows: ${listed(before)}.`]),
    after.length === 0 ? '- Nothing is still to come.' : `- Still to come: ${listed(after)}.`,
    ...ofInterface(share),
    ...(over ? ['- It is larger than the budget: what it holds cannot be cut without losing its meaning.'] : []),
    number < of
      ? `- Answer with ${code(`${task} ${which} read`)} and nothing else: no file is made before the last part. Where all parts come at once, read on.`
      : `- Answer with the file, as OUTPUT REQUIREMENTS says: everything in all ${of} parts holds together.`,
    '',
    '---',
    '',
    '',
  ].join('\n')
}
