import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { command, design, filesBelow, must, scratch, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

const names = ['billing', 'refund', 'voucher', 'discount']
const answers = place.write(
  'answers.yaml',
  design('schema-guard', all => {
    for (const name of names)
      all.components.push({
        name,
        kind: 'custom',
        does: `Works out the ${name} of an order.`,
        interface: 'def total(lines: list[int]) -> int: ...\n',
      })
    all.features = { ...all.features, demo: 'none' }
  }),
)

/**
 * A program that plays an agent. It takes as long as the file LATE says of its file, writes down when it began and ended, and puts
 * into its file what it was given: every path that it saw and how long its prompt was.
 */
const agentText = `import { appendFileSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
const prompt = readFileSync(0, 'utf8')
const file = process.env.TRYSQUARE_FILE
const seen = globSync('**/*.*').filter(each => each !== file).toSorted()
const given = createHash('sha256').update(JSON.stringify([seen, prompt])).digest('hex').slice(0, 16)
const name = file.match(/(?:test_)?(\\w+)\\.py$/)[1].replace('test_', '')
appendFileSync(process.env.LOG, 'begin ' + file + '\\n')
const word = '# What its maker was given comes to ' + given + '.'
const late = JSON.parse(process.env.LATE ?? '{}')
await wait(late[name] ?? 0)
const source = ['"""Works out the ' + name + ' of an order."""', '', word, '', '__all__ = ["total"]', '', '',
  'def total(lines: list[int]) -> int:', '    """Return the sum of the lines."""', '    return sum(lines)']
const tests = [word, '', 'from schema_guard.' + name + ' import total', '', '',
  'def test_the_total_of_lines_is_their_sum() -> None:', '    assert total([1, 2]) == 3']
writeFileSync(file, (file.startsWith('tests/') ? tests : source).join('\\n') + '\\n')
appendFileSync(process.env.LOG, 'end ' + file + '\\n')
`

interface Made {
  readonly files: ReadonlyMap<string, string>
  /** Every task as the report has it. */
  readonly tasks: unknown
  /** The most that were at work at one moment. */
  readonly atOnce: number
}

const doer = `exec:${process.execPath} ${place.write('agent.mjs', agentText)}`
const line = (name: string, jobs: number) => [
  'new',
  '--embedded',
  '--out',
  place.path(name),
  '--answers',
  answers,
  '--doer',
  doer,
  '--jobs',
  String(jobs),
]
const logOf = (name: string): string => place.path(`${name}.log`)

const result = async (name: string): Promise<Made> => {
  const report = await place.tsq(['--in', place.path(name), 'report', '--format', 'json'])
  // A receipt is named by all that it holds, the time that was taken included.
  const text = must(report, 0).stdout.replaceAll(/"receipt": "[a-z]+-[0-9a-f]{20}"/g, '"receipt": ""')
  const { tasks } = JSON.parse(text) as { tasks: unknown }
  let atWork = 0
  let atOnce = 0
  for (const each of readFileSync(logOf(name), 'utf8').trim().split('\n')) {
    atWork += each.startsWith('begin') ? 1 : -1
    atOnce = Math.max(atOnce, atWork)
  }
  return { files: await tracked(place, place.path(name)), tasks, atOnce }
}

const late = (...milliseconds: readonly number[]) =>
  JSON.stringify(Object.fromEntries(names.map((name, index) => [name, milliseconds[index]])))

describe('files that need a mind and do not stand on each other', () => {
  test('are made at the same time up to the set limit, and come out the same whoever is first [C-6A]', async () => {
    const runs: Made[] = []
    for (const [name, jobs, delays] of [
      ['one', 1, late()],
      ['three', 3, late(700, 500, 300, 100)],
      ['eight', 8, late(100, 300, 500, 700)],
    ] as const) {
      must(await place.tsq(line(name, jobs), { LATE: delays, LOG: logOf(name) }), 0)
      runs.push(await result(name))
    }
    const [one, three, eight] = runs
    expect(one?.files.has('tests/test_discount.py')).toBe(true)
    expect(three?.files).toEqual(one?.files)
    expect(eight?.files).toEqual(one?.files)
    expect(three?.tasks).toEqual(one?.tasks)
    expect(eight?.tasks).toEqual(one?.tasks)
    expect(runs.map(each => each.atOnce)).toEqual([1, 3, expect.toSatisfy((most: number) => most > 3)])
  }, 120_000)

  test('what was brought before a kill is kept, and the rest is made the same [C-6A] [Q-02]', async () => {
    const [program, all] = command(line('killed', 4))
    const log = logOf('killed')
    const env = { ...place.env, LATE: late(0, 0, 0, 60_000), LOG: log }
    const child = execa(program, all, { cwd: place.root, env, reject: false, stdio: 'ignore' })
    const text = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
    const recorded = () => {
      const journal = filesBelow(join(place.path('killed'), '.trysquare/runs')).find(each => each.endsWith('.jsonl'))
      if (journal === undefined) return 0
      const lines = readFileSync(join(place.path('killed'), '.trysquare/runs', journal), 'utf8').split('\n')
      return lines.filter(each => each.includes('"delivered"') && each.includes('agent.mjs')).length
    }
    while (recorded() < 3) await wait(20)
    child.kill('SIGKILL')
    await child
    const before = text()
    for (const name of ['billing', 'refund', 'voucher']) expect(before).toContain(`end src/schema_guard/${name}.py`)
    writeFileSync(log, '')
    must(await place.tsq(line('killed', 4), { LATE: late(), LOG: log }), 0)
    const again = text()
    for (const name of ['billing', 'refund', 'voucher'])
      expect({ name, again: again.includes(`begin src/schema_guard/${name}.py`) }).toEqual({ name, again: false })
    expect(before).not.toContain('end src/schema_guard/discount.py')
    expect(again).toContain('end src/schema_guard/discount.py')
    const whole = await result('one')
    expect((await result('killed')).files).toEqual(whole.files)
  }, 120_000)
})

/** The same agent, but the first component's is hostile: while it works it damages the history and leaves things everywhere. */
const hostileText = agentText.replace(
  'const late = ',
  `if (file === 'src/schema_guard/billing.py') {
  const { closeSync, mkdirSync, openSync, readdirSync, writeSync } = await import('node:fs')
  const { join } = await import('node:path')
  const trysquare = join(process.env.REPOSITORY, '.trysquare')
  const journal = join(trysquare, 'runs', readdirSync(join(trysquare, 'runs')).find(each => each.endsWith('.jsonl')))
  for (const end = Date.now() + 1500; Date.now() < end; await wait(1)) {
    try {
      const opened = openSync(journal, 'r+')
      writeSync(opened, 'X', 300)
      closeSync(opened)
      mkdirSync(join(trysquare, 'workspace', 'objects'), { recursive: true })
      writeFileSync(join(trysquare, 'workspace', 'objects', 'junk'), 'x')
      writeFileSync(journal.replace('.jsonl', '.evil.py'), 'x')
      writeFileSync(join(process.env.REPOSITORY, 'EVIL.txt'), 'x')
    } catch {
      // It is just being put back.
    }
  }
}
const late = `,
)

test('one that damages the repository while others work harms nobody but itself [C-6A] [A-02] [Q-01]', async () => {
  const hostile = `exec:${process.execPath} ${place.write('hostile.mjs', hostileText)}`
  const outcome = async (name: string, jobs: number) => {
    const args = line(name, jobs).map(each => (each === doer ? hostile : each))
    const delays = late(0, 100, 300, 500)
    must(await place.tsq(args, { LATE: delays, LOG: logOf(name), REPOSITORY: place.path(name) }), 3)
    // The run waits for a person, so its gate has closed nothing yet.
    expect(must(await place.tsq(['--in', place.path(name), 'verify']), 1).stdout).toContain('History   proved')
    const left = filesBelow(place.path(name)).filter(each => /EVIL|junk|evil/.test(each))
    const list = JSON.parse(must(await place.tsq(['--in', place.path(name), '--json', 'task', 'list']), 0).stdout) as {
      path: string
      at: string
    }[]
    return { left, tasks: list.map(each => [each.path, each.at]) }
  }
  const one = await outcome('harmed-1', 1)
  expect(one.left).toEqual([])
  expect(one.tasks).toContainEqual(['src/schema_guard/billing.py', 'review'])
  expect(one.tasks).toContainEqual(['src/schema_guard/refund.py', 'done'])
  expect(await outcome('harmed-4', 4)).toEqual(one)
}, 120_000)

test.each(['0', '-2', 'many', '1.5', '65', ''])(
  'a limit of "%s" is refused before anything is done [C-6A]',
  async jobs => {
    const ended = must(await place.tsq(['new', '--answers', answers, '--jobs', jobs]), 2)
    expect(ended.stderr).toContain('TSQ-USAGE')
    expect(ended.stderr).toContain('from 1 to 64')
  },
)

test.each(['0', '-2', 'long', '1441', '0.0001', ''])(
  'a time of "%s" is refused before anything is done [A-03]',
  async minutes => {
    const ended = must(await place.tsq(['new', '--answers', answers, '--minutes', minutes]), 2)
    expect(ended.stderr).toContain('TSQ-USAGE')
    expect(ended.stderr).toContain('at most 1440')
  },
)

test.each(['TRYSQUARE_JOBS', 'TRYSQUARE_MINUTES'])(
  'a %s that cannot be meant is refused at once, by whatever command; an option goes before it [C-6A] [A-03]',
  async name => {
    const [env, option] = [{ [name]: 'abc' }, name.replace('TRYSQUARE_', '--').toLowerCase()]
    for (const called of [['new', '--answers', answers], ['status'], ['next']])
      expect(must(await place.tsq(called, env), 2).stderr).toContain(`TSQ-USAGE  ${name} is "abc"`)
    must(await place.tsq(['status', option, '2'], env), 0)
  },
)
