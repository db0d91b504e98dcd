import { type ChoicePath, choices, type Option } from '../design/answers/choices.ts'
import { isDelivered } from '../design/answers/delivered.ts'
import { answersSchema } from '../design/answers/schema.ts'
import { required } from '../design/answers/stages.ts'
import { suggestedBeforehand } from '../design/suggest/independent.ts'
import type { Suggestion, Suggestions } from '../design/suggest.ts'

/** A kind of component, as a person chooses one. */
interface KindOfComponent {
  readonly id: string
  readonly title: string
  /** Its options as YAML, to begin from. */
  readonly sample?: string
}

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

/** What stands beside the keys in comments: a suggestion counts only when a person writes it there. */
interface Beside {
  readonly suggested: Readonly<Record<string, Suggestion>>
  readonly kinds: readonly KindOfComponent[]
}

/** A value as it can be copied behind its key: YAML reads some beginnings, such as `>`, as signs of its own. */
const asWritten = (value: string): string => (/^[^\w(“]|: | #/.test(value) ? JSON.stringify(value) : value)

const idea = (path: string, { suggested }: Beside): readonly string[] => {
  const suggestion = suggested[path]
  return suggestion === undefined ? [] : [`Suggested: ${asWritten(suggestion.value)}  (${suggestion.why})`]
}

/** Which kinds there are, where the kind is asked; and options as one of them has them. */
const ofKinds = (path: string, { kinds }: Beside): readonly string[] => {
  if (path === 'components.kind') return kinds.map(({ id, title }) => `  ${id}: ${title}`)
  const shown = path === 'components.options' ? kinds.find(each => each.sample !== undefined) : undefined
  const sample = shown?.sample?.trimEnd().split('\n') ?? []
  return shown === undefined
    ? []
    : [
        'What its kind takes; most kinds need none.',
        `A ${shown.id}, for one: (\`trysquare explain KIND\` shows those of each)`,
        '  options:',
        ...sample.map(line => `    ${line}`),
      ]
}

const fields = (schema: Shaped, path: string, indent: string, beside: Beside): readonly Line[] =>
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
      ...ofKinds(at, beside),
      ...idea(at, beside),
    ].map(text => comment(indent, text))
    const gap: readonly Line[] = path === '' && index > 0 && all.length > 1 ? [{ text: '', key: false }] : []
    if (nested === undefined) return [...gap, ...lines, key(`${indent}${name}:${items === undefined ? '' : ' []'}`)]
    const below = fields(nested, at, `${indent}${nested === bare ? '  ' : '    '}`, beside)
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
 * are `open` stand as empty keys to be filled in, and nothing else is written; otherwise every key is commented out. What is
 * suggested, by `ideas` and without, and the `kinds` of component stand in comments beside their keys.
 */
export const blankAnswers = (
  options: {
    readonly open?: readonly string[]
    readonly ideas?: Suggestions
    readonly kinds?: readonly KindOfComponent[]
  } = {},
): string => {
  const { open, ideas = {}, kinds = [] } = options
  const root = answersSchema as unknown as Shaped
  const shown =
    open === undefined
      ? root
      : { shape: Object.fromEntries(Object.entries(root.shape ?? {}).filter(([name]) => open.includes(name))) }
  const lines = fields(shown, '', '', { suggested: suggestedBeforehand(ideas), kinds }).map(({ text, key: isKey }) =>
    isKey && open === undefined ? `#${text}` : text,
  )
  return [...(open === undefined ? opening : inPlace).map(each => `# ${each}`), '', ...lines, ''].join('\n')
}
