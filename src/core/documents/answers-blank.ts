import { type ChoicePath, choices, type Option } from '../design/answers/choices.ts'
import { isDelivered } from '../design/answers/delivered.ts'
import { answersSchema } from '../design/answers/schema.ts'
import { required } from '../design/answers/stages.ts'
import type { Suggestions } from '../design/suggest.ts'

/** The little of a schema that is looked at here. */
interface Shaped {
  readonly shape?: Readonly<Record<string, Shaped>>
  readonly description?: string | undefined
  readonly options?: readonly unknown[]
  readonly def?: {
    readonly type?: string
    readonly innerType?: Shaped
    readonly element?: Shaped
    readonly values?: readonly unknown[]
  }
}

const inner = (schema: Shaped): Shaped => (schema.def?.innerType === undefined ? schema : inner(schema.def.innerType))

const headings: Readonly<Record<string, string>> = {
  intake: 'Stage 0: eleven questions.',
  project: 'Facts that nobody may invent.',
  architecture: 'Stage 1: five decisions.',
  decisions: 'What else was decided.',
  structure: 'Stage 2: where the directory tree comes from.',
  components: 'Stage 2: the parts that carry the meaning.',
  features: 'Stage 3: five gates; no answer is NO.',
  report: 'The final report.',
  approvals: 'Your decisions, recorded beforehand.',
}

const optionLines = (path: ChoicePath): readonly string[] =>
  (choices[path].options as readonly Option[]).map(
    ({ letter, id, means }) => `  ${letter} ${id}: ${isDelivered(path, id) ? means : `(not yet) ${means}`}`,
  )

const listed = (schema: Shaped): string | undefined => {
  const { def, options } = schema
  if (def?.type === 'literal') return `Write ${(def.values ?? []).join(' or ')}.`
  if (def?.type === 'enum') return `One of ${(options ?? []).join(', ')}.`
  if (def?.type === 'array')
    return def.element === undefined ? undefined : listed(inner(def.element))?.replace('One of', 'A list of')
  if (def?.type !== 'union') return undefined
  const parts = (options ?? []).flatMap(each => {
    const option = inner(each as Shaped)
    if (option.shape !== undefined) return [`{${Object.keys(option.shape).join(', ')}}`]
    if (option.def?.type === 'literal') return (option.def.values ?? []).map(String)
    return (option.options ?? []).map(String)
  })
  return parts.length === 0 ? undefined : `One of ${parts.join(', ')}.`
}

const described = (schema: Shaped): string | undefined =>
  schema.description ?? (schema.def?.innerType === undefined ? undefined : described(schema.def.innerType))

const comments = (schema: Shaped, path: string): readonly string[] => {
  if (path in choices) return [choices[path as ChoicePath].question, ...optionLines(path as ChoicePath)]
  const said = described(schema)
  const found = listed(inner(schema))
  return [...(said === undefined ? [] : [said]), ...(found === undefined || said !== undefined ? [] : [found])]
}

interface Line {
  readonly text: string
  readonly key: boolean
}

const key = (text: string): Line => ({ text, key: true })
const comment = (indent: string, text: string): Line => ({ text: `${indent}# ${text}`, key: false })

const isRequired = (path: string): boolean => Object.values(required).some(paths => paths.includes(path))

/** What a sentence suggests for a key: a comment, since it counts only when a person writes it there. */
const idea = (path: string, ideas: Suggestions): readonly string[] => {
  const [section, name] = path.split('.')
  const suggestion = section === 'intake' ? new Map(Object.entries(ideas)).get(name ?? '') : undefined
  return suggestion === undefined ? [] : [`Suggested: ${suggestion.value}  (${suggestion.why})`]
}

const fields = (schema: Shaped, path: string, indent: string, ideas: Suggestions): readonly Line[] =>
  Object.entries(schema.shape ?? {}).flatMap(([name, field], index, all) => {
    const at = path === '' ? name : `${path}.${name}`
    const bare = inner(field)
    const items = bare.def?.type === 'array' && bare.def.element !== undefined ? inner(bare.def.element) : undefined
    const nested = bare.shape !== undefined ? bare : items?.shape !== undefined ? items : undefined
    const said = path === '' ? [headings[name] ?? described(field) ?? ''].filter(Boolean) : comments(field, at)
    const needed = isRequired(at) && !at.startsWith('approvals') ? 'Required. ' : ''
    const lines = [
      ...(said.length === 0 && needed !== '' ? [''] : said).map((text, line) =>
        line === 0 ? `${needed}${text}`.trim() : text,
      ),
      ...idea(at, ideas),
    ].map(text => comment(indent, text))
    const gap: readonly Line[] = path === '' && index > 0 && all.length > 1 ? [{ text: '', key: false }] : []
    if (nested === undefined) return [...gap, ...lines, key(`${indent}${name}:${items === undefined ? '' : ' []'}`)]
    const below = fields(nested, at, `${indent}${nested === bare ? '  ' : '    '}`, ideas)
    if (nested === bare) return [...gap, ...lines, key(`${indent}${name}:`), ...below]
    const first = below.findIndex(each => each.key)
    return [
      ...gap,
      ...lines,
      key(`${indent}${name}:`),
      ...below.map((each, line) => (line === first ? key(each.text.replace(/^(\s*) {2}(\S)/, '$1- $2')) : each)),
    ]
  })

const opening = [
  'Answers for Trysquare: `trysquare new --answers THIS_FILE`.',
  'Take the # away in front of a key (and of the section above it) to answer it. Letters and ids both work.',
  'What is not answered is asked for by its path; nothing is assumed.',
]

const inPlace = [
  'Fill in what you know, save, and close. What stays empty is asked afterwards.',
  'Letters and ids both work; a list is written as [C, D].',
]

/**
 * The answers file without answers: every key in its order with what it may hold, taken from the schema itself. Sections that
 * are `open` stand as empty keys to be filled in, and nothing else is written; otherwise every key is commented out. `ideas`
 * stand in comments beside their keys.
 */
export const blankAnswers = (
  options: { readonly open?: readonly string[]; readonly ideas?: Suggestions } = {},
): string => {
  const { open, ideas = {} } = options
  const root = answersSchema as unknown as Shaped
  const shown =
    open === undefined
      ? root
      : { shape: Object.fromEntries(Object.entries(root.shape ?? {}).filter(([name]) => open.includes(name))) }
  const lines = fields(shown, '', '', ideas).map(({ text, key: isKey }) =>
    isKey && open === undefined ? `#${text}` : text,
  )
  return [...(open === undefined ? opening : inPlace).map(each => `# ${each}`), '', ...lines, ''].join('\n')
}
