import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../src/app/compose.ts'
import { makePlan, proposeTree, refreshPlan } from '../src/app/effects/plan.ts'
import { makeReview } from '../src/app/effects/review.ts'
import { decideAll } from '../src/app/runs/session.ts'
import { KnownError } from '../src/base/errors/known-error.ts'
import { contentHash } from '../src/base/hash.ts'
import { isRefusal } from '../src/base/refusal.ts'
import { readAnswers } from '../src/core/design/answers/read.ts'
import type { Given } from '../src/core/design/answers/schema.ts'
import { answerStages, missing } from '../src/core/design/answers/stages.ts'
import { readAnswersText } from '../src/core/documents/answers-file.ts'
import { answersFileOf } from '../src/core/documents/answers-print.ts'
import { create } from '../src/core/workflow/create/machine.ts'
import { pending } from '../src/core/workflow/create/pending.ts'
import type { CreateCommand, CreateState } from '../src/core/workflow/create/types.ts'
import { terminalDecider } from '../src/doors/cli/interactive/decider.ts'
import type { Terminal } from '../src/doors/cli/interactive/terminal.ts'

const silent = { step: () => () => undefined, note: () => undefined }
const folder = mkdtempSync(join(tmpdir(), 'tsq-interactive-'))
const real = compose(
  { cwd: folder, env: { XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder }, home: folder, user: 'ada' },
  silent,
)
const world = {
  ...real,
  git: { ...real.git, person: async () => ({ name: 'Ada Lovelace', email: 'ada@example.org' }) },
  index: { name: async () => 'free' as const },
}

const plain = (text: string) => text
const style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain }

/** A terminal whose person is a function; what was shown is kept. */
const scripted = (
  person: (label: string, shown: string) => string | undefined,
  columns = 80,
  edited?: (text: string) => string,
) => {
  const shown: string[] = []
  let asked = 0
  const terminal: Terminal = {
    columns,
    style,
    write: text => void shown.push(text),
    ask: async ({ label }) => {
      if (++asked > 400) throw new Error(`asked without end: ${shown.join('').slice(-400)}`)
      const typed = person(label, shown.join(''))
      shown.push(`${label} › ${typed ?? '^C'}\n`)
      return typed
    },
    edit: async text => edited?.(text),
  }
  return { terminal, shown: () => shown.join('') }
}

const run = { id: 'create-2026-11-21-a', version: '0', date: '2026-11-21', doer: 'builtin', embedded: false } as never
const begun = (idea?: string): CreateState =>
  decideAll(create.initial, [
    { type: 'begin', run: { ...(run as object), ...(idea !== undefined && { idea }) } as never },
  ]).state

/** What the driver does by itself, without files: every delivery passes unless it is named. */
const settled = async (state: CreateState, failing: readonly string[]): Promise<readonly CreateCommand[]> => {
  const effect = pending(state)
  const path = (id: string) => state.plan.find(each => each.id === id)?.path ?? ''
  switch (effect?.type) {
    case 'propose':
      return proposeTree(world, state)
    case 'keep':
      return [{ type: 'keep', what: effect.what }]
    case 'review':
      return makeReview(world, state, effect.checkpoint)
    case 'plan':
      return makePlan(world, state, '/nowhere', true)
    case 'make':
      return effect.tasks.flatMap((task): CreateCommand[] => [
        { type: 'task', task, command: { type: 'start', doer: 'builtin' } },
        {
          type: 'task',
          task,
          command: { type: 'deliver', delivered: { hash: contentHash(''), bytes: 0, doer: 'builtin' } },
        },
      ])
    case 'check':
      return effect.tasks.map(task => {
        const bad = failing.includes(path(task))
        const finding = {
          id: 'f-1',
          check: 'style',
          rule: 'E501',
          path: path(task) as never,
          message: 'too long',
          severity: 'low' as const,
        }
        const row = {
          check: 'style',
          title: 'Style',
          outcome: bad ? ('FAIL' as const) : ('PASS' as const),
          reason: bad ? 'too long' : '1 file',
        }
        return {
          type: 'task',
          task,
          command: { type: 'judge', validation: { rows: [row], findings: bad ? [finding] : [] } },
        }
      })
    case 'place':
      return effect.tasks.map(task => ({ type: 'task', task, command: { type: 'place' } }))
    case 'refresh':
      return [await refreshPlan(world, state)]
    case 'close':
      return [{ type: 'close' }]
    default:
      return []
  }
}

