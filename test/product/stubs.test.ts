import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { design, must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)
const out = place.path('parcels')
const stubless = (interfaceOf?: string) =>
  design('schema-guard', all => {
    all.components.push({
      name: 'pricing',
      kind: 'custom',
      does: 'Works out what a parcel costs.',
      ...(interfaceOf !== undefined && { interface: interfaceOf }),
    })
  })
const begin = (text: string, doer: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('a.yaml', text), '--doer', doer])
/** A script that plays an agent: it writes what it is told into the file that it is asked for. */
const agent = (name: string, text: string) => {
  place.write(`${name}.txt`, text)
  return `exec:cat > /dev/null; cat ${place.path(`${name}.txt`)} > "$TRYSQUARE_FILE"`
}
const stub = 'def price(weight_grams: int) -> int: ...\n'

test('a custom component without an interface stops the run by its path, before anything is made [C-62] [N-02]', async () => {
  const ended = must(await begin(stubless(), 'builtin'), 3)
  expect(ended.stderr).toContain('TSQ-STUB-NEEDED')
  expect(ended.stderr).toContain('components[1].interface')
  expect(existsSync(out)).toBe(false)
})

test('a doer that can think proposes one; it is approved by being written into the answers, and only then [C-62]', async () => {
  const ended = must(await begin(stubless(), agent('good', stub)), 3)
  expect(ended.stdout).toContain(`    interface: |\n      ${stub}`)
  expect(existsSync(out)).toBe(false)
  const approved = await begin(stubless(stub), 'builtin')
  expect(approved.stderr).toContain('approvals.task_decisions.src/schema_guard/pricing.py')
})

test.each([
  ['prose', 'Here is what I would offer.\n', 'no stub'],
  ['nothing that can be called', '"""A module."""\n', 'It names no function'],
])('what is proposed and is %s is refused, not shown as a stub [C-62] [Q-05]', async (name, text, reason) => {
  const ended = must(await begin(stubless(), agent(name.replaceAll(' ', '-'), text)), 2)
  expect(ended.stderr).toContain('TSQ-DOER-DELIVERY')
  expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain(reason)
  expect(ended.stdout).not.toContain('interface: |')
  expect(ended.stderr).not.toContain('task run the interface')
})
