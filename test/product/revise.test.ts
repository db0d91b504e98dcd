import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endedAt, historyOf } from './kills.ts'
import { design, filesBelow, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const stdlib = sampleText('schema-guard')
const structlog = stdlib.replace('logging: stdlib', 'logging: structlog')
const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
const made = async (name: string, text: string): Promise<string> => {
  const out = place.path(name)
  must(await begin(out, text), 0)
  return out
}
/** The project's own files: what the run keeps for itself, and its report, are of that run. */
const project = (out: string): ReadonlyMap<string, string> =>
  new Map(
    filesBelow(out)
      .filter(name => !/^(?:\.git|\.trysquare)\/|^GENERATION_REPORT/.test(name))
      .map(name => [name, readFileSync(join(out, name), 'utf8')]),
  )
interface Shown {
  readonly changes: { readonly touched: readonly { readonly path: string; readonly what: string }[] }
}
const touched = async (out: string) =>
  (JSON.parse(must(await place.tsq(['--in', out, 'plan', 'show', '--json']), 0).stdout) as Shown).changes.touched
const reopened = async (out: string, stage: string, text: string) => {
  must(await place.tsq(['--in', out, 'revise', stage, '--why', 'second thoughts']), 0)
  // Everything is confirmed beforehand but the plan: there it stops.
  must(await begin(out, text.replace(/^ {2}plan: approve\n/m, '')), 3)
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** The paths at which two projects differ. */
const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(path => one.get(path) !== other.get(path)).toSorted()

describe('another logging, once everything is made', () => {
  let out = ''
  let before: ReadonlyMap<string, string>
  let wanted: ReadonlyMap<string, string>
  beforeAll(async () => {
    out = await made('revised', stdlib)
    before = project(out)
    wanted = project(await made('wanted', structlog))
  })

  test('exactly the files whose text depends on it are made again, and the outcome is as if it had been so from the beginning [C-04]', async () => {
    await reopened(out, 'architecture', structlog)
    const changes = await touched(out)
    // The lock follows from pyproject.toml; --embedded leaves it to whoever has the manager.
    expect(changes.map(each => each.path).toSorted()).toEqual([...differing(before, wanted), 'uv.lock'])
    expect(new Set(changes.map(each => each.what))).toEqual(new Set(['again']))
    expect(project(out)).toEqual(before)
    must(await begin(out, structlog), 0)
    expect(project(out)).toEqual(wanted)
    expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).toMatch(
      /Opened again: .+ \(command\): second thoughts/,
    )
    const { unverified } = JSON.parse(must(await place.tsq(['--in', out, 'report', '--format', 'json']), 0).stdout) as {
      readonly unverified: readonly string[]
    }
    // Of the decisions that stand: what was decided before is no longer one.
    expect(unverified.filter(each => each.includes('unseen'))).toEqual(
      [1, 2].map(each => `Review ${each} was approved unseen.`),
    )
  })

  test('opened again and confirmed as it was, everything stands and nothing is made [C-04]', async () => {
    await reopened(out, 'intake', structlog)
    expect(await touched(out)).toEqual([])
    const ended = must(await begin(out, structlog), 0)
    expect(ended.stderr).not.toContain('making')
    expect(project(out)).toEqual(wanted)
    expect((await place.tsq(['--in', out, 'verify'])).stdout).toContain('none changed since')
  })

  test('a file that a person edited is kept until it is decided on; then theirs, the planned one, or both merged [C-04] [C-08]', async () => {
    const readme = join(out, 'README.md')
    const mine = `${readFileSync(readme, 'utf8')}\nA line of mine.\n`
    writeFileSync(readme, mine)
    must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
    const stopped = must(await begin(out, stdlib), 3)
    expect(stopped.stderr).toContain('approvals.collisions.README.md')
    expect(stopped.stdout).toContain('-A line of mine.')
    expect(readFileSync(readme, 'utf8')).toBe(mine)

    const merging = await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'merge'])
    must(merging, 3)
    const waits = must(await begin(out, stdlib), 3)
    const both = /(\S+\/workspace\/merge\/\S+?)[:.] /.exec(waits.stderr.replaceAll(/\s+/g, ' '))?.[1] ?? ''
    expect(readFileSync(readme, 'utf8')).toBe(mine)
    // Where both versions lie is said by whatever one looks with.
    expect(waits.stdout).toContain(both)
    expect((await place.tsq(['--in', out, 'task', 'show', 'README.md'])).stdout).toContain(both)
    const unmerged = await place.tsq(['--in', out, 'task', 'submit', 'README.md', '--file', both])
    expect([unmerged.exit, unmerged.stderr]).toEqual([2, expect.stringContaining('mark of a conflict')])
    // A merge goes on by giving it in again: nobody is told to have the file made.
    expect(flat(unmerged.stderr)).toMatch(/TSQ-MERGE-OPEN .* `trysquare task submit T-\d+ --file \S+`/)
    expect(unmerged.stderr).not.toContain('task run')
    const merged = readFileSync(both, 'utf8').replaceAll(
      /<<<<<<< yours\n([\s\S]*?)=======\n([\s\S]*?)>>>>>>> planned\n/g,
      (_, theirs: string, ours: string) => (theirs.includes('A line of mine.') ? ours + theirs : ours),
    )
    writeFileSync(both, merged)
    must(await place.tsq(['--in', out, 'task', 'submit', 'README.md', '--file', both]), 0)
    expect(readFileSync(readme, 'utf8')).toBe(merged)
    expect(differing(project(out), before)).toEqual(['README.md'])
  })

  test('kept, a person’s file is validated like any other; replaced, it lies elsewhere and where is said [C-08]', async () => {
    const readme = join(out, 'README.md')
    const merged = readFileSync(readme, 'utf8')
    must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
    must(await begin(out, structlog), 3)
    // It was given in by hand, so the planned one does not take its place unasked.
    const kept = await begin(
      out,
      structlog.replace('  plan: approve', '  collisions: {README.md: keep}\n  plan: approve'),
    )
    must(kept, 0)
    expect(readFileSync(readme, 'utf8')).toBe(merged)
    expect(differing(project(out), wanted)).toEqual(['README.md'])

    must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
    const replaced = await begin(
      out,
      stdlib.replace('  plan: approve', '  collisions: {README.md: replace}\n  plan: approve'),
    )
    must(replaced, 0)
    expect(project(out)).toEqual(before)
  })
})

