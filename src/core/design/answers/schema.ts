import { z } from 'zod'
import { isRefusal } from '../../../base/refusal.ts'
import { repoPath } from '../../../base/repo-path.ts'
import { deliveredKinds } from './delivered.ts'
import { checked, choice, count, flag, hidden, pythonRange, words } from './fields.ts'
import { moduleNameProblem, packageNameProblem, repositoryNameProblem } from './names.ts'

/** No question has more answers than this; a plan of thousands of files needs fewer components. */
const most = 2000

const list = <T extends z.ZodType>(item: T) => z.array(item).max(most)

/** A list of which each entry says something new. */
const distinct = <T extends z.ZodType>(item: T) =>
  list(item).refine(all => new Set(all).size === all.length, 'each entry once')

const intake = z.strictObject({
  package_name: checked(packageNameProblem, 'Choose another name, in lower case with underscores.').describe(
    'What is imported.',
  ),
  repository_name: checked(
    repositoryNameProblem,
    'Choose a name without slashes or spaces, such as orders-api.',
  ).describe('The folder.'),
  description: words(300).describe('One sentence.'),
  purpose: choice('intake.purpose'),
  users: distinct(choice('intake.users')).refine(all => all.length > 0, 'at least one entry'),
  maturity: choice('intake.maturity'),
  lifespan: choice('intake.lifespan'),
  python: pythonRange.describe('A PEP 440 specifier, or 3.11 for ==3.11.*.'),
  deployment: choice('intake.deployment'),
  concurrency: choice('intake.concurrency'),
  non_goals: list(words(200)).min(1).describe('What it will not do; at least one.'),
})