const drive = async (
  terminal: Terminal,
  options: {
    readonly from?: CreateState
    readonly idea?: string
    readonly until?: (state: CreateState) => boolean
    readonly failing?: readonly string[]
  } = {},
): Promise<{ readonly state: CreateState; readonly needed?: KnownError }> => {
  const decider = terminalDecider(world, terminal, {
    who: 'Ada',
    ...(options.idea !== undefined && { idea: options.idea }),
  })
  let state = options.from ?? begun(options.idea)
  for (let step = 0; step < 400; step++) {
    const effect = pending(state)
    if (effect === undefined || effect.type === 'gate' || options.until?.(state) === true) return { state }
    const answer = effect.type.startsWith('ask-')
      ? await decider.answer(effect as never, state)
      : await settled(state, options.failing ?? [])
    if (answer instanceof KnownError) return { state, needed: answer }
    state = decideAll(state, answer).state
  }
  throw new Error('the run does not end')
}

const idea = 'I want a library that validates JSON against schemas'
const facts: Readonly<Record<string, string>> = {
  'Package name': 'schema_guard',
  Description: 'It checks things.',
  'Non-goals': 'a web service',
}
const newcomer = (label: string) => facts[label] ?? ''
const typing = (
  over: Readonly<Record<string, string | undefined>>,
  otherwise: (label: string) => string | undefined = newcomer,
) => {
  const left = new Map(Object.entries(over))
  return (label: string) => {
    if (!left.has(label)) return otherwise(label)
    const typed = left.get(label)
    left.delete(label)
    return typed
  }
}

test('a newcomer who types the facts and presses Enter gets to the end [Q-22] [C-03]', async () => {
  const { terminal, shown } = scripted(newcomer)
  const { state } = await drive(terminal)
  expect(state.at).toBe('gate')
  expect(Object.values(state.tasks).every(each => each.at === 'done')).toBe(true)
  expect(state.given.intake?.concurrency).toBe('sync')
  expect(state.given.date).toBe('2026-11-21')
  expect(state.decisions.map(each => each.unseen)).toEqual([false, false])
  expect(Object.values(state.confirmed).every(by => by?.channel === 'terminal' && by.who === 'Ada')).toBe(true)
  expect(shown()).toContain('suggested: library')
})

test('a suggestion counts only when it is chosen: stopping at once keeps none [C-03] [N-04]', async () => {
  const { terminal } = scripted(typing({ 'Package name': undefined }))
  const { state, needed } = await drive(terminal, { idea })
  expect(state.given).toEqual({})
  expect(needed?.code).toBe('TSQ-NEEDED')
})

test('Ctrl-C in the middle keeps every answer before it, and another sitting goes on from there [C-05]', async () => {
  const first = await drive(scripted(typing({ Lifespan: undefined })).terminal)
  expect(first.needed?.data).toMatchObject({ path: 'intake.lifespan' })
  expect(first.state.given.intake?.maturity).toBe('production')
  const again = scripted(newcomer)
  const second = await drive(again.terminal, { from: first.state })
  expect(again.shown()).not.toContain('Package name ›')
  expect(second.state.at).toBe('gate')
})

test('a pasted numbered list answers in one go; only the lines that are wrong are asked again [C-10] [C-11]', async () => {
  const list =
    '1. schema_guard\n2) schema-guard\n3: It checks.\n4 C\n5: C, D\n6 B\n7 zz\n8. 3.12\n9 A\n10 D\n11 a web framework; an ORM\n16 x'
  const { terminal, shown } = scripted(typing({ How: list }))
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toContain('question 7 (Lifespan)')
  expect(shown()).toContain('there is no question 16')
  expect(shown()).not.toContain('Users ›')
  expect(shown()).toContain('Lifespan ›')
  expect(state.given.intake).toMatchObject({
    users: ['developers', 'automated-systems'],
    python: '==3.12.*',
    non_goals: ['a web framework', 'an ORM'],
  })
})

test('the commented file can be filled in in the editor; what stays empty is asked [C-10]', async () => {
  const { terminal, shown } = scripted(typing({ How: 'e' }), 80, text =>
    text.replace('  package_name:', '  package_name: schema_guard').replace('  purpose:', '  purpose: C'),
  )
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(state.given.intake?.purpose).toBe('library')
  expect(shown()).not.toContain('Package name ›')
})

test('a wrong answer is refused at once with its reason [C-11] [N-03]', async () => {
  const { terminal, shown } = scripted(typing({ 'Package name': 'json', Deployment: 'C', Python: '3.x' }))
  await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toContain('standard library')
  expect(shown()).toMatch(/cloud is not delivered yet[\s\S]*Give\s+`local`/)
  expect(shown()).toContain('PEP 440')
})

