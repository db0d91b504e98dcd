import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { design, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const sample = sampleText('schema-guard')
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const recorded = (more: string, text = sample) => text.replace('  plan: approve', `${more}  plan: approve`)
const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
const put = (out: string, path: string, text: string) => {
  mkdirSync(dirname(join(out, path)), { recursive: true })
  writeFileSync(join(out, path), text)
}
const inHead = async (out: string) =>
  must(await place.run('git', ['ls-tree', '-r', '--name-only', 'HEAD'], out), 0).stdout.split('\n')
const asideOf = (stderr: string, path: string): string =>
  new RegExp(`${path.replaceAll('.', '\\.')}[^.]* lies in (\\S+?)\\. `).exec(`${flat(stderr)} `)?.[1] ?? 'nowhere'
// Put together here, so that no key lies in this repository either.
const key = `aws_key = "${['AKIA', 'QYLPMN5HFIQR7XYA'].join('')}"\n`

describe('what is committed is what was made and accepted, and nothing else [C-08]', () => {
  test('files of somebody else below folders of the plan are asked about and stay out of it', async () => {
    const out = place.path('nested')
    put(out, 'tests/customers.csv', 'name\n')
    expect(flat(must(await begin(out, sample), 3).stderr)).toContain('1 other thing that would stay beside it')
    must(await begin(out, recorded('  collisions: {}\n')), 0)
    expect(await inHead(out)).not.toContain('tests/customers.csv')
  })

  test('what somebody had staged stays staged, and what comes in meanwhile stays out', async () => {
    const out = place.path('staged')
    put(out, 'passwords.txt', 'secret\n')
    must(await place.run('git', ['init', '-q'], out), 0)
    must(await place.run('git', ['add', '-A'], out), 0)
    const reviewing = recorded('  collisions: {}\n').replace(/^ {2}tasks: .*\n/m, '')
    must(await begin(out, reviewing), 3)
    put(out, 'meanwhile.txt', 'mine\n')
    must(await begin(out, recorded('  collisions: {}\n')), 0)
    expect((await inHead(out)).filter(each => /passwords|meanwhile/.test(each))).toEqual([])
    expect(must(await place.run('git', ['status', '--porcelain'], out), 0).stdout).toContain('A  passwords.txt')
  })

  test('nothing is committed while a secret is open in it', async () => {
    const out = place.path('secret')
    put(out, 'CONTRIBUTING.md', `# Mine\n\n    ${key}`)
    const text = recorded('  collisions: {CONTRIBUTING.md: keep}\n  task_decisions: {CONTRIBUTING.md: defer}\n')
    const ended = await begin(out, text)
    expect(ended.stdout).toContain('not ready')
    expect(flat(ended.stderr)).toContain('Nothing is committed while a security finding is open')
    expect((await place.run('git', ['rev-parse', '--verify', 'HEAD'], out)).exit).not.toBe(0)
  })
})

test('a kept file that leaves the plan is left to its owner; the plan says so before it is approved [C-04] [C-08]', async () => {
  const out = place.path('left')
  put(out, 'examples/validator.py', '"""Mine."""\n\nprint("mine")\n')
  const kept = recorded(
    '  collisions: {examples/validator.py: keep}\n  task_decisions: {examples/validator.py: accept}\n',
  )
  const made = await begin(out, kept)
  if (made.exit !== 0)
    must(
      await place.tsq([
        '--in',
        out,
        'task',
        'accept',
        'examples/validator.py',
        '--acknowledge',
        'style,contract,imports',
        '--why',
        'mine',
      ]),
      0,
    )
  must(await place.tsq(['--in', out, 'revise', 'features']), 0)
  const without = sample.replace('demo: minimal', 'demo: none')
  must(await begin(out, without.replace(/^ {2}plan: approve\n/m, '')), 3)
  expect(must(await place.tsq(['--in', out, 'plan', 'show']), 0).stdout).toContain('? examples/validator.py')
  expect(flat((await begin(out, without)).stderr)).toContain('left to you: examples/validator.py')
  expect(readFileSync(join(out, 'examples/validator.py'), 'utf8')).toContain('print("mine")')
})

test('a recorded decision speaks of one text: a later edit is shown and asked about, and every replaced text is kept [C-04] [C-08]', async () => {
  const out = place.path('once')
  put(out, 'README.md', 'first\n')
  const text = recorded('  collisions: {README.md: replace}\n')
  const first = must(await begin(out, text), 0)
  const aside = asideOf(first.stderr, 'README.md as it was')
  put(out, 'README.md', 'second\n')
  must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
  const structlog = text.replace('logging: stdlib', 'logging: structlog')
  const stopped = must(await begin(out, structlog), 3)
  expect(stopped.stdout).toContain('-second')
  must(await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'replace']), 3)
  const second = must(await begin(out, structlog), 0)
  const other = asideOf(second.stderr, 'README.md as it was')
  expect([readFileSync(aside, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['first\n', 'second\n'])
})

test('a report and saved answers that a person wrote or changed are kept elsewhere before they are written [C-08]', async () => {
  const out = place.path('report')
  put(out, 'GENERATION_REPORT.md', 'MINE\n')
  const made = must(await begin(out, recorded('  collisions: {}\n')), 0)
  expect(readFileSync(asideOf(made.stderr, 'GENERATION_REPORT.md was not'), 'utf8')).toBe('MINE\n')
  const answers = join(out, '.trysquare/answers.yaml')
  writeFileSync(answers, `# mine\n${readFileSync(answers, 'utf8')}`)
  must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
  const again = must(
    await begin(out, recorded('  collisions: {}\n').replace('logging: stdlib', 'logging: structlog')),
    0,
  )
  expect(readFileSync(asideOf(again.stderr, '.trysquare/answers.yaml was not'), 'utf8')).toContain('# mine')
})

test('a policy speaks of the design that it was given for [C-67] [C-04]', async () => {
  const out = place.path('policy')
  must(await begin(out, sample), 0)
  must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
  const silent = sample.replace('logging: stdlib', 'logging: structlog').replace(/^ {2}tasks: .*\n/m, '')
  must(await begin(out, silent), 3)
  const ended = must(await place.tsq(['--in', out, 'task', 'accept', 'pyproject.toml']), 3)
  expect(ended.stderr).toContain('approvals.tasks is needed')
})

test('while a design is open again, what was accepted is still told, and nothing is called ready [C-80] [C-04]', async () => {
  const out = place.path('open')
  must(await begin(out, sample), 0)
  must(await place.tsq(['--in', out, 'revise', 'intake']), 0)
  const told = JSON.parse(must(await place.tsq(['--in', out, 'report', '--format', 'json']), 0).stdout) as {
    verdict: string
    reasons: string[]
    denominators: { label: string; value: string }[]
  }
  expect(told.verdict).toBe('not ready')
  expect(told.reasons[0]).toContain('open again')
  expect(told.denominators).toContainEqual({ label: 'Files accepted', value: '25 of 26' })
  expect((await place.tsq(['--in', out, 'verify'])).stdout).toContain('25 compared')
})

test('changes of a plan whose files the new design no longer has stand in nobody’s way [C-04] [C-64]', async () => {
  const out = place.path('lapsed')
  const text = sample.replace(
    '  plan: approve',
    '  plan: {decision: approve, remove: {examples/validator.py: elsewhere}, order: [LICENSE, CONTRIBUTING.md], why: legal}',
  )
  must(await begin(out, text), 0)
  must(await place.tsq(['--in', out, 'revise', 'intake']), 0)
  const renamed = text
    .replace('package_name: schema_guard', 'package_name: guarded')
    .replace('demo: minimal', 'demo: none')
  must(await begin(out, renamed), 0)
  expect(existsSync(join(out, 'src/guarded/__init__.py'))).toBe(true)
})

test('a kept file that vanished is made after all when that is what is decided [C-08]', async () => {
  const out = place.path('vanished')
  put(out, 'CHANGELOG.md', 'mine\n')
  const reviewing = recorded('  collisions: {CHANGELOG.md: keep}\n').replace(/^ {2}tasks: .*\n/m, '')
  must(await begin(out, reviewing), 3)
  rmSync(join(out, 'CHANGELOG.md'))
  must(await place.tsq(['--in', out, 'task', 'regenerate', 'CHANGELOG.md']), 3)
  must(await place.tsq(['--in', out, 'decide', 'collisions.CHANGELOG.md', 'replace']), 3)
  must(await begin(out, recorded('  collisions: {CHANGELOG.md: keep}\n')), 0)
  expect(readFileSync(join(out, 'CHANGELOG.md'), 'utf8')).toContain('Keep a Changelog')
})

test('a merge that was begun for an older design is not taken for the new one [C-08]', async () => {
  const out = place.path('merge')
  put(out, 'README.md', 'mine\n')
  must(await begin(out, sample), 3)
  must(await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'merge']), 3)
  const first = flat(must(await begin(out, sample), 3).stderr)
  must(await place.tsq(['--in', out, 'revise', 'architecture']), 0)
  const other = sample.replace('logging: stdlib', 'logging: structlog')
  must(await begin(out, other), 3)
  must(await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'merge']), 3)
  const second = flat(must(await begin(out, other), 3).stderr)
  const fileIn = (text: string) => /(\S+\/workspace\/merge\/\S+?)[:.] /.exec(text)?.[1] ?? ''
  expect(fileIn(second)).not.toBe(fileIn(first))
  expect(readFileSync(fileIn(second), 'utf8')).toContain('structured events')
})

test('what is built of it is the same for a design with nothing of somebody else [C-08] [Q-22]', async () => {
  const out = place.path('plain')
  must(
    await begin(
      out,
      design('schema-guard', () => undefined),
    ),
    0,
  )
  expect(must(await place.run('git', ['status', '--porcelain'], out), 0).stdout).toBe('')
})
