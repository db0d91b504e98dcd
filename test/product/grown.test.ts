import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, journalOf, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('home')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const [tax, test_tax] = ['src/schema_guard/tax.py', 'tests/test_tax.py']
const sources = (): ReadonlyMap<string, string> =>
  new Map(filesBelow(join(out, 'src')).map(name => [name, readFileSync(join(out, 'src', name), 'utf8')] as const))

const taxText = `"""What is added to a price."""


def with_tax(price: int) -> int:
    """Return the price with a fifth more."""
    return price + price // 5
`
const testText = `"""What is added to a price."""

from schema_guard.tax import with_tax


def test_a_fifth_is_added() -> None:
    """A fifth of the price is added."""
    assert with_tax(10) == 12
`

describe('a finished project', () => {
  beforeAll(async () => {
    const answers = place.write('answers.yaml', sampleText('schema-guard'))
    must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 0)
  })

  test('takes a module of the person’s in with its test, by one command that opens the plan and says why [C-64] [C-67] [C-04]', async () => {
    const before = sources()
    expect(must(await tsq('task', 'submit', tax), 2).stderr).toContain(`trysquare plan add ${tax}`)
    const shown = must(await tsq('plan', 'add', tax, '--purpose', 'What is added to a price.'), 0)
    for (const path of [tax, test_tax]) expect(flat(shown.stdout)).toContain(`+ ${path} you added it`)
    expect(sources()).toEqual(before)
    // While the plan is open, the report is about what was made, each file under its own name.
    const report = JSON.parse(must(await tsq('report', '--format', 'json'), 0).stdout) as {
      tasks: readonly { path: string; status: string }[]
    }
    expect(report.tasks.map(each => each.path)).not.toContain(tax)
    expect(report.tasks.filter(each => each.status !== 'accepted').map(each => each.path)).toEqual(['uv.lock'])
    const journal = readFileSync(journalOf(out), 'utf8')
    expect(journal).toMatch(/"type":"plan-reopened"/)
    expect(journal).toContain(`${tax}: What is added to a price.`)
    expect(flat(must(await tsq('next'), 3).stderr)).toContain('approvals.plan is needed')
  })

  test('the rest stays as it was accepted, the new files wait for who can write them, and the run ends as any other [C-64] [C-61]', async () => {
    const before = sources()
    const stopped = must(await tsq('plan', 'approve'), 3)
    expect(flat(stopped.stderr)).toContain(`task_decisions.${tax} is needed`)
    expect(sources()).toEqual(before)
    must(await tsq('task', 'submit', tax, '--file', place.write('tax.py', taxText)), 3)
    must(await tsq('task', 'submit', test_tax, '--file', place.write('test_tax.py', testText)), 0)
    expect(readFileSync(join(out, tax), 'utf8')).toBe(taxText)
    expect(readFileSync(join(out, test_tax), 'utf8')).toBe(testText)
    expect([...sources()].filter(([name]) => before.has(name))).toEqual([...before])
    expect((await tsq('verify')).stdout).toContain('none changed since')
    const log = must(await tsq('report', '--format', 'json'), 0).stdout
    expect(log).toContain('reopened the plan')
  })

  test('what lies there already is asked about and kept, and a file that fits nowhere is refused before anything is opened [C-08] [C-64]', async () => {
    const mine = 'src/schema_guard/mine.py'
    writeFileSync(join(out, mine), taxText)
    const refused = must(await tsq('plan', 'add', 'readme.md', '--purpose', 'x'), 2)
    expect(flat(refused.stderr)).toContain('has README.md already')
    expect((await tsq('status')).stdout).toContain('At     finished')
    const shown = must(await tsq('plan', 'add', mine, '--purpose', 'Mine.', '--no-test'), 0)
    expect(shown.stdout).toContain(`trysquare decide collisions.${mine} keep`)
    must(await tsq('decide', `collisions.${mine}`, 'keep'), 3)
    must(await tsq('plan', 'approve'), 0)
    expect(readFileSync(join(out, mine), 'utf8')).toBe(taxText)
    expect(existsSync(join(out, 'tests/test_mine.py'))).toBe(false)
  })
})