test('any line of the summary can be edited, and confirmation waits for it [C-12]', async () => {
  const { terminal } = scripted(typing({ Confirm: '3' }, typing({})))
  let seen = 0
  const editing: Terminal = {
    ...terminal,
    ask: async question =>
      question.label === 'Description' && seen++ > 0 ? 'Another sentence.' : terminal.ask(question),
  }
  const { state } = await drive(editing, { until: now => now.at !== 'intake' })
  expect(state.given.intake?.description).toBe('Another sentence.')
})

test('after one line of a summary is edited the summary is back: what was left out is not asked again [C-12]', async () => {
  const confirms = ['7', 'c', '2', 'c', '', '']
  const script: Record<string, string[]> = {
    Confirm: confirms,
    'Review 1': ['r'],
    'Which stage': ['1'],
    Lifespan: ['', 'C'],
  }
  const asked: string[] = []
  const { terminal } = scripted(label => {
    asked.push(label)
    return script[label.replace(/:.*/, '')]?.shift() ?? newcomer(label)
  })
  const { state } = await drive(terminal, { until: now => now.at === 'structure' })
  expect(state.given.intake?.lifespan).toBe('long-term')
  for (const optional of ['Remote', 'Team size', 'Why errors', 'Why testing', 'Decision'])
    expect(asked.filter(each => each === optional)).toHaveLength(1)
  expect(asked.filter(each => each === 'Dependencies')).toHaveLength(1)
  expect(asked.filter(each => each === 'Configuration')).toHaveLength(2)
})

test('one line edited after a revision in another sitting asks for nothing else [C-12] [C-33]', async () => {
  const { state: from } = await drive(scripted(newcomer).terminal, { until: now => now.at === 'critic_1' })
  const script: Record<string, string[]> = { 'Review 1': ['r'], 'Which stage': ['1'], Confirm: ['7'], Lifespan: ['C'] }
  const asked: string[] = []
  const { terminal } = scripted(label => {
    asked.push(label.replace(/:.*/, ''))
    return script[label.replace(/:.*/, '')]?.shift() ?? ''
  })
  await drive(terminal, { from, until: now => now.at === 'structure' })
  expect(asked).toEqual(['Review 1', 'Which stage', 'Confirm', 'Lifespan', 'Confirm', 'Review 1'])
})

test('licence, authors and remote are asked after the eleven, with git’s person suggested and nothing invented [C-13]', async () => {
  const asked: string[] = []
  const { terminal, shown } = scripted(label => {
    asked.push(label)
    return newcomer(label)
  })
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(asked.slice(asked.indexOf('Non-goals'))).toEqual([
    'Non-goals',
    'Licence',
    'Authors',
    'Remote',
    'Team size',
    'Confirm',
  ])
  expect(shown()).toContain('suggested: Ada Lovelace <ada@example.org>')
  expect(state.given.project).toEqual({
    license: 'MIT',
    authors: [{ name: 'Ada Lovelace', email: 'ada@example.org' }],
  })
})

test('an author without a name or an address is told how to be written [N-03]', async () => {
  const script = ['Nora Newcomer', 'nora@example.org', 'Nora Newcomer <nora@example.org>']
  const { terminal, shown } = scripted(label => (label === 'Authors' ? (script.shift() ?? '') : newcomer(label)))
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toMatch(/"Nora Newcomer" lacks a part: write it as Ada Lovelace\s+<ada@example\.org>/)
  expect(shown()).toMatch(/"nora@example\.org" lacks a part/)
  expect(shown()).not.toContain('email ""')
  expect(state.given.project?.authors).toEqual([{ name: 'Nora Newcomer', email: 'nora@example.org' }])
})

test('the folder stands in the summary of the intake and where the plan is approved [N-04]', async () => {
  const { terminal, shown } = scripted(newcomer)
  await drive(terminal, { until: now => now.at === 'tasks' })
  const line = `  Folder  ${join(folder, 'schema-guard')}`
  expect(shown().split(line)).toHaveLength(3)
  expect(shown().indexOf(line)).toBeLessThan(shown().indexOf('Confirm ›'))
  expect(shown().lastIndexOf(line)).toBeGreaterThan(shown().indexOf('Plan: '))
})

test('a list on one line is taken as the hint writes it; a comma within an answer stays one [C-10]', async () => {
  const list =
    '1. schema_guard, 2 schema-guard, 3: It checks rows, 2 at a time, 4 C, 5 C, D, 6 B, 7 B, 8 >=3.11, 9 A, 10 A, 11 a web page; an ORM, 15 2'
  const { terminal, shown } = scripted(typing({ How: list }))
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toContain('12 answered')
  expect(state.given.intake).toMatchObject({
    description: 'It checks rows, 2 at a time',
    users: ['developers', 'automated-systems'],
    non_goals: ['a web page', 'an ORM'],
  })
  expect(state.given.project?.team_size).toBe(2)
})

