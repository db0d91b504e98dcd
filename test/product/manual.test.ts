import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { design, type Ended, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

const repository = place.path('parcels')
const source = 'src/schema_guard/pricing.py'
const sourceTest = 'tests/test_pricing.py'
const left = 'src/schema_guard/labels.py'
const leftTest = 'tests/test_labels.py'
// Put together here, so that no key lies in this repository either.
const accessKey = ['AKIA', 'QYLPMN5HFIQR7XYA'].join('')

const answers = place.write(
  'answers.yaml',
  design('schema-guard', all => {
    all.components.push(
      {
        name: 'pricing',
        kind: 'custom',
        does: 'Works out what a parcel costs.',
        interface: 'def price(weight_grams: int) -> int: ...\n',
      },
      { name: 'labels', kind: 'custom', does: 'Draws the label.', interface: 'def label(name: str) -> str: ...\n' },
    )
  }),
)

const good = `"""What a parcel costs."""

from schema_guard.exceptions import SchemaGuardError


class PricingError(SchemaGuardError):
    """A parcel that has no price."""


def price(weight_grams: int) -> int:
    """Return the price of a parcel in cents.

    Raises:
        PricingError: The weight is not positive.
    """
    if weight_grams <= 0:
        message = "a parcel weighs something"
        raise PricingError(message)
    return 300 + weight_grams // 10
`
const wrong = `"""What a parcel costs."""

_IDENTITY = "${accessKey}"


def cost(weight_grams: int) -> str:
    """Return the price in cents."""
    return weight_grams
`
const goodTest = `import pytest

from schema_guard.pricing import PricingError, price


def test_a_heavier_parcel_costs_more() -> None:
    assert (price(1), price(1000)) == (300, 400)


def test_a_parcel_without_weight_has_no_price() -> None:
    with pytest.raises(PricingError, match="weighs"):
        price(0)
`

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const tsq = (...args: readonly string[]) => place.tsq(['--in', repository, ...args])
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
const at = async (path: string) => {
  const all = JSON.parse((await tsq('--json', 'task', 'list')).stdout) as { path: string; at: string }[]
  return all.find(each => each.path === path)?.at
}
interface Shown {
  readonly validation: {
    readonly rows: readonly { readonly check: string; readonly outcome: string; readonly reason: string }[]
    readonly findings: readonly { readonly id: string; readonly check: string; readonly message: string }[]
  }
}
const shown = async (path: string) => JSON.parse((await tsq('--json', 'task', 'show', path)).stdout) as Shown
const rowsOf = async (path: string) =>
  Object.fromEntries((await shown(path)).validation.rows.map(each => [each.check, each.outcome]))
const unverified = async () =>
  (JSON.parse((await tsq('report', '--format', 'json')).stdout) as { readonly unverified: readonly string[] })
    .unverified
const refused = (ended: Ended, code: string) => {
  expect(ended.stderr).toContain(code)
  expect(ended.exit).toBe(2)
}

// One story, told in order: each test goes on where the one before left the run.
describe('a component that needs a mind', () => {
  test('the built-in doer refuses it by name, and everything else is made around it [C-61]', async () => {
    const ended = await place.tsq(['new', '--out', repository, '--answers', answers])
    expect(told(ended, 3)).toBe('exit 3')
    expect(flat(ended.stderr)).toContain(`approvals.task_decisions.${left} is needed`)
    expect(existsSync(join(repository, source))).toBe(false)
    expect([await at(source), await at(sourceTest), await at('src/schema_guard/validator.py')]).toEqual([
      'waiting',
      'planned',
      'done',
    ])
    const again = await tsq('task', 'run', source)
    expect(again.exit).toBe(3)
    expect(await at(source)).toBe('waiting')
    expect(existsSync(join(repository, source))).toBe(false)
  })

  test('the partial report is honest, and holds the sub-prompt of what is open [C-61] [C-81]', async () => {
    const page = readFileSync(join(repository, 'GENERATION_REPORT.md'), 'utf8')
    expect(page).toContain('not ready')
    expect(page).toContain(source)
    expect(page).toContain('ATOMIC TASK')
    expect(page).toContain('def price(weight_grams: int) -> int')
    expect((await tsq('verify')).exit).toBe(1)
  })

  test('its sub-prompt stands alone: every heading in order, nothing unfilled [C-65]', async () => {
    const { stdout } = await tsq('task', 'prompt', source)
    const headings = stdout.match(/^#+ .*$/gm)?.map(each => each.replace(/^#+ /, '').replace(/ T-\d+$/, ''))
    expect(headings).toEqual([
      'ATOMIC TASK',
      'OBJECTIVE',
      'TARGET FILE',
      'LANGUAGE AND VERSION',
      'CONTEXT',
      'HARD CONSTRAINTS',
      'PUBLIC API REQUIREMENTS',
      'IMPLEMENTATION REQUIREMENTS',
      'TESTING EXPECTATIONS',
      'VALIDATION CRITERIA',
      'INTEGRATION POINTS',
      'OUTPUT REQUIREMENTS',
      'EXAMPLE USAGE',
      'END',
    ])
    expect(stdout).not.toMatch(/undefined|\[object|\{\{|TODO|my_package|tsq:/)
  })

  test('nothing can be given in that is not there [C-67]', async () => {
    const ended = await tsq('task', 'submit', source)
    refused(ended, 'TSQ-DOER-DELIVERY')
    expect(flat(ended.stderr)).toMatch(
      /nothing was taken for T-\d+ Why There is no file at .*pricing\.py\. Do `trysquare task prompt/,
    )
    expect(flat(ended.stderr)).toMatch(/then `trysquare task submit T-\d+`, or with `--file FILE`/)
    expect(await at(source)).toBe('waiting')
  })

  test('a faulty file is measured, and cannot be accepted [C-67] [C-68]', async () => {
    put(source, wrong)
    const ended = await tsq('task', 'submit', source)
    expect(told(ended, 3)).toBe('exit 3')
    expect(ended.stdout).toContain('Overall: NEEDS REVISION')
    expect(flat(ended.stderr)).toMatch(
      /Do Mend the file and submit it again: `trysquare task submit T-\d+`\. Or `trysquare/,
    )
    expect(await rowsOf(source)).toMatchObject({
      syntax: 'PASS',
      contract: 'FAIL',
      types: 'FAIL',
      security: 'FAIL',
      style: 'PASS',
    })
    expect(ended.stdout + ended.stderr).not.toContain(accessKey)
    refused(await tsq('task', 'accept', source), 'TSQ-SEC-OPEN')
    refused(await tsq('task', 'accept', source, '--acknowledge', 'contract,types,security'), 'TSQ-SEC-OPEN')
    expect(await at(source)).toBe('review')
  })

  test('a change that is asked for stands first in the next sub-prompt, with what failed [C-66] [C-67]', async () => {
    expect((await tsq('task', 'modify', source, '--ask', 'Call the function price.')).exit).toBe(3)
    const { stdout } = await tsq('task', 'prompt', source)
    const before = stdout.slice(0, stdout.indexOf('## OBJECTIVE'))
    expect(before).toContain('Call the function price.')
    expect(before).toContain('`price` is missing')
    expect(stdout).not.toContain(accessKey)
  })

  test('a failing check is accepted only when it is named [C-69]', async () => {
    put(
      source,
      good
        .replace('-> int:\n    """Return the price of', '-> int:\n    """Return  the price of')
        .replace('// 10', '//10'),
    )
    expect((await tsq('task', 'submit', source)).exit).toBe(3)
    expect(await rowsOf(source)).toMatchObject({ contract: 'PASS', style: 'FAIL', types: 'PASS', security: 'PASS' })
    refused(await tsq('task', 'accept', source), 'TSQ-TASK-NOT-PASSING')
    refused(await tsq('task', 'accept', source, '--acknowledge', 'types'), 'TSQ-TASK-NOT-PASSING')
    expect((await tsq('task', 'regenerate', source)).exit).toBe(3)
    expect(await at(source)).toBe('waiting')
  })

  test('a finding that is judged false is dismissed by its id, with a reason [C-68]', async () => {
    put(source, good.replace('\n\nclass', `\n_SAMPLE = "${accessKey}"\n\n\nclass`))
    expect((await tsq('task', 'submit', source)).exit).toBe(3)
    const finding = (await shown(source)).validation.findings.find(each => each.check === 'security')
    expect(finding).toBeDefined()
    expect((await tsq('task', 'dismiss', source, finding?.id ?? '')).exit).toBe(2)
    refused(await tsq('task', 'dismiss', source, finding?.id ?? '', '--why', ' '), 'TSQ-TASK-REASON')
    refused(await tsq('task', 'dismiss', source, 'F-0000000000', '--why', 'x'), 'TSQ-UNKNOWN-NAME')
    expect((await tsq('task', 'dismiss', source, finding?.id ?? '', '--why', 'a sample of the manual')).exit).toBe(3)
    const page = (await tsq('report', '--format', 'markdown')).stdout
    expect(page).toContain('a sample of the manual')
    expect(page).not.toContain(accessKey)
  })

  test('the right file passes, is accepted and put in place, and then its tests are asked for [C-67]', async () => {
    expect((await tsq('task', 'regenerate', source)).exit).toBe(3)
    put(source, good)
    const ended = await tsq('task', 'submit', source)
    expect(ended.exit).toBe(3)
    // What is needed next is about another file: this one is said to be settled first.
    expect(ended.stdout).toMatch(/✓ T-\d+ \S+: \d checks passed, accepted/)
    expect(Object.values(await rowsOf(source))).not.toContain('FAIL')
    // The answers file holds the policy to accept what passes; it stays in force.
    expect([await at(source), await at(sourceTest)]).toEqual(['done', 'waiting'])
    // That its tests are still to come is said where it was reviewed, and in the report.
    expect((await shown(source)).validation.rows.find(each => each.check === 'tests')).toMatchObject({
      outcome: 'SKIPPED',
      reason: `not run: ${sourceTest} is planned and not delivered`,
    })
    expect(flat(ended.stdout)).toContain(`checks passed, accepted without its tests (${sourceTest})`)
    expect(await unverified()).toContain(`${source}: accepted without its tests (${sourceTest})`)
    expect(readFileSync(join(repository, source), 'utf8')).toBe(good)
  })

  test('a file is taken from another place; leaving one out needs a reason; then the run finishes [C-67] [C-80]', async () => {
    const elsewhere = place.write('test_pricing.py', goodTest)
    expect((await tsq('task', 'submit', sourceTest, '--file', elsewhere)).exit).toBe(3)
    refused(await tsq('task', 'accept', sourceTest), 'TSQ-RUN-ORDER')
    refused(await tsq('task', 'defer', left, '--why', ''), 'TSQ-TASK-REASON')
    expect((await tsq('task', 'defer', left, '--why', 'the printer is not chosen yet')).exit).toBe(3)
    expect((await tsq('task', 'defer', leftTest, '--why', 'nothing to test yet')).exit).toBe(3)
    // Each component shows itself at work, because a demonstration was asked for.
    expect((await tsq('task', 'defer', 'examples/pricing.py', '--why', 'the README shows it')).exit).toBe(3)
    const done = await tsq('task', 'defer', 'examples/labels.py', '--why', 'nothing to show yet')
    expect(told(done, 0)).toBe('exit 0')
    expect(done.stdout).toContain('ready with open items')
    expect(readFileSync(join(repository, sourceTest), 'utf8')).toBe(goodTest)
    expect((await unverified()).join('\n')).not.toContain('accepted without its tests')
    expect(existsSync(join(repository, left))).toBe(false)
    const page = readFileSync(join(repository, 'GENERATION_REPORT.md'), 'utf8')
    expect(page).toContain('the printer is not chosen yet')
    expect((await place.run('git', ['rev-list', '--count', 'HEAD'], repository)).stdout.trim()).toBe('1')
    expect((await place.run('git', ['status', '--porcelain'], repository)).stdout).toBe('')
    expect((await tsq('verify')).exit).toBe(0)
  })
})
