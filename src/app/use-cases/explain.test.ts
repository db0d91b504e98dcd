import { expect, test } from 'vitest'
import { answersSchema } from '../../core/design/answers/schema.ts'
import type { World } from '../world.ts'
import { explain } from './explain.ts'

/** Answers are explained without any shelf. */
const bare = {
  shelves: new Proxy({}, { get: () => () => Promise.resolve([]) }),
} as World

test.each(Object.keys(answersSchema.shape))('the key %s of the answers file is explained [N-02]', async key => {
  expect((await explain(bare, key)).lines.length).toBeGreaterThan(0)
})

test.each([
  ['components[1].kind', 'components.kind'],
  ['components.kind', 'components.kind'],
  ['project.authors[0].email', 'project.authors'],
  ['decisions[2].topic', 'decisions'],
  ['architecture.rationale', 'architecture'],
  ['intake.purpose', 'intake.purpose'],
  // The end of a path that is the end of no other.
  ['errors', 'architecture.errors'],
])('%s, as an error names it, is told as %s [N-02]', async (path, told) => {
  expect((await explain(bare, path)).name).toBe(told)
})

test('an option says for which purposes it is made, wherever it is told [N-03]', async () => {
  const option = (await explain(bare, 'fastapi')).lines[0]
  expect(option?.[1]).toMatch(/\(with purpose api-service, internal-service\)$/)
  const asked = (await explain(bare, 'intake.concurrency')).lines
  expect(asked.find(([label]) => label.includes('async'))?.[1]).toContain('with purpose')
  expect(asked.find(([label]) => label.includes('sync'))?.[1]).not.toContain('with purpose')
  expect((await explain(bare, 'components.kind')).lines.flat().join(' ')).toContain('command (with purpose cli)')
})

test('what nobody knows is not explained as something else', async () => {
  await expect(explain(bare, 'nothing.of.it')).rejects.toMatchObject({ code: 'TSQ-UNKNOWN-NAME' })
})

test('a kind of component is explained with the options that it takes [C-42]', async () => {
  const kind = { id: 'client', title: 'Asks.', sample: 'base_url_setting: service_url\n# or nothing\n' }
  const shelves = new Proxy({}, { get: (_, shelf) => () => Promise.resolve(shelf === 'backbones' ? [kind] : []) })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a world of shelves alone
  expect(await explain({ shelves } as unknown as World, 'client')).toMatchObject({
    lines: [
      ['Is', 'Asks.'],
      ['Made', 'with purpose library, api-service, internal-service'],
    ],
    sample: kind.sample,
  })
})