test('a pasted list may answer twelve to fifteen too [C-10] [C-13]', async () => {
  const list = '1 schema_guard\n12 B\n13 Nora <nora@example.org>\n14 https://example.org/nora/guard\n15 2'
  const asked: string[] = []
  const { terminal } = scripted(label => {
    asked.push(label)
    return label === 'How' ? list : newcomer(label)
  })
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(asked).not.toContain('Licence')
  expect(state.given.project).toEqual({
    license: 'Apache-2.0',
    authors: [{ name: 'Nora', email: 'nora@example.org' }],
    remote: 'https://example.org/nora/guard',
    team_size: 2,
  })
})

test('of a pasted list of choices the bad one is named, nothing of its line is kept, and it is asked again [C-10] [C-11]', async () => {
  const { terminal, shown } = scripted(typing({ How: '1 schema_guard\n5: C, Q', Users: 'D' }))
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toMatch(/question 5 \(Users\): "Q" is none of A external/)
  expect(state.given.intake?.users).toEqual(['automated-systems'])
})

test('in a list on one line a wrong answer is named by the number of its question [C-10]', async () => {
  const list = '1 schema_guard, 4 C, 5 C, F, 6 B, 2 late'
  const { terminal, shown } = scripted(typing({ How: list }))
  await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toMatch(/question 5 \(Users\): "F"/)
  expect(shown()).not.toMatch(/answer \d/)
})

test('of a list on one line each wrong answer is told under its own number, and may be mended before the rest is asked [C-10] [C-11]', async () => {
  const list = '1. roman_numerals, 4 C, 9 C, 5 Z, 10 A, 77 foo'
  const { terminal, shown } = scripted(typing({ How: list, Mend: '9 A, 5 C, D' }))
  const { state } = await drive(terminal, { until: now => now.at !== 'intake' })
  const [first = '', mended = ''] = shown().split('Mend ›')
  expect(first).toContain('3 answered')
  expect(first).toMatch(/question 9 \(Deployment\): "C" cannot be taken/)
  expect(first).toMatch(/question 5 \(Users\): "Z" is none of/)
  expect(first).toContain('there is no question 77')
  expect(mended).not.toContain('Users ›')
  expect(mended).not.toContain('Deployment ›')
  expect(state.given.intake).toMatchObject({ users: ['developers', 'automated-systems'], deployment: 'local' })
})

test('what a list answered is kept when the person stops where it could be mended [C-05] [C-10]', async () => {
  const { terminal } = scripted(typing({ How: '1 roman_numerals, 4 C, 5 Z', Mend: undefined }))
  const { state, needed } = await drive(terminal)
  expect(needed?.code).toBe('TSQ-NEEDED')
  expect(state.given.intake).toMatchObject({ package_name: 'roman_numerals', purpose: 'library' })
})

test('where the recommendation is made, "recommend" is neither offered nor taken [C-20]', async () => {
  for (const again of ['D recommend', 'D', 'recommend']) {
    const { terminal, shown } = scripted(newcomer)
    const { state } = await drive(terminal, { until: now => now.at === 'architecture' })
    expect(state.given.intake?.concurrency).toBe('recommend')
    const asked: string[] = []
    const second = scripted(label => {
      asked.push(label)
      const times = asked.filter(each => each === 'Concurrency').length
      // Refused twice: when it is recommended, and when the question is opened again after it was answered.
      if (label === 'Concurrency') return times === 1 || times === 3 ? again : ''
      if (label === 'Dependencies' && times === 2) return '<'
      return newcomer(label)
    })
    const { state: later } = await drive(second.terminal, { from: state, until: now => now.at !== 'architecture' })
    expect(later.given.intake?.concurrency).toBe('sync')
    expect(asked.slice(0, 5)).toEqual(['Concurrency', 'Concurrency', 'Dependencies', 'Concurrency', 'Concurrency'])
    expect(asked.filter(each => each === 'Concurrency')).toHaveLength(4)
    expect(second.shown()).toContain('The recommendation is made here')
    expect(second.shown()).toContain('The recommendation was made')
    const offered = second.shown().slice(second.shown().indexOf('You asked for a recommendation'))
    expect(offered.slice(0, offered.indexOf('Concurrency ›'))).not.toMatch(/^ {2}D /m)
    expect(shown()).toMatch(/^ {2}D {2}recommend/m)
  }
})

test('a bad name of a component is told as a component’s [C-42]', async () => {
  const { terminal, shown } = scripted(typing({ 'Name (a Python identifier)': 'Order Lines' }))
  await drive(terminal, { until: now => now.at === 'features' })
  expect(shown()).toContain('A component’s name is a Python identifier')
})