test('a component that is no longer wanted is taken away with its tests; what somebody changed in them is left [C-04]', async () => {
  const two = design('schema-guard', all => {
    all.components.push({ name: 'steps', kind: 'pipeline', does: 'Runs the steps of a check.' })
  })
  const out = await made('fewer', two)
  const whole = project(out)
  const one = project(await made('one', stdlib))
  const edited = 'tests/test_steps.py'
  writeFileSync(join(out, edited), `${readFileSync(join(out, edited), 'utf8')}\n# mine\n`)
  await reopened(out, 'structure', stdlib)
  expect(
    (await touched(out))
      .filter(each => each.what === 'removed')
      .map(each => each.path)
      .toSorted(),
  ).toEqual([...whole.keys()].filter(path => !one.has(path)).toSorted())
  const ended = await begin(out, stdlib)
  expect(ended.stderr).toContain(`left to you: ${edited}`)
  expect(existsSync(join(out, 'src/schema_guard/steps.py'))).toBe(false)
  expect(differing(project(out), one)).toEqual([edited])
  // It tests what is no longer there: that is told as the cause, with what to do.
  const cause = `${edited} is left from an earlier plan`
  expect(flat(ended.stdout)).toContain(cause)
  expect(flat((await place.tsq(['--in', out, 'gate', 'run', '--embedded'])).stdout)).toContain(`rm ${edited}`)
  rmSync(join(out, edited))
  expect((await place.tsq(['--in', out, 'report', '--format', 'text'])).stdout).not.toContain(cause)
})

