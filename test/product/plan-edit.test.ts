import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, sampleText, scratch, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

const sample = sampleText('schema-guard')
const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
interface Shown {
  readonly tasks: readonly { readonly id: string; readonly path: string; readonly maker: string }[]
}
const planned = async (out: string) =>
  (JSON.parse(must(await place.tsq(['--in', out, 'plan', 'show', '--json']), 0).stdout) as Shown).tasks

describe('a plan that waits for its approval', () => {
  const out = place.path('edited')
  const edit = (...args: readonly string[]) => place.tsq(['--in', out, 'plan', ...args])
  beforeAll(async () => {
    must(await begin(out, sample.replace(/^ {2}plan: approve\n/m, '')), 3)
  })

  test('is reduced, extended and reordered, each for a reason, before any file is written [C-64]', async () => {
    must(await edit('remove', 'CHANGELOG.md', '--why', 'releases are described elsewhere'), 0)
    must(await edit('add', 'docs/runbook.md', '--purpose', 'What to do at night.', '--after', 'README.md'), 0)
    must(await edit('reorder', 'LICENSE', '--before', 'pyproject.toml', '--why', 'legal looks at it first'), 0)
    const tasks = await planned(out)
    expect(tasks[0]).toMatchObject({ id: 'T-001', path: 'LICENSE' })
    expect(tasks.map(each => each.path)).not.toContain('CHANGELOG.md')
    expect(tasks.find(each => each.path === 'docs/runbook.md')).toMatchObject({ maker: 'mind' })
    expect(existsSync(out)).toBe(false)
  })

  test.each([
    [['remove', 'pyproject.toml', '--why', 'x'], 'uv.lock cannot do without it'],
    [['remove', 'src/schema_guard/validator.py', '--why', 'x'], 'a part of the design'],
    [
      ['reorder', 'tests/test_validator.py', '--before', 'src/schema_guard/validator.py', '--why', 'x'],
      'which it needs',
    ],
    [['add', 'readme.md', '--purpose', 'x'], 'has README.md already'],
    [['remove', 'LICENSE', '--why', ' '], 'Nothing says why'],
    [['remove', 'README.md', '--why', 'x'], 'to come after README.md'],
  ])('%j is refused, and changes nothing [C-64] [C-63]', async (args, reason) => {
    const before = await planned(out)
    const ended = must(await edit(...args), 2)
    expect(ended.stderr).toContain('TSQ-PLAN-EDIT')
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain(reason)
    expect(await planned(out)).toEqual(before)
  })

  test('is edited as a file [C-64]', async () => {
    const text = must(await edit('edit', '--print'), 0).stdout
    const less = text
      .replace('why: ""', 'why: the wiki has it')
      .replace(/ {2}(?:# .*\n {2})?- path: CONTRIBUTING\.md\n.*\n/, '')
    must(await edit('edit', '--file', place.write('plan.yaml', less)), 0)
    expect((await planned(out)).map(each => each.path)).not.toContain('CONTRIBUTING.md')
    const silent = text.replace(/ {2}(?:# .*\n {2})?- path: LICENSE\n.*\n/, '')
    const ended = must(await edit('edit', '--file', place.write('plan.yaml', silent)), 2)
    expect(ended.stderr).toContain('Nothing says why')
  })

  test('what is made speaks of nothing that was left out, and the saved answers make it again [C-64] [N-01] [C-70]', async () => {
    const answers = sample.replace(
      'tasks: accept-passing',
      'tasks: accept-passing\n  task_decisions: {docs/runbook.md: defer}',
    )
    must(await begin(out, answers), 0)
    const files = await tracked(place, out)
    expect([...files.keys()]).not.toContain('CHANGELOG.md')
    for (const [name, bytes] of files) {
      const text = Buffer.from(bytes, 'base64').toString()
      expect(`${name}: ${/CHANGELOG|CONTRIBUTING/.exec(text)?.[0] ?? 'nothing'}`).toBe(`${name}: nothing`)
    }
    const again = place.path('again')
    const saved = readFileSync(join(out, '.trysquare/answers.yaml'), 'utf8')
    expect(saved).toContain('releases are described elsewhere')
    must(await begin(again, saved), 0)
    expect(await tracked(place, again)).toEqual(files)
  })

  test('once it is approved, it is changed by opening it again, and that is said [C-64]', async () => {
    const refused = must(await edit('remove', 'LICENSE', '--why', 'x'), 2).stderr
    expect(refused).toContain('TSQ-RUN-ORDER')
    expect(refused).toContain('revise plan')
    must(await place.tsq(['--in', out, 'revise', 'plan', '--why', 'the licence is elsewhere']), 0)
    must(await edit('remove', '.github/dependabot.yml', '--why', 'x'), 0)
    must(await edit('approve'), 0)
    expect(existsSync(join(out, '.github/dependabot.yml'))).toBe(false)
  })
})