test('the block fits a terminal of 24 lines, and ? says what the options mean wherever one is asked [C-10] [Q-21]', async () => {
  const script: Record<string, string[]> = {
    How: ['?4'],
    Purpose: ['?'],
    Confirm: ['?'],
    'Which concern (Enter': ['?'],
  }
  const { terminal, shown } = scripted(label => script[label.replace(/:.*/, '')]?.shift() ?? newcomer(label))
  await drive(terminal, { idea, until: now => now.at !== 'intake' })
  expect(shown().split('How ›')[0]?.split('\n').length).toBeLessThanOrEqual(24)
  expect(shown().split('How ›')[1]).toContain('Code that others import.')
  const after = shown().split('Purpose › ?')[1]?.split('Purpose ›')[0]
  expect(after).toContain('What follows from it')
  expect(after).toContain('suggested: library')
  expect(shown().split('Confirm › ?')[1]).toContain('asks that one line again')
})

test('? helps wherever something is asked, in a few lines, and is never taken for an answer [C-10] [Q-22]', async () => {
  const asked = new Set<string>()
  const answers = { ...facts, How: '' } as Record<string, string>
  const { terminal, shown } = scripted(label => {
    if (!asked.has(label)) {
      asked.add(label)
      return '?'
    }
    return answers[label] ?? ''
  })
  const { state } = await drive(terminal)
  expect(state.at).toBe('gate')
  for (const label of ['How', 'Decision', 'Directory tree', 'Kind', 'Name (a Python identifier)', 'Components'])
    expect([...asked]).toContain(label)
  const help = shown()
    .split(/^.* › \?\n/m)
    .slice(1)
    .map(each => each.split(/^.* › /m)[0] ?? '')
  expect(help.filter(each => each.trim() === '')).toEqual([])
  expect(help.filter(each => each.startsWith('✗'))).toEqual([])
  expect(Math.max(...help.map(each => each.trimEnd().split('\n').length))).toBeLessThanOrEqual(22)
  expect(shown()).not.toContain('No rule of the reviews')
})

test('at the block < says that nothing lies before it, and the directory tree explains its choices [C-10] [Q-22]', async () => {
  const left: Record<string, string[]> = { How: ['<'], 'Directory tree': ['?'] }
  const { terminal, shown } = scripted(label => left[label]?.shift() ?? newcomer(label))
  await drive(terminal, { until: now => now.at === 'features' })
  expect(shown().split('How › <')[1]).toMatch(/^\n {2}This is the first question/)
  const help = shown().split('Directory tree › ?')[1]?.split('Directory tree ›')[0] ?? ''
  expect(help).toMatch(/A {2}tree[\s\S]*B {2}guided[\s\S]*C {2}template/)
})

test('the features are summed up and confirmed, then comes the second review [C-51]', async () => {
  const asked: string[] = []
  const { terminal, shown } = scripted(label => {
    asked.push(label.replace(/:.*/, ''))
    return newcomer(label)
  })
  const { state } = await drive(terminal, { until: now => now.at === 'plan' })
  expect(asked.slice(-2)).toEqual(['Confirm', 'Review 2'])
  expect(shown().indexOf('Summary: features')).toBeLessThan(shown().indexOf('Design review 2'))
  expect(state.confirmed.features?.who).toBe('Ada')
  expect(state.decisions.at(-1)).toMatchObject({ checkpoint: 2, decision: 'proceed', unseen: false })
})

test('whether the name is taken is said, and said to be unknown when the index does not answer [C-11]', async () => {
  const { terminal, shown } = scripted(newcomer)
  await drive(terminal, { until: now => now.at !== 'intake' })
  expect(shown()).toMatch(/"schema-guard" is free on the package\s+index/)
})

test('a review can be clarified, then revised; the review is made anew [C-33]', async () => {
  const script = ['c', '1', 'r', '2']
  const { terminal, shown } = scripted(label =>
    /^Review 1|^Which/.test(label) ? (script.shift() ?? '') : newcomer(label),
  )
  const { state } = await drive(terminal, { until: now => now.at === 'structure' })
  expect(state.decisions.map(each => each.decision)).toEqual(['clarify', 'revise', 'proceed'])
  expect(shown()).toContain('Better')
  expect(shown().match(/Summary: architecture/g)).toHaveLength(2)
  expect(shown()).toMatch(/Design review 1, made anew: \d+ of 25, was \d+/)
})

