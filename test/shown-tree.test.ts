import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compose } from '../src/app/compose.ts'
import { shownTree } from '../src/app/shown-tree.ts'
import { keepObject } from '../src/app/workspace.ts'
import type { ContentHash, TaskId } from '../src/base/brand.ts'
import { contentHash } from '../src/base/hash.ts'
import { ownPath } from '../src/base/repo-path.ts'
import { create } from '../src/core/workflow/create/machine.ts'
import type { Collision, CreateState } from '../src/core/workflow/create/types.ts'
import { task } from '../src/core/workflow/task/machine.ts'
import type { TaskState } from '../src/core/workflow/task/types.ts'
import { outlines, passing, unsafe } from './machine-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'tsq-shown-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const world = compose(
  { cwd: folder, env: { XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder }, home: folder, user: 'ada' },
  { step: () => () => undefined, note: () => undefined },
)

const id = 'T-001' as TaskId
/** The task whose maker looks; it stands on nothing. */
const another = 'T-900' as TaskId
const file = ownPath('src/plain/check.py')
const inPlace = '"""A person’s own."""\n'
mkdirSync(dirname(join(folder, file)), { recursive: true })
writeFileSync(join(folder, file), inPlace)
const given = '"""Given in."""\n'
await keepObject(world, folder, given)

const delivered = (doer: string, hash: ContentHash = contentHash(given)) => ({ hash, bytes: 1, doer })
const collision = (how?: Collision['how']): Collision => ({
  path: file,
  theirs: contentHash(inPlace),
  ...(how !== undefined && { how }),
})

/** What a command that makes another file finds at the path of this one. */
const shown = async (own: Partial<TaskState>, collisions: readonly Collision[] = []): Promise<string | undefined> => {
  const state: CreateState = {
    ...create.initial,
    at: 'tasks',
    plan: [{ ...outlines[0], id, path: file }],
    tasks: { [id]: { ...task.initial, ...own } },
    collisions,
  }
  return (await shownTree(world, folder, state, another)).get(file)
}

test('a person’s file that nobody has looked at is not shown to a command that makes another [A-01] [C-08]', async () => {
  expect(await shown({ at: 'planned' }, [collision()])).toBeUndefined()
  expect(await shown({ at: 'planned' }, [collision('keep')])).toBeUndefined()
  expect(await shown({ at: 'waiting' }, [collision('merge')])).toBeUndefined()
  expect(await shown({ at: 'checking', delivered: delivered('manual') })).toBeUndefined()
})

test('what was checked is shown, whoever made it, and what is unsafe is not [A-01]', async () => {
  expect(await shown({ at: 'checking', delivered: delivered('builtin') })).toBe(given)
  const manual = { at: 'review' as const, delivered: delivered('manual') }
  expect(await shown({ ...manual, validation: passing })).toBe(given)
  expect(await shown({ ...manual, validation: unsafe })).toBeUndefined()
  const judged = unsafe.findings.map(each => ({ finding: each.id, by: { who: 'Ada', channel: 'command' as const } }))
  expect(await shown({ ...manual, validation: unsafe, dismissed: judged })).toBe(given)
})

test('what was accepted stands for its file, also while it is made again [A-01] [C-04]', async () => {
  expect(await shown({ at: 'done', delivered: delivered('builtin', contentHash(inPlace)) })).toBe(inPlace)
  expect(await shown({ at: 'planned', replaces: contentHash(inPlace), replacesOf: 'builtin' })).toBe(inPlace)
  expect(await shown({ at: 'planned' })).toBeUndefined()
})

test('what nobody checked yet is shown to those that stand on it alone, so that chance shows nothing [C-6A]', async () => {
  const base = { ...outlines[0], id, path: file, needs: [], maker: 'mind' as const }
  const user = { ...base, id: 'T-002' as TaskId, path: ownPath('src/plain/use.py'), needs: [id] }
  const mechanical = {
    ...user,
    id: 'T-003' as TaskId,
    path: ownPath('README.md'),
    maker: 'template' as const,
    needs: ['T-002' as TaskId],
  }
  const state: CreateState = {
    ...create.initial,
    at: 'tasks',
    plan: [base, user, mechanical],
    tasks: Object.fromEntries(
      [base, user, mechanical].map(each => [
        each.id,
        { ...task.initial, at: 'checking', delivered: delivered(each.maker === 'mind' ? 'exec:x' : 'builtin') },
      ]),
    ),
  }
  const paths = async (asking: TaskId) => [...(await shownTree(world, folder, state, asking)).keys()]
  expect(await paths(another)).toEqual([])
  expect(await paths(user.id)).toEqual([file, user.path])
  expect(await paths(id)).toEqual([file])
})
