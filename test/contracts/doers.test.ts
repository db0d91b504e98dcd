import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TaskId } from '../../src/base/brand.ts'
import type { RepoPath } from '../../src/base/repo-path.ts'
import type { Assignment, Doer } from '../../src/ports/doer.ts'
import type { Worked } from '../../src/ports/workshop.ts'

const shelf = join(import.meta.dirname, '../../src/shelves/doers')
const units = await Promise.all(
  readdirSync(shelf)
    .filter(name => existsSync(join(shelf, name, 'doer.ts')))
    .map(async name => {
      const loaded = (await import(join(shelf, name, 'doer.ts'))) as { readonly default: Doer }
      return [name, loaded.default] as const
    }),
)

const worked: Worked = {
  how: 'ended',
  exit: 0,
  unrunnable: undefined,
  said: '',
  complained: '',
  text: undefined,
  problem: undefined,
  strayed: [],
  undone: [],
  shared: false,
  aside: [],
}

/** A task that needs a mind, and a workshop in which the command left this. */
const assigned = (left: Partial<Worked> = {}, more: Partial<Assignment> = {}): Assignment => ({
  task: 'T-004' as TaskId,
  role: 'billing.source',
  path: 'src/shop/billing.py' as RepoPath,
  prompt: '# ATOMIC TASK T-004\n',
  attempt: 1,
  argument: 'an-agent',
  render: undefined,
  work: async () => ({ ...worked, ...left }),
  ...more,
})

describe.each(units)('%s', (name, unit) => {
  test('carries the name of its folder and says what it is in a sentence [A-01]', () => {
    expect(unit.id).toBe(name)
    expect(unit.title).toMatch(/^[A-Z].*[.;:].*$/)
  })

  test('never delivers a file that nobody made [A-01]', async () => {
    expect((await unit.make(assigned())).kind).not.toBe('file')
  })

  test('says who or what it waits for, or why there is nothing [A-01]', async () => {
    const delivery = await unit.make(assigned())
    const words = delivery.kind === 'waiting' ? delivery.how : delivery.kind === 'file' ? '' : delivery.reason
    expect(words.length).toBeGreaterThan(20)
  })
})

describe('what a command left', () => {
  const exec = units.find(([name]) => name === 'exec')?.[1]
  const after = async (left: Partial<Worked>) => exec?.make(assigned(left))
  const block = '```python\nx = 1\n```\n'

  test.each<[string, Partial<Worked>, object]>([
    [
      'its file',
      { text: 'x = 1\n', said: 'Thinking …\nAll is well.\n' },
      { kind: 'file', text: 'x = 1\n', claim: 'All is well.' },
    ],
    ['one block among words', { said: `Here:\n\n${block}\nEnjoy.` }, { kind: 'file', text: 'x = 1\n' }],
    ['its file and a block: the file counts', { text: 'y = 2\n', said: block }, { kind: 'file', text: 'y = 2\n' }],
    [
      'files where none was asked for',
      { text: 'x\n', strayed: ['a'], undone: ['b'] },
      { kind: 'file', strayed: ['a', 'b'] },
    ],
    ['two blocks', { said: block + block }, { kind: 'failed', reason: expect.stringContaining('which is it') }],
    ['words', { said: 'I cannot do that.' }, { kind: 'failed', reason: expect.stringContaining('wrote no file') }],
    [
      'a file, and it failed',
      { text: 'x\n', exit: 3, complained: 'a\nout of memory\n' },
      { kind: 'failed', reason: 'the command ended with 3: out of memory.' },
    ],
    [
      'a file, and it was killed',
      { text: 'x\n', exit: undefined },
      { kind: 'failed', reason: 'the command was killed.' },
    ],
    [
      'a file, too late',
      { text: 'x\n', how: 'timed-out' },
      { kind: 'failed', reason: expect.stringContaining('in time') },
    ],
    [
      'a flood',
      { text: 'x\n', how: 'flooded' },
      { kind: 'failed', reason: expect.stringContaining('more than it may') },
    ],
    [
      'something that cannot be taken',
      { problem: 'the file is a link' },
      { kind: 'failed', reason: 'the file is a link.' },
    ],
    [
      'a failure, and a changed repository',
      { exit: 1, undone: ['.trysquare/runs/x.jsonl'] },
      { kind: 'failed', reason: expect.stringContaining('runs/x.jsonl); that was undone') },
    ],
  ])('%s [A-02]', async (_, left, wanted) => {
    expect(await after(left)).toMatchObject(wanted)
  })
})