const email = checked(
  text =>
    // The length first (RFC 5321 allows no more): on a very long text the pattern would take minutes.
    text.length <= 254 && /^[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+$/.test(text) ? undefined : 'It is not an e-mail address.',
  'Write an address such as ada@example.org.',
)
const webAddressProblem = (text: string): string | undefined => {
  // The parser would quietly take a line break out, and it is the text as it was written that is kept.
  if (/[\s\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return 'It is not a web address.'
  const { username, password } = new URL(text)
  // It is written into the README and the journal.
  return username === '' && password === '' ? undefined : 'It carries a name or a password.'
}
const webAddress = checked(webAddressProblem, 'Write an address that begins with https://, without a name or password.')

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text) &&
  // A licence of the year 0 or 9999 is a slip of the finger.
  /^(?:19[7-9]|20|21)/.test(text)

const project = z.strictObject({
  license: choice('project.license'),
  authors: list(z.strictObject({ name: words(100), email })).min(1),
  remote: webAddress.describe('Where the repository will live; optional: no badge or link needs it to be invented.'),
  team_size: count(1).describe('How many people will maintain it; optional.'),
})

const because = words(500)
const architecture = z.strictObject({
  dependencies: choice('architecture.dependencies'),
  configuration: choice('architecture.configuration'),
  errors: choice('architecture.errors'),
  logging: choice('architecture.logging'),
  testing: choice('architecture.testing'),
  rationale: z
    .strictObject({
      dependencies: because,
      configuration: because,
      errors: because,
      logging: because,
      testing: because,
      concurrency: because,
    })
    .partial()
    .describe('Why, per decision; optional, the critic reads it.'),
})

const decision = z.strictObject({ topic: words(60), decision: words(500), why: because.optional() })

const guided = z
  .strictObject({
    components: choice('structure.guided.components'),
    exposure: list(choice('structure.guided.exposure')),
    directories: list(choice('structure.guided.directories')),
    examples: flag.describe('Whether there are examples, in examples/.'),
    tests: choice('structure.guided.tests'),
    docs: choice('structure.guided.docs'),
  })
  .partial()
  .describe('For mode guided: the six answers that build the tree; an empty list is an answer.')

const structure = z.strictObject({
  mode: choice('structure.mode'),
  tree: z.string().max(200_000).describe('For mode tree: a drawing, an indented list, or one path per line.'),
  guided,
})

const insidePath = checked(text => {
  const path = repoPath(text)
  return isRefusal(path) ? `It is not a path inside the repository: ${path.data.reason}.` : undefined
}, 'Write a relative path such as src/package/module.py.')

const component = z.strictObject({
  name: checked(
    name =>
      moduleNameProblem(name) ??
      (name.startsWith('_') ? 'A name that begins with an underscore is nobody else’s to use.' : undefined),
    'Choose a Python identifier in lower case, such as order_line.',
  ),
  kind: words(40).describe(
    `What makes it: ${deliveredKinds.join(', ')}. \`trysquare explain resource\` says more of one, and shows its options.`,
  ),
  does: words(300).describe('One sentence.'),
  path: insidePath.optional(),
  options: z.record(z.string(), z.unknown()).optional(),
  interface: z
    .string()
    .max(20_000)
    .refine(
      text => !hidden.test(text.replaceAll(/[\t\r\n]/g, '')) && text.isWellFormed(),
      'text without invisible characters',
    )
    .optional()
    .describe('A stub: Python with signatures only.'),
})

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Two letters that name a language. Source: the names that Unicode’s CLDR has, in this runtime. */
const isLanguage = (text: string): boolean => /^[a-z]{2}$/.test(text) && languages.of(text) !== undefined

const features = z.strictObject({
  api: choice('features.api'),
  api_audience: choice('features.api_audience'),
  ui: choice('features.ui'),
  demo: choice('features.demo'),
  docs: choice('features.docs'),
  docs_contents: distinct(z.enum(['api-reference', 'tutorials', 'architecture', 'contributing'])),
  readme_languages: distinct(
    checked(
      text => (isLanguage(text) ? undefined : 'It is not an ISO 639-1 code.'),
      'Write two letters, such as zh or de.',
    ),
  ),
})

const reviewDecision = z.enum(['proceed', 'revise', 'clarify'])
const critic = z.union([
  reviewDecision,
  z.strictObject({
    decision: reviewDecision,
    min_score: count(0).optional(),
    about: words(60).optional().describe('With clarify: the rule to explain.'),
  }),
])

const addedFile = z.strictObject({
  path: insidePath,
  purpose: words(300).describe('One sentence.'),
  interface: z.string().max(20_000).optional().describe('A stub: Python with signatures only.'),
  after: list(insidePath).optional().describe('Files that are made before it.'),
})
const plan = z.union([
  z.literal('approve'),
  z.strictObject({
    decision: z.literal('approve'),
    remove: z.record(insidePath, because).optional().describe('Files that are left out, each with the reason.'),
    add: list(addedFile).optional(),
    order: list(insidePath).optional().describe('These change places among themselves.'),
    why: because.optional().describe('Why the order is another.'),
  }),
])

const approvals = z.strictObject({
  intake: z.literal('confirm'),
  architecture: z.literal('confirm'),
  critic_1: critic,
  structure: z.literal('approve'),
  features: z.literal('confirm'),
  additions: z.literal('approve'),
  collisions: z.record(insidePath, z.enum(['keep', 'replace'])),
  fixes: z.enum(['ask', 'formatting-and-imports']),
  critic_2: critic,
  plan,
  tasks: z.enum(['accept-passing', 'ask']),
  task_decisions: z.record(insidePath, z.enum(['accept', 'defer'])),
  dismissals: list(z.strictObject({ task: insidePath, rule: words(60), why: because })),
})

/** The answers file: every key may be absent here; what must be there for a stage is asked when the stage comes. */
export const answersSchema = z.strictObject({
  intake: intake.partial().optional(),
  project: project.partial().optional(),
  architecture: architecture.partial().optional(),
  decisions: list(decision).optional().describe('What else was decided; each can win back what the critic took.'),
  structure: structure.partial().optional(),
  components: list(component).optional().describe('The parts that carry the meaning.'),
  features: features.partial().optional().describe('No answer is NO.'),
  report: z
    .strictObject({
      formats: distinct(z.enum(['markdown', 'html', 'json', 'text'])).refine(
        all => all.length > 0,
        'at least one entry',
      ),
    })
    .optional(),
  git: flag.optional().describe('A repository with a first commit; default true.'),
  date: checked(text => (isDay(text) ? undefined : 'It is not a day of the calendar.'), 'Write it as 2026-11-21.')
    .optional()
    .describe('The first day of the run; recorded, so that licence, changelog and records replay.'),
  approvals: approvals.partial().optional().describe('The recorded decisions of a run without a terminal.'),
})

/** What a file, a terminal or a page has answered so far. */
export type Given = z.output<typeof answersSchema>
/** The decisions that were recorded beforehand. */
export type Approvals = NonNullable<Given['approvals']>