test.each(['architecture', 'intake'] as const)(
  'revised at %s from any later place, a structure that nothing changed is not asked about again [C-04]',
  async opened => {
    const reached = new Map<string, CreateState>()
    await drive(scripted(newcomer).terminal, {
      until: now => {
        reached.set(now.at, now)
        return false
      },
    })
    for (const [at, state] of reached) {
      if (!['features', 'additions', 'critic_2', 'tasks'].includes(at)) continue
      const from = decideAll(state, [{ type: 'reopen', stage: opened, by: { who: 'Ada', channel: 'terminal' } }]).state
      const { terminal, shown } = scripted(newcomer)
      const { state: ended } = await drive(terminal, { from })
      expect(ended.at).toBe('gate')
      const asked = at === 'features' ? [opened, 'features'] : [opened]
      expect([at, shown().match(/(?<=Summary: )\w+/g)]).toEqual([at, asked])
    }
  },
)

test('a pasted tree is validated, drawn and approved, and what it lacks is approved with its reason [C-40] [C-41]', async () => {
  const tree =
    'schema-guard/\n├── src/\n│   └── schema_guard/\n│       ├── __init__.py\n│       └── validator.py\n├── tests/\n│   └── test_validator.py\n└── pyproject.toml\n'
  const { terminal, shown } = scripted(typing({ 'Directory tree': 'A', Tree: tree }))
  const { state } = await drive(terminal, { until: now => now.at === 'critic_2' })
  expect(state.at).toBe('critic_2')
  expect(state.confirmed.additions?.channel).toBe('terminal')
  expect(shown()).toContain('The decisions need files that your tree lacks')
})

test('a tree with a file that nobody claims is asked about, and the person gets out [C-41] [Q-22]', async () => {
  const stray = 'src/schema_guard/__init__.py\nsrc/schema_guard/mystery.py\npyproject.toml'
  const script: Record<string, string[]> = { Components: ['', '<'], Tree: [stray, '<'], 'Directory tree': ['A', 'C'] }
  const { terminal, shown } = scripted(label => script[label]?.shift() ?? newcomer(label))
  const { state } = await drive(terminal, { until: now => now.at === 'features' })
  expect(shown()).toContain('mystery.py')
  expect(state.at).toBe('features')
})

test('six questions build a tree; each suggestion says why, and what the tree holds is suggested later [C-40] [C-03]', async () => {
  const { terminal, shown } = scripted(
    typing({ 'Directory tree': 'B', 'Components lie': 'B', Directories: 'config', Documentation: 'mkdocs' }),
  )
  const { state } = await drive(terminal)
  expect(state.at).toBe('gate')
  expect(state.given.structure).toEqual({
    mode: 'guided',
    guided: {
      components: 'together',
      exposure: [],
      directories: ['config'],
      examples: true,
      tests: 'separate',
      docs: 'mkdocs',
    },
  })
  expect(shown()).toContain('suggested: yes (programmers read an example first)')
  expect(shown()).toMatch(/│ {3}└── schema_guard\/\n\s+│ {7}├── core\/\n\s+│ {7}│ {3}├── __init__\.py\n.*validator\.py/)
  expect(shown()).toContain('suggested: minimal (the tree holds it)')
  expect(shown()).toContain('suggested: mkdocs (the tree holds it)')
  expect(state.plan.map(each => each.path)).toEqual(
    expect.arrayContaining(['config/.env.example', 'examples/validator.py', 'src/schema_guard/core/validator.py']),
  )
  expect(shown()).toMatch(/docs\/reference\.md {2}The documentation was to hold a reference/)
  const read = readAnswersText(answersFileOf(state))
  expect(isRefusal(read) ? read : readAnswers(read.value)).toMatchObject({ structure: state.given.structure })
})

test('the guided questions go back and are edited one by one, and wrong answers are told at once [C-40] [C-12]', async () => {
  const script: Record<string, string[]> = {
    'Directory tree': ['guided'],
    'Components lie': ['', 'together'],
    Exposure: ['<', 'api', 'none'],
    Directories: ['data', 'attic', 'none'],
    Examples: ['perhaps', 'n'],
    'Tests lie': ['beside it', 'B'],
    Approve: ['1f', ''],
    Documentation: ['C', 'markdown', 'mkdocs'],
  }
  const { terminal, shown } = scripted(label => script[label]?.shift() ?? newcomer(label))
  const { state } = await drive(terminal, { until: now => now.at === 'features' })
  expect(state.given.structure?.guided).toEqual({
    components: 'together',
    exposure: [],
    directories: [],
    examples: false,
    tests: 'beside',
    docs: 'mkdocs',
  })
  const text = shown().replaceAll(/\s+/g, ' ')
  expect(text).toContain('api with purpose library is not delivered yet')
  expect(text).toContain('data is not delivered yet')
  expect(text).toContain('"attic" is not a choice')
  expect(text).toContain('"beside it" is not a choice')
  expect(text).toContain('sphinx is not delivered yet')
})

