import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '../scripts/build-docs.ts'
import { catalogue } from '../src/base/errors/catalogue.ts'
import { choices } from '../src/core/design/answers/choices.ts'
import { critics } from '../src/shelves/critics/registry.ts'
import { rules } from '../src/shelves/rules/registry.ts'

const root = join(import.meta.dirname, '..')
const all = await pages()

test.each(Object.keys(all))('docs/%s is what `npm run docs` writes', name => {
  expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(all[name])
})

test('every error code, question and rule has its place in the pages [Q-23]', () => {
  for (const code of Object.keys(catalogue)) expect(all['errors.md']).toContain(`| \`${code}\` |`)
  for (const path of Object.keys(choices)) expect(all['questions.md']).toContain(`## ${path}\n`)
  for (const { id } of critics) expect(all['critic-rules.md']).toContain(`### ${id}\n`)
  const packs = Object.entries(all).filter(([name]) => name.startsWith('rules/'))
  for (const { id } of rules) expect(packs.filter(([, text]) => text.includes(`## ${id}\n`))).toHaveLength(1)
  for (const { id } of rules) expect(all['rules.md']).toContain(`#${id})`)
})

test('no cell of a table breaks its row', () => {
  expect(Object.values(all).filter(text => text.includes('\n| ')).length).toBeGreaterThan(3)
  for (const text of Object.values(all)) {
    const widths = text
      .split('\n\n')
      .filter(block => block.startsWith('| '))
      .map(
        block =>
          new Set(
            block
              .trim()
              .split('\n')
              .map(row => row.split(/(?<!\\)\|/).length),
          ).size,
      )
    expect(widths.filter(width => width !== 1)).toEqual([])
  }
})

test('--check fails and names the page when one is out of date, and writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/build-docs.ts'), ...args, folder], { encoding: 'utf8' })
  try {
    expect(run('--check').status).toBe(1)
    expect(run().status).toBe(0)
    expect(run('--check')).toMatchObject({ status: 0, stderr: '' })
    appendFileSync(join(folder, 'errors.md'), 'An edit.\n')
    const stale = run('--check')
    expect([stale.status, stale.stderr.includes('errors.md is out of date')]).toEqual([1, true])
    expect(readFileSync(join(folder, 'errors.md'), 'utf8')).toContain('An edit.')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
