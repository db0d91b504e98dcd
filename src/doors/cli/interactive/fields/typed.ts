import { type ChoicePath, choices, type Option } from '../../../../core/design/answers/choices.ts'
import { isDelivered } from '../../../../core/design/answers/delivered.ts'
import { answerAt } from '../../../../core/design/answers/stages.ts'
import type { Suggestion } from '../../../../core/design/suggest.ts'
import type { Context, Field, Reply } from '../context.ts'
import { readAt, refusedIn, without } from '../values.ts'

/** How a question whose answer is typed is put. */
export interface Typed {
  readonly path: string
  readonly title: string
  readonly number?: number
  /** What is asked, one line. */
  readonly question: string
  /** For `?`: what each answer would mean. */
  readonly explains?: readonly string[]
  readonly optional?: boolean
  readonly when?: Field['when']
  readonly raw?: (text: string) => unknown
  /** The answer as it would be typed. */
  readonly shown?: (value: unknown) => string
  readonly suggestion?: (context: Context) => Promise<Suggestion | undefined> | Suggestion | undefined
  readonly after?: (context: Context, text: string) => void
}

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

/** What Enter takes: the answer that is there already, else the suggestion, else (when optional) nothing. */
const offered = async (context: Context, typed: Typed) => {
  const before = answerAt(context.state.given, typed.path)
  if (before !== undefined && !(Array.isArray(before) && before.length === 0 && typed.optional === true)) {
    return { text: (typed.shown ?? asText)(before), why: undefined }
  }
  const suggestion = await typed.suggestion?.(context)
  return suggestion === undefined ? undefined : { text: suggestion.value, why: suggestion.why }
}

const invite = ({ talk }: Context, typed: Typed, offer: { text: string; why: string | undefined } | undefined) => {
  const { bold, dim, green } = talk.style
  talk.say('', `${bold(`${typed.number === undefined ? '' : `${typed.number}. `}${typed.title}`)}  ${typed.question}`)
  for (const line of optionLines(typed.path)) talk.say(line)
  if (offer?.why !== undefined) talk.say(`  suggested: ${green(offer.text)} ${dim(`(${offer.why}); Enter chooses it`)}`)
  else if (offer !== undefined) talk.say(`  now: ${green(offer.text)} ${dim('(Enter keeps it)')}`)
  else if (typed.optional === true) talk.say(dim('  optional: Enter leaves it out'))
}

/** The options of a closed question: letter, id, meaning; what is not made yet says so. */
export const optionLines = (path: string): readonly string[] => {
  if (!(path in choices)) return []
  const at = path as ChoicePath
  const options = choices[at].options as readonly Option[]
  const width = Math.max(...options.map(each => each.id.length))
  return options.map(
    ({ letter, id, means }) =>
      `  ${letter}  ${id.padEnd(width)}  ${isDelivered(at, id) ? means : `(not yet) ${means}`}`,
  )
}

/** A question whose answer is typed: asked until it is valid, left out, or taken back. */
export const typed = (about: Typed): Field => ({
  path: about.path,
  title: about.title,
  main: about.optional !== true,
  ...(about.when !== undefined && { when: about.when }),
  ...(about.raw !== undefined && { raw: about.raw }),
  ask: async (context): Promise<Reply> => {
    const { talk, state } = context
    const offer = await offered(context, about)
    invite(context, about, offer)
    for (;;) {
      const text = await talk.ask(about.title)
      if (text === '<') return { kind: 'back' }
      if (text === '?') {
        talk.say(...explained(about))
        continue
      }
      if (text === '' && offer === undefined) {
        if (about.optional === true) return { kind: 'values', values: without(state.given, about.path) }
        talk.refuse('It needs an answer: nothing is assumed. ? explains, < goes back.')
        continue
      }
      if (text === '-' && about.optional === true) return { kind: 'values', values: without(state.given, about.path) }
      const chosen = text === '' ? (offer?.text ?? '') : text
      const read = readAt(state.given, about.path, (about.raw ?? (each => each))(chosen))
      if (refusedIn(read)) {
        talk.refuse(...read)
        continue
      }
      const value = answerAt(read, about.path)
      talk.say(talk.style.dim(`  ✓ ${about.title}: ${(about.shown ?? asText)(value)}`))
      about.after?.(context, chosen)
      return { kind: 'values', values: read }
    }
  },
})

const explained = (about: Typed): readonly string[] => [
  `  ${about.question}`,
  ...(about.explains ?? []).map(each => `  ${each}`),
  ...optionLines(about.path),
  '  < goes to the question before; Ctrl-C stops, and what is answered is kept.',
]

/** `C library`, `C`, `library` all mean the same. */
export const oneOf = (text: string): string => /^[A-Za-z]\s+(\S+)$/.exec(text.trim())?.[1] ?? text.trim()

/** Several ids or letters, set apart by commas or spaces. */
export const several = (text: string): readonly string[] => text.split(/[,;\s]+/).filter(Boolean)

/** Sentences, set apart by semicolons. */
export const sentences = (text: string): readonly string[] =>
  text
    .split(';')
    .map(each => each.trim())
    .filter(Boolean)
