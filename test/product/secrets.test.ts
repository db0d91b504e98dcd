import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { design, must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)
const repository = place.path('billing')
const source = 'src/schema_guard/billing.py'
const tsq = (...args: readonly string[]) => place.tsq(['--in', repository, ...args])

// Made anew for each run of the tests, so that no key lies in this repository either.
const characters = (alphabet: string, length: number): string =>
  fc.sample(fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: length, maxLength: length }), 1)[0] ??
  ''
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const keys = {
  aws: `AKIA${characters(upper, 16)}`,
  github: `ghp_${characters(mixed, 36)}`,
  password: `${characters(mixed, 18)}!7`,
  'commented out': `AKIA${characters(upper, 16)}`,
}

const clean = `"""Works out what an order costs."""

__all__ = ["total"]


def total(lines: list[int]) -> int:
    """Return the sum of the lines."""
    return sum(lines)
`
const leaking = clean
  .replace(
    '__all__ = ["total"]\n',
    `from typing import Final

__all__ = ["total"]

AWS_ACCESS_KEY_ID: Final = "${keys.aws}"
GITHUB_TOKEN: Final = "${keys.github}"
DB_PASSWORD: Final = "${keys.password}"
# OLD_KEY = "${keys['commented out']}"
`,
  )
  .replace(
    '    return sum(lines)',
    // mypy says that the two can never be equal, and quotes both.
    '    return 0 if DB_PASSWORD == "none" else sum(lines)',
  )

/** Which of the keys lie in any file below the folders, packed or not. */
const found = (...folders: readonly string[]): readonly string[] =>
  folders
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(each => each.isFile())
    .flatMap(each => {
      const path = join(each.parentPath, each.name)
      const bytes = readFileSync(path)
      let unpacked = Buffer.alloc(0)
      try {
        unpacked = inflateSync(bytes)
      } catch {
        // Most files are not packed.
      }
      return Object.entries(keys)
        .filter(([, key]) => bytes.includes(key) || unpacked.includes(key))
        .map(([name]) => `${name} in ${path}`)
    })
const ours = () => [join(repository, '.trysquare'), join(repository, '.git'), place.path('state'), place.path('cache')]

interface Shown {
  readonly validation: { readonly findings: readonly { readonly id: string; readonly check: string }[] }
}
const security = async () => {
  const shown = JSON.parse((await tsq('--json', 'task', 'show', source)).stdout) as Shown
  return shown.validation.findings.filter(each => each.check === 'security').map(each => each.id)
}

// One story, told in order.
describe('keys in a file that is handed in', () => {
  const elsewhere = place.write('billing.py', leaking)

  test('are found, and stand in the way whatever is acknowledged [K-16] [C-69]', async () => {
    const answers = design('schema-guard', all => {
      all.components.push({
        name: 'billing',
        kind: 'custom',
        does: 'Works out what an order costs.',
        interface: 'def total(lines: list[int]) -> int: ...\n',
      })
    })
    must(await place.tsq(['new', '--out', repository, '--answers', place.write('answers.yaml', answers)]), 3)
    const ended = must(await tsq('task', 'submit', source, '--file', elsewhere), 3)
    expect(ended.stdout).toContain('Overall: NEEDS REVISION')
    expect(await security()).toHaveLength(Object.keys(keys).length)
    for (const args of [[], ['--acknowledge', 'security,style', '--why', 'later']]) {
      const refused = must(await tsq('task', 'accept', source, ...args), 2)
      expect(refused.stderr).toContain('TSQ-SEC-OPEN')
    }
  })

  test('lie nowhere: not in journal, evidence, workspace, reports, caches, nor in what git keeps [K-16] [Q-06]', async () => {
    expect(found(...ours())).toEqual([])
    for (const format of ['markdown', 'html', 'json', 'text']) {
      const report = must(await tsq('report', '--format', format), 0).stdout
      expect(Object.values(keys).filter(key => report.includes(key))).toEqual([])
      // Each is listed by its line.
      expect(report).toContain('secret')
    }
  })

  test('that were judged false are taken when the file is given in again, not before [C-68]', async () => {
    for (const id of await security()) await tsq('task', 'dismiss', source, id, '--why', 'samples of a manual')
    const lost = must(await tsq('task', 'accept', source, '--acknowledge', 'style,types', '--why', 'samples'), 2)
    expect(lost.stderr).toContain('TSQ-DELIVERY-LOST')
    const again = must(await tsq('task', 'submit', source, '--file', elsewhere), 3)
    expect(again.stderr).toMatch(/billing\.py needs revision \((?!.*security)/)
    expect(found(join(repository, '.trysquare', 'workspace'))).not.toEqual([])
    must(await tsq('task', 'regenerate', source), 3)
  })

  test('are in no commit once the clean file took their place [C-08]', async () => {
    must(await tsq('task', 'submit', source, '--file', place.write('clean.py', clean)), 3)
    must(await tsq('task', 'defer', 'tests/test_billing.py', '--why', 'the team writes them'), 3)
    must(await tsq('task', 'defer', 'examples/billing.py', '--why', 'the team writes it'), 0)
    expect(readFileSync(join(repository, source), 'utf8')).toBe(clean)
    expect(found(...ours())).toEqual([])
  })
})
