import { type ChoicePath, choices, meant, type Option } from '../../../../core/design/answers/choices.ts'
import { isDelivered } from '../../../../core/design/answers/delivered.ts'
import { answerAt } from '../../../../core/design/answers/stages.ts'
import type { Suggestion } from '../../../../core/design/suggest.ts'
import type { Context, Field, Reply } from '../context.ts'
import { readAt, refusedIn, without } from '../values.ts'

/** How a question whose answer is typed is put. */
export interface Typed {
  readonly path: string
  readonly title: string
  readonly mark?: string
  /** What is asked, one line. */
  readonly question: string
  /** For `?`: what each answer would mean. */
  readonly explains?: readonly string[]
  readonly optional?: boolean
  /** Choices that would be no answer here, each with what is said to whoever gives it. */
  readonly except?: Readonly<Record<string, string>>
  readonly when?: Field['when']
  readonly raw?: (text: string) => unknown
  readonly problem?: Field['problem']
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

const invite = (context: Context, typed: Typed, offer: { text: string; why: string | undefined } | undefined) => {
  const { talk, state } = context
  // The purpose itself is open to every choice, whatever was answered before.
  const purpose = typed.path === 'intake.purpose' ? undefined : state.given.intake?.purpose
  talk.say(
    '',
    `${talk.style.bold(`${typed.mark === undefined ? '' : `${typed.mark}. `}${typed.title}`)}  ${typed.question}`,
  )
  for (const line of optionLines(typed.path, purpose, Object.keys(typed.except ?? {}))) talk.say(line)
  talk.say(...offerLines(context, typed, offer))
}

/** What Enter would take. A sentence loses its full stop before the bracket; it is kept in the answer. */
const offerLines = (
  { talk }: Context,
  typed: Typed,
  offer: { text: string; why: string | undefined } | undefined,
): readonly string[] => {
  const { dim, green } = talk.style
  const text = green((offer?.text ?? '').replace(/\.$/, ''))
  if (offer?.why !== undefined) return [`  suggested: ${text} ${dim(`(${offer.why}); Enter chooses it`)}`]
  if (offer !== undefined) return [`  now: ${text} ${dim('(Enter keeps it)')}`]
  return typed.optional === true ? [dim('  optional: Enter leaves it out')] : []
}

/** The options of a closed question: letter, id, meaning; what is not made yet says so. */
export const optionLines = (
  path: string,
  purpose: string | undefined,
  except: readonly string[] = [],
): readonly string[] => {
  if (!(path in choices)) return []
  const at = path as ChoicePath
  const options = (choices[at].options as readonly Option[]).filter(each => !except.includes(each.id))
  const width = Math.max(...options.map(each => each.id.length))
  return options.map(
    ({ letter, id, means }) =>
      `  ${letter}  ${id.padEnd(width)}  ${isDelivered(at, id, purpose) ? means : `(not yet) ${means}`}`,
  )
}

/** A question whose answer is typed: asked until it is valid, left out, or taken back. */
export const typed = (about: Typed): Field => ({
  path: about.path,
  title: about.title,
  main: about.optional !== true,
  ...(about.when !== undefined && { when: about.when }),
  ...(about.raw !== undefined && { raw: about.raw }),
  ...(about.mark !== undefined && { mark: about.mark }),
  ...(about.suggestion !== undefined && { suggestion: about.suggestion }),
  problem: text => problemOf(about, text),
  ask: async (context): Promise<Reply> => {
    const { talk, state } = context
    const offer = await offered(context, about)
    invite(context, about, offer)
    for (;;) {
      const text = await talk.ask(about.title)
      if (text === '<') return { kind: 'back' }
      if (text === '?') {
        talk.say(...(await explained(context, about)), ...offerLines(context, about, offer))
        continue
      }
      if (text === '' && offer === undefined) {
        if (about.optional === true) return { kind: 'values', values: without(state.given, about.path) }
        talk.refuse('It needs an answer: nothing is assumed. ? explains, < goes back.')
        continue
      }
      if (text === '-' && about.optional === true) return { kind: 'values', values: without(state.given, about.path) }
      const chosen = text === '' ? (offer?.text ?? '') : text
      const problem = problemOf(about, chosen)
      if (problem !== undefined) {
        talk.refuse(problem)
        continue
      }
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

/** How many of the critic's rules are named for one question. */
const named = 4

/** What is asked, what each choice leads to, and what the reviews will ask of this answer. */
const explained = async ({ world, state }: Context, about: Typed): Promise<readonly string[]> => {
  // A rule that reads little is about this answer; one that reads much only takes it into account.
  const rules = (await world.shelves.critics())
    .filter(each => each.reads.some(path => path === about.path))
    .toSorted((a, b) => a.reads.length - b.reads.length)
  const more = rules.length - named
  const purpose = about.path === 'intake.purpose' ? undefined : state.given.intake?.purpose
  return [
    `  ${about.question}`,
    ...optionLines(about.path, purpose, Object.keys(about.except ?? {})),
    ...(about.explains ?? []).map(each => `  ${each}`),
    ...(rules.length === 0
      ? []
      : [
          '  What follows from it: by this answer the reviews ask',
          ...rules.slice(0, named).map(each => `  · ${each.asks}`),
          ...(more > 0 ? [`  · and ${more} more of their questions`] : []),
        ]),
    '  < goes to the question before; Ctrl-C stops, and what is answered is kept.',
  ]
}

const exceptionFor = (about: Typed, text: string): string | undefined => {
  if (about.except === undefined || !(about.path in choices)) return undefined
  const [id] = meant(about.path as ChoicePath, oneOf(text))
  return id === undefined ? undefined : about.except[id]
}

/** Of a list the item that is no choice is named, and nothing of the list is kept. */
const problemOf = (about: Typed, text: string): string | undefined => {
  if (about.problem !== undefined) return about.problem(text)
  const excepted = exceptionFor(about, text)
  if (excepted !== undefined) return excepted
  if (about.raw !== several || !(about.path in choices)) return undefined
  const at = about.path as ChoicePath
  const bad = several(text).filter(each => meant(at, each).length === 0)
  if (bad.length === 0) return undefined
  const options = (choices[at].options as readonly Option[]).map(each => `${each.letter} ${each.id}`)
  return `${bad.map(each => `"${each}"`).join(', ')} ${bad.length === 1 ? 'is' : 'are'} none of ${options.join(', ')}.`
}

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
