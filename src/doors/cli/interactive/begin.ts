import { isRefusal } from '../../../base/refusal.ts'
import { undelivered } from '../../../core/design/answers/delivered.ts'
import { readAnswers } from '../../../core/design/answers/read.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import { blankAnswers } from '../../../core/documents/answers-blank.ts'
import { readAnswersText } from '../../../core/documents/answers-file.ts'
import type { Context, Field } from './context.ts'
import { optionLines } from './fields/typed.ts'
import { looksNumbered, readPasted } from './paste.ts'
import { withValues } from './values.ts'

/** How the person wants to answer the intake; `values` is what a paste or the editor already answered. */
export type Beginning = { readonly kind: 'one-by-one' } | { readonly kind: 'values'; readonly values: Partial<Given> }

const suggestedAs = ({ ideas }: Context): Readonly<Record<string, string | undefined>> => ({
  'intake.package_name': ideas.package_name?.value,
  'intake.repository_name': ideas.repository_name?.value,
  'intake.description': ideas.description?.value,
  'intake.purpose': ideas.purpose?.value,
  'intake.non_goals': ideas.non_goals?.value,
})

const asked: Readonly<Record<string, string>> = {
  'intake.package_name': 'what is imported, such as json_validator',
  'intake.repository_name': 'the folder, such as json-validator',
  'intake.description': 'one sentence',
  'intake.users': 'one or several',
  'intake.python': 'a PEP 440 specifier such as >=3.11',
  'intake.non_goals': 'what it will not do; set apart by semicolons',
}

const block = (context: Context, fields: readonly Field[]): readonly string[] => {
  const { style } = context.talk
  const ideas = suggestedAs(context)
  return fields.flatMap((field, index) => {
    const head = `${String(index + 1).padStart(2)}. ${style.bold(field.title)}${asked[field.path] === undefined ? '' : style.dim(`  ${asked[field.path] ?? ''}`)}`
    const idea = ideas[field.path]
    return [
      head,
      ...optionLines(field.path).map(line => `    ${line.trimStart()}`),
      ...(idea === undefined ? [] : [`    suggested: ${style.green(idea)}`]),
    ]
  })
}

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

const inEditor = async ({ talk, state }: Context): Promise<Partial<Given> | undefined> => {
  let text = blankAnswers({ open: ['intake', 'project'] })
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

/** Shows the eleven questions as one block, and lets the person choose how to answer them. */
export const beginIntake = async (context: Context, fields: readonly Field[]): Promise<Beginning> => {
  const { talk } = context
  const { bold, dim } = talk.style
  talk.say('', bold('Stage 0: intake. Eleven questions.'), ...block(context, fields))
  talk.say(
    '',
    dim(
      'Enter = one by one · or paste a numbered list (1. json_validator, 4 C, 5: C, D …) · e = fill in a file in your editor',
    ),
  )
  talk.say(dim('Later, at every question: ? explains, < goes back, Ctrl-C stops and keeps what is answered.'))
  for (;;) {
    const text = await talk.ask('How', { lines: 'paste' })
    if (text === '') return { kind: 'one-by-one' }
    if (text === 'e') {
      const values = await inEditor(context)
      if (values !== undefined) return { kind: 'values', values }
    } else if (looksNumbered(text)) {
      const { values, taken, problems } = readPasted(text, context.state.given, fields)
      talk.say(dim(`  ✓ ${taken} of ${fields.length} answered`))
      talk.refuse(...problems)
      if (taken > 0) return { kind: 'values', values }
    } else talk.refuse('Enter, e, or lines that begin with the number of their question.')
  }
}
