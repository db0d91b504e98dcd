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
])('%s, as an error names it, is told as %s [N-02]', async (path, told) => {
  expect((await explain(bare, path)).name).toBe(told)
})

test('what nobody knows is not explained as something else', async () => {
  await expect(explain(bare, 'nothing.of.it')).rejects.toMatchObject({ code: 'TSQ-UNKNOWN-NAME' })
})

test('a kind of component shows the options that it takes, as an answers file has them [N-02]', async () => {
  const unit = { id: 'thing', title: 'A thing.', sample: 'fields:\n  name: {type: str}\n' }
  const shelves = new Proxy({}, { get: (_, shelf) => () => Promise.resolve(shelf === 'backbones' ? [unit] : []) })
  expect((await explain({ shelves } as World, 'thing')).lines).toEqual([
    ['Is', 'A thing.'],
    ['Options', 'fields:'],
    ['', '  name: {type: str}'],
  ])
})
