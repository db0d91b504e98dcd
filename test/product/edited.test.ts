import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('home')
const readme = join(out, 'README.md')
const source = join(out, 'src/schema_guard/validator.py')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const report = () => readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 0)
})

test('a file that is as it was accepted is said to be that, whatever is asked of it [C-67]', async () => {
  const compared = must(await tsq('task', 'show', 'README.md', '--diff'), 0)
  expect(compared.stdout).toContain('nothing to compare: the file is as it was accepted')
  for (const asked of [
    ['fix', 'src/schema_guard/validator.py'],
    ['submit', 'README.md'],
  ])
    expect(must(await tsq('task', ...asked), 2).stderr).toContain('TSQ-TASK-AS-ACCEPTED')
})

test('a person edits a file of a finished run, gives it in, and has it checked and accepted; the report follows [C-67] [C-80]', async () => {
  appendFileSync(readme, '\nA line of mine.\n')
  expect((await tsq('status')).stdout).toContain('trysquare task submit README.md')
  const refused = must(await tsq('task', 'accept', 'README.md'), 2)
  expect(flat(refused.stderr)).toContain('Possible now: task submit')
  expect((await tsq('task', 'show', 'README.md', '--diff')).stdout).toContain('+A line of mine.')

  const ended = must(await tsq('task', 'submit', 'README.md'), 0)
  expect(flat(ended.stderr)).toContain('what was made now is yours to commit')
  expect((await tsq('verify')).stdout).toContain('none changed since')
  expect(report()).toMatch(/T-\d+ \| `README.md` \| accepted \| 2 \|/)
  expect(readFileSync(readme, 'utf8')).toContain('A line of mine.')
  const log = must(await tsq('report', '--format', 'json'), 0).stdout
  expect(log).not.toContain('README.md was changed since')
})

test('an edit that does not pass is not accepted, and is kept when the planned file takes its place again [C-67] [C-04]', async () => {
  const accepted = readFileSync(source, 'utf8')
  writeFileSync(source, accepted.replace('"""', '"""An edit. ').replaceAll(': ', ':   '))
  const judged = must(await tsq('task', 'submit', 'src/schema_guard/validator.py'), 3)
  expect(judged.stdout).toContain('NEEDS REVISION')
  expect((await tsq('status')).stdout).toContain('At     tasks')
  const again = must(await tsq('task', 'regenerate', 'src/schema_guard/validator.py'), 0)
  expect(readFileSync(source, 'utf8')).toBe(accepted)
  const aside = /validator\.py as it was lies in (\S+?)\. /.exec(`${flat(again.stderr)} `)?.[1] ?? ''
  expect(readFileSync(aside, 'utf8')).toContain('An edit.')
})

test('a delivery that was damaged where it is kept is told as that, and taken when it is given in again [C-67] [Q-02]', async () => {
  const path = 'src/schema_guard/validator.py'
  const broken = readFileSync(source, 'utf8').replaceAll(': ', ':   ')
  const given = place.write('broken.py', broken)
  must(await tsq('task', 'submit', path, '--file', given), 3)
  const objects = join(out, '.trysquare/workspace/objects')
  for (const name of readdirSync(objects)) writeFileSync(join(objects, name), Buffer.from([0xff, 0xfe]))
  const lost = must(await tsq('task', 'accept', path, '--acknowledge', 'style', '--why', 'x'), 2)
  expect(flat(lost.stderr)).toMatch(/TSQ-DELIVERY-LOST .*something changed it since/)
  expect(must(await tsq('task', 'submit', path, '--file', given), 3).stdout).toContain('NEEDS REVISION')
  must(await tsq('task', 'regenerate', path), 0)
})

test.each([
  ['defer', 'src/schema_guard/validator.py'],
  ['abort', 'src/schema_guard/exceptions.py'],
])(
  'an edit of an accepted file that is left open by %s leaves the file there, and the run goes on [C-67] [C-04]',
  async (how, path) => {
    const before = readFileSync(join(out, path), 'utf8')
    writeFileSync(join(out, path), `${before}\n\ndef broken(x) -> int: return x\n`)
    must(await tsq('task', 'submit', path), 3)
    const ended = must(await tsq('task', how, path, '--why', 'later'), 1)
    expect(ended.stderr).not.toContain('made again')
    expect((await tsq('status')).stdout).toContain('At     finished')
    writeFileSync(join(out, path), before)
    if (how === 'defer') must(await tsq('task', 'submit', path), 0)
    else expect((await tsq('gate', 'run', '--embedded')).stdout).not.toContain(path)
    expect((await tsq('verify')).stdout).toContain('none changed since')
  },
)

test('the report on disk follows a gate on a changed tree, and the tree as it was; a report of somebody’s is left to them [C-80]', async () => {
  const accepted = readFileSync(source, 'utf8')
  const before = report()
  writeFileSync(source, accepted.replace('"""', '"""Mine. '))
  await tsq('gate', 'run', '--embedded')
  expect(report()).toContain('changed since it was accepted')
  expect((await tsq('verify')).stdout).not.toContain('Report')
  writeFileSync(source, accepted)
  await tsq('gate', 'run', '--embedded')
  expect(report()).toBe(before)

  appendFileSync(join(out, 'GENERATION_REPORT.md'), 'my note\n')
  await tsq('gate', 'run', '--embedded')
  expect(report()).toContain('my note')
})
