import { beforeAll, expect, test } from 'vitest'
import { loadAll } from '../../../ports/registry.ts'
import { rules as shelf } from '../../../shelves/rules/registry.ts'
import { loadRuff } from '../../../world/grammar/ruff.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { secretScanner } from '../../../world/secrets.ts'
import { inspect, type Lens } from './inspect.ts'
import { selected } from './select.ts'

let lens: Lens
beforeAll(async () => {
  const rules = await loadAll(shelf)
  lens = { rules, grammar: await loadGrammar(), ruff: await loadRuff(), target: 'py311' }
})

const look = async (path: string, text: string, rules = lens.rules) =>
  inspect(path, text, { ...lens, rules }, await secretScanner().scan(path, text))

const key = 'AKIAQYLPMN5HHHFPZAM2'
const made = '9fK2mQ8xL4vT7zR1'

test.each([
  ['deploy/values.yaml', `id: ${key}\n`, ['known-secret']],
  ['src/a.py', `KEY_ID = "${key}"\n`, ['known-secret']],
  ['.env', `API_KEY=${made}\n`, ['generic-secret']],
])('%s: what a scanner or a rule finds is kept without the secret [K-16, Q-06]', async (path, text, rules) => {
  const kept = await look(path, text)
  expect(kept.found.map(each => each.rule)).toEqual(expect.arrayContaining(rules))
  expect(JSON.stringify(kept)).not.toContain(key)
  expect(JSON.stringify(kept)).not.toContain(made)
})

test('a finding of another rule on the line of a secret does not show it either [Q-06]', async () => {
  const text = `import requests\n\nanswer = requests.get("https://example.org", headers={"X": "${key}"})\n`
  const kept = await look('src/a.py', text, selected(lens.rules, { select: ['S113'] }))
  expect(kept.found.map(each => each.code)).toEqual(['S113'])
  expect(JSON.stringify(kept)).not.toContain(key)
})

test('a rule of Ruff is selected by its code, by the beginning of it, and by its name [K-16, K-31]', () => {
  const ids = (...select: string[]) => selected(lens.rules, { select }).map(each => each.id)
  expect(ids('S608')).toEqual(['hardcoded-sql-expression'])
  expect(ids('hardcoded-sql-expression')).toEqual(['hardcoded-sql-expression'])
  expect(ids('S6').length).toBeGreaterThan(8)
  expect(ids('S').length).toBeGreaterThan(50)
  // What is a matter of taste must be asked for by its own name or code.
  expect(ids('security')).not.toContain('assert')
  expect(ids('security')).toContain('known-secret')
})