test('a feature answered NO that the built tree has files for is refused where it is answered [C-40] [C-50]', async () => {
  const script: Record<string, string[]> = { 'Directory tree': ['B'], Demonstration: ['none', 'minimal'] }
  const { terminal, shown } = scripted(label => script[label]?.shift() ?? newcomer(label))
  const { state } = await drive(terminal, { until: now => now.at === 'critic_2' })
  expect(state.given.features?.demo).toBe('minimal')
  expect(shown().replaceAll(/\s+/g, ' ')).toContain('Answer `features.demo: minimal`, or answer')
})

test('answers that a drawn tree no longer fits have the tree asked for again, instead of ending the run [C-04] [Q-22]', async () => {
  const tree =
    'src/schema_guard/__init__.py\nsrc/schema_guard/exceptions.py\nsrc/schema_guard/validator.py\npyproject.toml'
  const first = await drive(scripted(typing({ 'Directory tree': 'A', Tree: tree })).terminal, {
    until: now => now.at === 'features',
  })
  const script: Record<string, string[]> = {
    'HTTP API': ['<'],
    Approve: ['1'],
    'Directory tree': ['<'],
    Confirm: ['7', '1'],
    'Package name': ['other'],
  }
  const { terminal, shown } = scripted((label, sofar) =>
    label === 'Tree'
      ? tree.replaceAll('schema_guard', 'other')
      : label === 'Concurrency' && !sofar.includes('Back to intake')
        ? '<'
        : (script[label]?.shift() ?? newcomer(label)),
  )
  const { state } = await drive(terminal, { from: first.state, until: now => now.at === 'critic_2' })
  expect(shown()).toContain('Tree ›')
  expect(state.given.intake?.package_name).toBe('other')
  expect(state.given.structure?.tree).toContain('src/other/')
})

test('a custom component needs its stub, and the stub is Python [C-42] [C-62]', async () => {
  const stubs = ['def broken(', 'def load(path: str) -> str: ...']
  const { terminal, shown } = scripted(
    typing(
      { Kind: 'custom', 'Name (a Python identifier)': 'loader', 'What it does, one sentence': 'It loads.' },
      label => (label === 'Interface' ? (stubs.shift() ?? '') : newcomer(label)),
    ),
  )
  const { state } = await drive(terminal, { until: now => now.at === 'features' })
  expect(shown()).toContain('It is not Python')
  expect(state.given.components?.[0]).toMatchObject({
    name: 'loader',
    kind: 'custom',
    interface: 'def load(path: str) -> str: ...\n',
  })
})

test('accepting all that pass never covers a failing file; that one is deferred only with a reason [C-67]', async () => {
  const failing = ['README.md']
  const script = ['', '', '', 'd', 'later']
  const { terminal, shown } = scripted((label, sofar) => {
    if (label === 'Files')
      return sofar.includes('files accepted')
        ? (/T-\d+(?= {2}README\.md)/.exec(sofar.slice(sofar.lastIndexOf('need revision')))?.[0] ?? '')
        : ''
    if (/^T-\d+$/.test(label)) return 'd'
    if (label.startsWith('Why defer')) return script.at(-1)
    return newcomer(label)
  })
  const { state } = await drive(terminal, { failing })
  const readme = state.plan.find(each => each.path === 'README.md')
  expect(state.tasks[readme?.id as never]).toMatchObject({ at: 'deferred', decided: { by: { why: 'later' } } })
  expect(shown()).toContain('need revision')
  expect(Object.values(state.tasks).filter(each => each.at === 'done').length).toBe(state.plan.length - 1)
})

test('a file that waits for others says for which, and A accepts all that pass [C-67]', async () => {
  let looked = false
  const { terminal, shown } = scripted((label, sofar) => {
    if (label === 'Files' && !looked) {
      looked = true
      return '/last/'
    }
    if (/^T-\d+$/.test(label)) return sofar.includes('is accepted after') ? 'A' : 'a'
    return newcomer(label)
  })
  const named: Terminal = {
    ...terminal,
    ask: async question => {
      const typed = await terminal.ask(question)
      return typed === '/last/' ? needy : typed
    },
  }
  const before = await drive(scripted(newcomer).terminal, { until: now => now.at === 'tasks' })
  const needy = before.state.plan.find(each => each.needs.length > 0)?.path ?? ''
  const { state } = await drive(named, { from: before.state })
  expect(shown()).toMatch(/is accepted after the files that it needs:\s+T-\d+/)
  expect(shown()).not.toContain('trysquare next')
  expect(Object.values(state.tasks).every(each => each.at === 'done')).toBe(true)
})

