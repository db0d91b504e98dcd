import stringWidth from 'fast-string-width'
import { isRefusal } from '../../../base/refusal.ts'
import { type ChoicePath, choices, type Option } from '../../../core/design/answers/choices.ts'
import { isDelivered, undelivered } from '../../../core/design/answers/delivered.ts'
import { readAnswers } from '../../../core/design/answers/read.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import { blankAnswers } from '../../../core/documents/answers-blank.ts'
import { readAnswersText } from '../../../core/documents/answers-file.ts'
import type { Context, Field } from './context.ts'
import { optionLines } from './fields/typed.ts'
import { looksNumbered, readPasted } from './paste.ts'
import { withValues } from './values.ts'

/** How the person wants to answer the intake; `values` is what a paste or the editor already answered. */
export type Beginning =
  | { readonly kind: 'one-by-one' }
  | {
      readonly kind: 'values'
      readonly values: Partial<Given>
      /** Of a list some answers were not taken: the person may mend it. */
      readonly amiss?: boolean
    }

const asked: Readonly<Record<string, string>> = {
  'intake.package_name': 'what is imported, such as json_validator',
  'intake.repository_name': 'the folder, such as json-validator',
  'intake.description': 'one sentence',
  'intake.python': 'a specifier',
  'intake.non_goals': 'what it will not do; set apart by semicolons',
}

/** Words that stay together, packed into as few lines as hold them. */
const packed = (head: string, words: readonly string[], width: number): readonly string[] => {
  const left = ' '.repeat(stringWidth(head))
  const lines: string[] = []
  let line = head
  for (const word of words) {
    const longer = line === head || line === left ? line + word : `${line} ${word}`
    if (line !== head && line !== left && stringWidth(longer.trimEnd()) > width) {
      lines.push(line)
      line = left + word
    } else line = longer
  }
  return [...lines, line].map(each => each.trimEnd())
}

const inRow = async (context: Context, field: Field): Promise<readonly string[]> => {
  const { dim, green } = context.talk.style
  const idea = await field.suggestion?.(context)
  const options: readonly Option[] = field.path in choices ? choices[field.path as ChoicePath].options : []
  const own = options.find(each => each.id === idea?.value)?.letter
  const hint = idea === undefined || field.path === 'intake.non_goals' ? asked[field.path] : undefined
  return [
    ...options.map(({ letter, id }) =>
      isDelivered(field.path as ChoicePath, id) ? `${letter} ${id} ` : dim(`[${letter} ${id}]`),
    ),
    ...(hint === undefined ? [] : hint.split(' ').map(dim)),
    ...(idea === undefined
      ? []
      : `→\u00a0${own ?? idea.value}`.split(' ').map(word => green(word.replace('\u00a0', ' ')))),
  ]
}

const block = async (context: Context, fields: readonly Field[]): Promise<readonly string[]> => {
  const { talk } = context
  const names = Math.max(...fields.map(each => each.title.length))
  const rows = fields.map(async each =>
    packed(
      `${(each.mark ?? '').padStart(2)}. ${talk.style.bold(each.title.padEnd(names))}  `,
      await inRow(context, each),
      talk.width,
    ),
  )
  return (await Promise.all(rows)).flat()
}

/** What the options of a question mean. */
const meanings = (fields: readonly Field[]): readonly string[] =>
  fields.flatMap(each => [
    `${each.mark ?? ''}. ${each.title}${asked[each.path] === undefined ? '' : `: ${asked[each.path] ?? ''}`}`,
    ...optionLines(each.path, undefined),
  ])

/** What can be typed at the block; a whole list of what every option means would scroll the questions away. */
const help = (fields: readonly Field[]): readonly string[] => [
  '  Enter     asks each question by itself, with a suggestion; there ? says what follows from an answer.',
  '  a list    answers some or all at once; what of it cannot be taken is named, and asked.',
  '  e         opens a commented file with the same questions.',
  `  ? and a number, ?1 to ?${fields.length}, says what the options of that question mean.`,
  '  Every answer can be changed in the summary, before anything follows from it.',
]