test('what became a link is left as somebody’s, and what is gone already is no matter [C-04] [Q-05]', async () => {
  const two = design('schema-guard', all => {
    all.components.push({ name: 'steps', kind: 'pipeline', does: 'Runs the steps of a check.' })
  })
  const out = await made('linked', two)
  const [linked, gone] = [join(out, 'src/schema_guard/steps.py'), join(out, 'tests/test_steps.py')]
  const elsewhere = place.write('elsewhere.py', readFileSync(linked, 'utf8'))
  rmSync(linked)
  symlinkSync(elsewhere, linked)
  rmSync(gone)
  await reopened(out, 'structure', stdlib)
  const ended = await begin(out, stdlib)
  expect(flat(ended.stderr)).toContain('left to you: src/schema_guard/steps.py.')
  expect(lstatSync(linked).isSymbolicLink()).toBe(true)
  expect(existsSync(elsewhere)).toBe(true)
})

test('another package name moves every file, a person’s edits with it, and leaves nothing of the old one behind [C-04]', async () => {
  const out = await made('renamed', stdlib.replace('package_name: schema_guard', 'package_name: logsieve'))
  const [old, now] = ['src/logsieve/exceptions.py', 'src/guarded/exceptions.py']
  const mine = `${readFileSync(join(out, old), 'utf8')}\n\nALIAS = LogsieveError\n"""Mine, of /var/log/logsieve."""\n`
  writeFileSync(join(out, old), mine)
  const renamed = stdlib.replace('package_name: schema_guard', 'package_name: guarded')
  mkdirSync(join(out, 'src/mine'))
  mkdirSync(join(out, 'src/logsieve/__pycache__'))
  writeFileSync(join(out, 'src/logsieve/__pycache__/exceptions.cpython-311.pyc'), 'compiled')
  await reopened(out, 'intake', renamed)
  const stopped = must(await begin(out, renamed), 3)
  expect(stopped.stderr).toContain(`approvals.collisions.${now}`)
  // What lies there is shown as it lies there, and what keeping it would change.
  expect(stopped.stdout).toContain('-ALIAS = LogsieveError')
  expect(stopped.stdout).toContain('+ALIAS = GuardedError')
  const kept = must(await begin(out, renamed.replace('  plan:', `  collisions: {${now}: keep}\n  plan:`)), 0)
  expect(readFileSync(join(out, now), 'utf8')).toContain('ALIAS = GuardedError\n"""Mine, of /var/log/logsieve."""\n')
  const aside = /exceptions\.py as it was lies in (\S+?)\. /.exec(`${flat(kept.stderr)} `)?.[1] ?? ''
  expect(readFileSync(aside, 'utf8')).toBe(mine)
  expect([...project(out).keys()].filter(path => path.includes('logsieve'))).toEqual([])
  // Nor does its folder stay, which nothing is in; one of the person's own does, empty or not.
  expect(readdirSync(join(out, 'src')).toSorted()).toEqual(['guarded', 'mine'])
  expect(differing(project(out), project(await made('named', renamed)))).toEqual([now])
})

test('a design that was opened again goes on where a killed process left it [C-04] [Q-02]', async () => {
  const out = await made('resumed', stdlib)
  await reopened(out, 'architecture', structlog)
  const before = historyOf(out).length
  // In the midst of making and judging the files anew.
  const ended = await endedAt(place, ['--in', out, 'plan', 'approve'], { seq: before + 8, moment: 'flushed' })
  expect(ended.signal).toBe('SIGKILL')
  expect((await place.tsq(['--in', out, 'verify'])).stdout).toContain('none changed since')
  must(await begin(out, structlog), 0)
  expect(project(out)).toEqual(project(await made('straight', structlog)))
})