test('what was decided in a terminal is an answers file that parses back to the same answers [N-01]', async () => {
  const { state } = await drive(
    scripted(typing({ Remote: 'https://example.org/x', 'Team size': '3', 'Why errors': 'callers expect it: "always"' }))
      .terminal,
  )
  const read = readAnswersText(answersFileOf(state))
  if (isRefusal(read)) throw new Error('not YAML')
  const { approvals, ...given } = readAnswers(read.value) as Given
  expect(given).toEqual(state.given)
  expect(approvals).toMatchObject({
    intake: 'confirm',
    structure: 'approve',
    plan: 'approve',
    tasks: 'accept-passing',
    critic_1: { decision: 'proceed' },
  })
  expect(approvals?.additions).toBeUndefined()
})

test('every line fits into 60 columns, but for names that cannot be broken [Q-21]', async () => {
  const { terminal, shown } = scripted(newcomer, 60)
  await drive(terminal, { until: now => now.at === 'critic_1' })
  expect(
    shown()
      .split('\n')
      .filter(line => line.length > 60),
  ).toEqual([])
})

test('whatever is typed, back and edit included, the run stays valid and no stage is confirmed that is not complete [C-01] [C-12]', async () => {
  const word = fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    '<',
    '<',
    '?',
    '1',
    '2',
    '3',
    '7',
    'c',
    'a',
    'A',
    'C',
    'e',
    '-',
    'r',
    'p',
    'zz',
    '>=3.12',
    'b_name',
    'x; y',
    'Bo <bo@example.org>',
    'topic: thing',
  )
  const starts = [begun()]
  for (const at of ['architecture', 'structure', 'features', 'plan']) {
    starts.push((await drive(scripted(newcomer).terminal, { until: now => now.at === at })).state)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(word, { minLength: 5, maxLength: 90 }),
      async (from, words) => {
        const left = [...words]
        const { terminal } = scripted(label => (left.length === 0 ? undefined : left.shift() || (facts[label] ?? '')))
        const { state, needed } = await drive(terminal, { from, until: now => now.at === 'tasks' })
        expect(state.at === 'tasks' || needed?.code === 'TSQ-NEEDED').toBe(true)
        expect(readAnswers(state.given)).toEqual(state.given)
        const confirmed = answerStages.filter(stage => state.confirmed[stage] !== undefined)
        expect(confirmed.flatMap(stage => missing(stage, state.given))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test('a service is asked for the fields of its resource as a file writes them, and refused what a file is refused [C-07] [C-42] [N-01]', async () => {
  const pasted = ['fields:\n  sku: {type: text}\n', 'fields:\n  sku: {type: str, unique: true}\nstorage: memory\n']
  const { terminal, shown } = scripted(
    typing(
      {
        Purpose: 'A',
        Concurrency: 'B',
        'HTTP API': 'A',
        'API audience': 'A',
        Kind: 'resource',
        'Name (a Python identifier)': 'item',
      },
      label => (label === 'Options' ? (pasted.shift() ?? '<') : newcomer(label)),
    ),
  )
  const { state } = await drive(terminal, { until: now => now.at === 'features' })
  expect(shown()).toContain('storage: sqlite   # or memory')
  expect(shown()).toMatch(/components\[0\]\.options/)
  expect(state.given.components?.[0]).toMatchObject({
    name: 'item',
    kind: 'resource',
    options: { fields: { sku: { type: 'str', unique: 'true' } }, storage: 'memory' },
  })
})

test('options that a kind can do without may be left out, or given and held against what a file is [C-07] [N-01]', async () => {
  const said = ['base_url_setting: Billing\n', 'base_url_setting: billing_url\n']
  const wanted = (options: readonly string[]) => {
    const left = [...options]
    return scripted(
      typing({ Kind: 'client', 'Name (a Python identifier)': 'billing' }, label =>
        label === 'Options' ? (left.shift() ?? '') : newcomer(label),
      ),
    )
  }
  const given = wanted(said)
  const { state } = await drive(given.terminal, { until: now => now.at === 'features' })
  expect(given.shown()).toContain('client can have options')
  expect(given.shown()).toMatch(/components\[0\]\.options\.base_url_setting/)
  expect(state.given.components?.[0]).toMatchObject({ options: { base_url_setting: 'billing_url' } })
  const without = await drive(wanted([]).terminal, { until: now => now.at === 'features' })
  expect(without.state.given.components?.[0]).toEqual(expect.not.objectContaining({ options: expect.anything() }))
})

test('what a purpose cannot have is not offered for it [N-03]', async () => {
  const { terminal, shown } = scripted(typing({ Deployment: 'container' }))
  await drive(terminal, { until: now => now.at === 'features' })
  expect(shown()).toMatch(/container\s+\(not yet\) In a container image/)
  expect(shown()).toMatch(/container with purpose library is not delivered yet/)
  expect(shown()).not.toMatch(/^ {2}[A-H] {2}resource/m)
})