/** Empty keys are questions left open, not answers. */
const filled = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value === '' || value === null ? undefined : value
  if (Array.isArray(value)) {
    const items = value.map(filled).filter(each => each !== undefined)
    return items.length === 0 ? undefined : items
  }
  const entries = Object.entries(value).flatMap(([key, each]) => {
    const kept = filled(each)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

const inEditor = async ({ talk, state, ideas }: Context): Promise<Partial<Given> | undefined> => {
  let text = blankAnswers({ open: ['intake', 'project'], ideas })
  for (;;) {
    const edited = await talk.edit(text, 'answers.yaml')
    if (edited === undefined) return undefined
    text = edited
    const read = readAnswersText(edited, 'answers.yaml')
    const given = isRefusal(read)
      ? [read]
      : readAnswers(filled(read.value) ?? {}, path => ({ line: read.lineOf(path) ?? 1 }))
    const problems = Array.isArray(given) ? given : undelivered(given as Given).map(each => each.refusal)
    if (problems.length === 0) {
      const { intake, project } = given as Given
      return withValues(state.given, {
        ...(intake !== undefined && { intake }),
        ...(project !== undefined && { project }),
      })
    }
    talk.refuse(...problems)
    if ((await talk.ask('Enter opens it again · < leaves it')) === '<') return undefined
  }
}

/** Shows the eleven questions as one block, and lets the person choose how to answer them; a list may answer `all` at once. */
export const beginIntake = async (
  context: Context,
  fields: readonly Field[],
  all: readonly Field[],
): Promise<Beginning> => {
  const { talk } = context
  const { bold, dim } = talk.style
  const menu = [
    dim('[ ] not made yet · → suggested; it counts only when you choose it'),
    dim('Enter = one by one · e = a file in your editor · ? = help, ?4 = question 4'),
    dim('or a list, with commas or one a line: 1. json_validator, 4 C, 5 C, D … to 15'),
    dim('(12 licence, 13 authors, 14 remote, 15 team size)'),
  ]
  talk.say('', bold('Stage 0: intake. Eleven questions.'), ...(await block(context, fields)), ...menu)
  for (;;) {
    const text = await talk.ask('How', { lines: 'paste' })
    const [, one] = /^\?\s*(\d*)$/.exec(text) ?? []
    if (text === '') return { kind: 'one-by-one' }
    if (text === 'e') {
      const values = await inEditor(context)
      if (values !== undefined) return { kind: 'values', values }
    } else if (one !== undefined && text.startsWith('?')) {
      const wanted = all.filter(each => each.mark === one)
      talk.say(...(wanted.length === 0 ? help(all) : meanings(wanted)), ...menu)
    } else if (text === '<') {
      talk.say('  This is the first question; nothing lies before it. Ctrl-C stops, and Enter asks one by one.')
    } else if (looksNumbered(text)) {
      const { values, taken, amiss } = takeList(context, text, all)
      if (taken > 0) return { kind: 'values', values, amiss }
    } else talk.refuse('Enter, e, ?, ?4, or lines that begin with the number of their question.')
  }
}

const takeList = ({ talk, state }: Context, text: string, all: readonly Field[]) => {
  const { values, taken, problems } = readPasted(text, state.given, all)
  talk.say(talk.style.dim(`  ✓ ${taken} answered`))
  talk.refuse(...problems)
  return { values, taken, amiss: problems.length > 0 }
}

/** Lets the person write again what of a list was not taken; what was taken is recorded by then. */
export const mendList = async (context: Context, all: readonly Field[]): Promise<Beginning> => {
  const { talk } = context
  talk.say(
    talk.style.dim('  Enter = go on: what is still open is asked · or those again, each with its number, such as 5 C'),
  )
  for (;;) {
    const text = await talk.ask('Mend', { lines: 'paste' })
    if (text === '') return { kind: 'one-by-one' }
    if (looksNumbered(text)) {
      const { values, taken, amiss } = takeList(context, text, all)
      if (taken > 0) return { kind: 'values', values, amiss }
    } else
      talk.say(
        '  What is named above was not taken; the rest was, and is kept. Type it again, such as  5 C, D  or  11 a web page; an ORM.',
        '  Enter asks what is still open, one by one. Every answer can be changed in the summary.',
      )
  }
}
