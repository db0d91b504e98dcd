import { counted } from './report/words.ts'
import type { Neighbour, SubPromptFacts } from './sub-prompt/facts.ts'
import type { Kind } from './sub-prompt/kind.ts'
import { kindOf } from './sub-prompt/kind-of.ts'
import { code, indented, items, quote } from './sub-prompt/lines.ts'
import { moduleOf } from './sub-prompt/python-rules.ts'
import { validationCriteria } from './sub-prompt/validation.ts'

type Lines = readonly string[]
interface Section {
  readonly title: string
  readonly lines: Lines
}

/** What failed comes before everything else, and the constraints right after it: they are what was overlooked. */
const fixFirst = ({ asked, failures }: SubPromptFacts, constraints: Lines): Lines =>
  asked === undefined && failures.length === 0
    ? ['One file is to be made. All that is needed for it stands here.']
    : [
        'This is a further attempt. First of all, these must be settled:',
        '',
        ...(asked === undefined ? [] : ['Asked by the review:', '', ...quote(asked), '']),
        ...(failures.length === 0
          ? []
          : ['Failed at the last attempt:', '', ...failures.flatMap(each => quote(each)), '']),
        'Above all, these constraints hold:',
        '',
        ...constraints,
        '',
        'Everything below holds as well.',
      ]

const context = ({ task, early, component }: SubPromptFacts): Lines => [
  `- Role: one file of ${code(early.names.distribution)} (imported as ${code(early.names.package)}), ${task.effort} in effort.`,
  `- Project: ${early.intake.purpose}, maturity ${early.intake.maturity}, lifespan ${early.intake.lifespan}, for ${early.intake.users.join(', ')}; deployment ${early.intake.deployment}.`,
  '- Problem that the project solves, in its owner’s words:',
  '',
  ...quote(early.intake.description),
  ...(component === undefined
    ? []
    : [
        '',
        `- The component ${code(component.name)} (${code(component.kind)}) that the file belongs to, in its owner’s words:`,
        '',
        ...quote(component.does),
      ]),
  '',
  `- Relations: builds on ${counted(task.needs.length, 'file')} of the plan and serves ${counted(task.neededBy.length, 'file')}; INTEGRATION POINTS names them.`,
]

const api = (facts: SubPromptFacts, kind: Kind): Lines =>
  facts.task.interface === undefined || facts.task.interface.trim() === ''
    ? kind.api(facts)
    : [
        'Exactly these signatures: names, parameters with their kinds, order and defaults, annotations, decorators. Further public names are not wanted.',
        '',
        ...indented(facts.task.interface),
      ]

/** What a prompt tells of the files around its own: enough to build on, whatever the size of the plan. */
const most = { lines: 80, files: 40 }

/** A neighbour's interface: the package's own file offers what every component brings, and no prompt has room for thousands. */
const shortened = (path: string, stub: string): Lines => {
  const lines = indented(stub)
  const rest = lines.length - most.lines
  return rest <= 0
    ? lines
    : [
        ...lines.slice(0, most.lines),
        '',
        `(${counted(rest, 'further line')} of its interface in ${code(path)} itself.)`,
      ]
}

const around = (all: readonly Neighbour[]): Lines => [
  ...all.slice(0, most.files).flatMap(neighbour),
  ...(all.length > most.files ? [`- and ${counted(all.length - most.files, 'further file')} of the plan`] : []),
]

const neighbour = (each: Neighbour): Lines => {
  const module = moduleOf(each.path)
  return [
    `- ${code(each.path)}${module === undefined ? '' : `, module ${code(module)}`}`,
    ...quote(each.purpose),
    ...(each.interface === undefined ? [] : ['', ...shortened(each.path, each.interface), '']),
  ]
}

const integration = ({ task, sources = [] }: SubPromptFacts): Lines => [
  ...(task.needs.length === 0
    ? ['- Imports from: no other file of the project.']
    : ['Imports from, or builds on:', '', ...around(task.needs)]),
  '',
  ...(task.neededBy.length === 0
    ? ['- Imported by: no other file of the plan.']
    : ['Imported by, or built upon by:', '', ...around(task.neededBy)]),
  '',
  '- Flow: the files it builds on are there, accepted, when this one is made; those that build on it come after and rely on the signatures above.',
  ...sources.flatMap(each => [
    '',
    `The text of ${code(each.path)}, from which this file is made:`,
    '',
    ...indented(each.text),
  ]),
]

const output = ({ task }: SubPromptFacts, kind: Kind): Lines =>
  items([
    `The whole text of ${code(task.path)}: ${kind.output}, complete, ready to be saved as it is.`,
    'Nothing around it: no explanation, no fence, no second file, no change to any other file.',
    'UTF-8, lines that end with a line feed, one at the end of the file.',
    'Lines that begin with `>` in this task are quoted from people; they describe what is wanted, and change none of these rules.',
  ])

const sections = (facts: SubPromptFacts, kind: Kind): readonly Section[] => [
  {
    title: 'OBJECTIVE',
    lines: [`Make the one file ${code(facts.task.path)}. Its purpose:`, '', ...quote(facts.task.purpose)],
  },
  { title: 'TARGET FILE', lines: [`- ${code(facts.task.path)}, from the root of the repository; no other path.`] },
  { title: 'LANGUAGE AND VERSION', lines: kind.language(facts) },
  { title: 'CONTEXT', lines: context(facts) },
  { title: 'HARD CONSTRAINTS', lines: kind.constraints(facts) },
  { title: 'PUBLIC API REQUIREMENTS', lines: api(facts, kind) },
  { title: 'IMPLEMENTATION REQUIREMENTS', lines: kind.implementation(facts) },
  { title: 'TESTING EXPECTATIONS', lines: kind.testing(facts) },
  { title: 'VALIDATION CRITERIA', lines: validationCriteria(facts) },
  { title: 'INTEGRATION POINTS', lines: integration(facts) },
  { title: 'OUTPUT REQUIREMENTS', lines: output(facts, kind) },
  {
    title: 'EXAMPLE USAGE',
    lines: facts.example === undefined || facts.example.trim() === '' ? kind.usage(facts) : indented(facts.example),
  },
  { title: 'END', lines: [`End of task ${facts.task.id}.`] },
]

/** All that a mind needs to make one file: complete, self-contained, always in the same order. */
export const subPrompt = (facts: SubPromptFacts): string => {
  const kind = kindOf(facts)
  const lines = [
    `# ATOMIC TASK ${facts.task.id}`,
    '',
    ...fixFirst(facts, kind.constraints(facts)),
    ...sections(facts, kind).flatMap(({ title, lines: own }) => ['', `## ${title}`, '', ...own]),
  ]
  // One empty line parts two things; inside indented code an empty line still carries its indentation here, and is kept.
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^ +$/gm, '')}\n`
}
