import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { design, type Ended, journalOf, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const sample = sampleText('schema-guard')
const lineOf = (text: string, part: string): number => text.split('\n').findIndex(each => each.includes(part)) + 1
let count = 0
const fresh = () => place.path(`out-${++count}`)
const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])

/** What, why and what to do, each there and none empty. */
const threeLines = (ended: Ended, code: string) => {
  expect(ended.stderr).toMatch(new RegExp(`^[✗?] ${code}  \\S`, 'm'))
  expect(ended.stderr).toMatch(/^ {2}Why {3}\S/m)
  expect(ended.stderr).toMatch(/^ {2}Do {4}\S/m)
}

describe('answers that cannot be taken: exit 2, a code, the line of the file, what to do, and nothing is written [Q-20]', () => {
  const swap = (from: string, to: string) => {
    const text = sample.replace(from, to)
    return { text, line: lineOf(text, to.split('\n')[0] ?? '') }
  }
  test.each([
    ['a keyword as package [C-11]', 'TSQ-ANSWERS-INVALID', swap('package_name: schema_guard', 'package_name: class')],
    [
      'a module of the standard library [C-11]',
      'TSQ-ANSWERS-INVALID',
      swap('package_name: schema_guard', 'package_name: json'),
    ],
    [
      'a repository outside [Q-05]',
      'TSQ-ANSWERS-INVALID',
      swap('repository_name: schema-guard', 'repository_name: ../evil'),
    ],
    ['a key that is not known [N-01]', 'TSQ-ANSWERS-KEY', swap('lifespan:', 'lifespam:')],
    ['a Python range that is none [C-11]', 'TSQ-ANSWERS-INVALID', swap('python: ">=3.11"', 'python: "latest"')],
    ['a value that is not a choice', 'TSQ-ANSWERS-VALUE', swap('dependencies: uv', 'dependencies: potery')],
    ['a manager that is not delivered [N-03]', 'TSQ-UNDELIVERED', swap('dependencies: uv', 'dependencies: poetry')],
    ['an interface that is not delivered [N-03]', 'TSQ-UNDELIVERED', swap('api: none', 'api: flask')],
    ['a place to run that is not delivered [N-03]', 'TSQ-UNDELIVERED', swap('deployment: local', 'deployment: cloud')],
    [
      'no non-goals [C-11]',
      'TSQ-ANSWERS-',
      swap('non_goals: [a web framework, a database ORM, a REST API, a command-line tool]', 'non_goals: []'),
    ],
    ['a list where a text belongs', 'TSQ-ANSWERS-SHAPE', swap('maturity: production', 'maturity: [production]')],
    ['what is not YAML', 'TSQ-ANSWERS-SYNTAX', swap('purpose: library', 'purpose: "library')],
    ['a kind that its purpose does not have [N-03]', 'TSQ-UNDELIVERED', swap('kind: validator', 'kind: command')],
    ['a component that has the name of a module [C-42]', 'TSQ-COMPONENT', swap('name: validator', 'name: config')],
    ['a component whose class exists already [C-42]', 'TSQ-COMPONENT', swap('name: validator', 'name: configuration')],
    ['a component whose class its own files import [C-42]', 'TSQ-COMPONENT', swap('name: validator', 'name: mapping')],
    [
      'a component that hides what the package imports [C-42]',
      'TSQ-COMPONENT',
      swap('name: validator', 'name: version'),
    ],
    ['a kind that does not exist', 'TSQ-ANSWERS-VALUE', swap('kind: validator', 'kind: validater')],
  ])('%s', async (_, code, { text, line }) => {
    const out = fresh()
    const ended = await begin(out, text)
    expect(ended.exit).toBe(2)
    threeLines(ended, `${code}[A-Z-]*`)
    expect(flat(ended.stderr)).toContain(`answers.yaml:${code === 'TSQ-ANSWERS-SYNTAX' ? '' : line}`)
    expect(existsSync(out)).toBe(false)
    expect(existsSync(place.path('evil'))).toBe(false)
  })

  test('the nearest word is offered', async () => {
    expect(flat((await begin(fresh(), sample.replace('errors: exceptions', 'errors: exeptions'))).stderr)).toContain(
      '"exceptions" (nearest)',
    )
    expect(flat((await begin(fresh(), sample.replace('dependencies: uv', 'dependencies: potery'))).stderr)).toContain(
      'The nearest, "poetry", is not made. Write uv',
    )
    expect(flat((await begin(fresh(), sample.replace('lifespan:', 'lifespam:'))).stderr)).toContain(
      '"lifespan" (nearest)',
    )
  })

  test('an answers file that is not there', async () => {
    const ended = await place.tsq(['new', '--out', fresh(), '--answers', 'nowhere.yaml'])
    expect(ended.exit).toBe(2)
    threeLines(ended, 'TSQ-ANSWERS-NONE')
  })

  test('a new idea where another run was begun is not taken for going on with it [C-05]', async () => {
    const out = fresh()
    const answers = place.write('answers.yaml', sample.replace(/^approvals:[\s\S]*/m, ''))
    const started = (...idea: readonly string[]) => place.tsq(['new', ...idea, '--out', out, '--answers', answers])
    expect((await started('a guard for data')).exit).toBe(3)
    expect((await started('a guard for data')).exit).toBe(3)
    const other = await started('a library for bees')
    expect(other.exit).toBe(2)
    threeLines(other, 'TSQ-RUN-BEGUN')
    expect(flat(other.stderr)).toContain('schema-guard was begun here')
    expect((await started()).exit).toBe(3)
  })

  test('a Python that this machine lacks is refused before anything is made, except with --embedded [C-11]', async () => {
    mkdirSync(place.path('bin'))
    const python = place.write('bin/python3', '#!/bin/sh\necho /usr/bin/python3\necho 3.11.7\n')
    chmodSync(python, 0o755)
    const answers = place.write('answers.yaml', sample.replace('python: ">=3.11"', 'python: ">=3.12"'))
    const out = fresh()
    const args = ['new', '--out', out, '--answers', answers]
    const ended = await place.tsq(args, { PATH: place.path('bin') })
    expect(ended.exit).toBe(2)
    threeLines(ended, 'TSQ-PYTHON-MISSING')
    expect(ended.stderr).toContain('found 3.11.7')
    expect(ended.stderr).not.toContain('making')
    expect(existsSync(out)).toBe(false)
    // Nothing was begun: the same command takes other answers.
    place.write('answers.yaml', sample.replace('python: ">=3.11"', 'python: ">=3.13"'))
    expect((await place.tsq(args, { PATH: place.path('bin') })).stderr).toContain('no Python >=3.13')
    const { PATH } = place.env
    must(await place.tsq([...args, '--embedded'], { PATH: [place.path('bin'), PATH].join(delimiter) }), 0)
  })

  test('an unknown verb is an error, never taken for something else [Q-22]', async () => {
    const ended = await place.tsq(['frobnicate'])
    expect(ended.exit).toBe(2)
    expect(ended.stderr).not.toBe('')
    expect(ended.stdout).toBe('')
  })

  test('a command on a run where there is none [Q-23]', async () => {
    for (const args of [['next'], ['verify'], ['report'], ['gate', 'run'], ['task', 'list'], ['plan', 'show']]) {
      const ended = await place.tsq(args)
      expect({ args, exit: ended.exit }).toEqual({ args, exit: 2 })
      threeLines(ended, 'TSQ-RUN-NONE')
    }
  })
})

describe('a run that needs a decision: exit 3, its exact path, and nothing is written [C-02] [N-02]', () => {
  test('each approval that is missing is named, given, and the same run goes on [C-05]', async () => {
    const out = fresh()
    const order = ['intake', 'architecture', 'critic_1', 'structure', 'features', 'critic_2', 'plan'] as const
    const events: string[] = []
    for (const [index, name] of order.entries()) {
      const text = design('schema-guard', answers => {
        answers['approvals'] = Object.fromEntries(
          Object.entries(answers['approvals'] ?? {}).filter(
            ([key]) => key === 'tasks' || (order as readonly string[]).indexOf(key) < index,
          ),
        )
      })
      const ended = await begin(out, text)
      expect({ name, exit: ended.exit }).toEqual({ name, exit: 3 })
      threeLines(ended, 'TSQ-NEEDED')
      expect(flat(ended.stderr)).toContain(`approvals.${name} is needed`)
      expect(existsSync(out)).toBe(false)
      events.push(name)
    }
    const done = await begin(out, sample)
    expect(done.exit).toBe(0)
    const answered = readFileSync(journalOf(out), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { type: string; data: { stage?: string } })
      .filter(event => event.type === 'answered')
      .map(event => event.data.stage)
    expect(answered).toEqual([...new Set(answered)])
    expect(answered).toEqual(['intake', 'architecture', 'structure', 'features'])
  })

  test('an answer that is missing is named by its path [N-02]', async () => {
    const out = fresh()
    const ended = await begin(out, sample.replace(/^ {2}maturity: .*\n/m, ''))
    expect(ended.exit).toBe(3)
    expect(flat(ended.stderr)).toContain('intake.maturity is needed')
    expect(existsSync(out)).toBe(false)
  })

  test('a condition that the review does not meet is no decision [C-02]', async () => {
    const out = fresh()
    const ended = await begin(out, sample.replace('critic_1: proceed', 'critic_1: {decision: proceed, min_score: 24}'))
    expect(ended.exit).toBe(3)
    threeLines(ended, 'TSQ-REVIEW-SCORE')
    expect(flat(ended.stderr)).toContain('scored 23')
    expect(existsSync(out)).toBe(false)
  })

  test('a condition that it meets goes on, and is not called unseen [C-02]', async () => {
    const out = fresh()
    const text = sample
      .replace('critic_1: proceed', 'critic_1: {decision: proceed, min_score: 23}')
      .replace('critic_2: proceed', 'critic_2: {decision: proceed, min_score: 24}')
    expect((await begin(out, text)).exit).toBe(0)
    expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).not.toContain('approved unseen')
  })

  test('clarify explains and waits, revise opens the design again, an order cannot be jumped [C-33] [C-01] [C-04]', async () => {
    const out = fresh()
    const at = async () =>
      (JSON.parse((await place.tsq(['--in', out, 'status', '--json'])).stdout) as { at: string }).at
    expect((await begin(out, sample.replace(/^ {2}critic_1: .*\n/m, ''))).exit).toBe(3)
    expect(await at()).toBe('critic_1')

    const clarified = await place.tsq(['--in', out, 'decide', 'critic_1', 'clarify', '--about', 'versioning'])
    expect(clarified.exit).toBe(3)
    expect(clarified.stdout).toContain('Wins it back')
    expect(flat(clarified.stderr)).toContain('approvals.critic_1 is needed')
    expect(await at()).toBe('critic_1')

    for (const early of [
      ['decide', 'plan', 'approve'],
      ['decide', 'critic_2', 'proceed'],
      ['decide', 'tasks', 'accept-passing'],
      ['plan', 'approve'],
      ['plan', 'show'],
      ['task', 'list'],
    ]) {
      const ended = await place.tsq(['--in', out, ...early])
      expect({ early, exit: ended.exit }).toEqual({ early, exit: 2 })
      threeLines(ended, 'TSQ-RUN-ORDER')
    }
    expect(await at()).toBe('critic_1')

    const revised = await place.tsq(['--in', out, 'decide', 'critic_1', 'revise'])
    expect(revised.exit).toBe(3)
    expect(await at()).toBe('architecture')
    expect(existsSync(out)).toBe(false)

    const better = design('schema-guard', answers => {
      Object.assign(answers, { decisions: [{ topic: 'versioning', decision: 'semantic versions', why: 'ranges' }] })
      Object.assign(answers['approvals'] ?? {}, { critic_1: { decision: 'proceed', min_score: 24 } })
    })
    expect((await begin(out, better)).exit).toBe(0)
  })

  test('what was confirmed changes only by being opened again [C-04]', async () => {
    const out = fresh()
    expect((await begin(out, sample.replace(/^ {2}critic_1: .*\n/m, ''))).exit).toBe(3)
    const other = sample.replace('maturity: production', 'maturity: prototype')
    const refused = await begin(out, other)
    expect(refused.exit).toBe(2)
    threeLines(refused, 'TSQ-ANSWERS-CHANGED')
    expect((await place.tsq(['--in', out, 'revise', 'intake', '--why', 'it is a prototype'])).exit).toBe(0)
    expect((await begin(out, other)).exit).toBe(0)
    expect(readFileSync(join(out, 'pyproject.toml'), 'utf8')).not.toContain('4 - Beta')
  })

  test('files that were made and not accepted are made anew when the design is opened again [C-04]', async () => {
    const out = fresh()
    expect((await begin(out, sample.replace(/^ {2}tasks: .*\n/m, ''))).exit).toBe(3)
    must(await place.tsq(['--in', out, 'revise', 'intake', '--why', 'it is a prototype']), 0)
    must(await begin(out, sample.replace('maturity: production', 'maturity: prototype')), 0)
    expect(readFileSync(join(out, 'pyproject.toml'), 'utf8')).not.toContain('4 - Beta')
    expect((await place.tsq(['--in', out, 'verify'])).stdout).toContain('25 compared, none changed')
  })
})

describe('a finished run', () => {
  const out = place.path('finished')
  beforeAll(async () => {
    must(await begin(out, sample), 0)
  })

  test('a path outside the approved tree has no task [C-41]', async () => {
    for (const path of ['src/nowhere.py', '../evil.py', '/etc/passwd']) {
      const ended = await place.tsq(['--in', out, 'task', 'show', path])
      expect(ended.exit).toBe(2)
      threeLines(ended, 'TSQ-PATH-OUTSIDE-TREE')
    }
  })

  test('takes no decision any more, and the same command finds nothing to do [C-01] [C-05]', async () => {
    const journal = readFileSync(journalOf(out), 'utf8')
    const late = await place.tsq(['--in', out, 'decide', 'plan', 'approve'])
    expect(late.exit).toBe(2)
    threeLines(late, 'TSQ-RUN-ORDER')
    expect((await begin(out, sample)).exit).toBe(0)
    expect(readFileSync(journalOf(out), 'utf8')).toBe(journal)
    expect((await place.run('git', ['rev-list', '--count', 'HEAD'], out)).stdout.trim()).toBe('1')
  })
})
