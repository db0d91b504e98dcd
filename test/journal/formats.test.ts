import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RunId } from '../../src/base/brand.ts'
import { verify } from '../../src/core/journal/chain.ts'
import { fold } from '../../src/core/journal/fold.ts'
import { upcast } from '../../src/core/journal/upcast.ts'
import { create } from '../../src/core/workflow/create/machine.ts'
import type { CreateEvent } from '../../src/core/workflow/create/types.ts'

const folder = new URL('formats/', import.meta.url)
const releases = readdirSync(folder).filter(name => name.endsWith('.jsonl'))

test.each(releases)('a journal of %s is still read, and adds up to the same state [Q-07]', name => {
  const bytes = readFileSync(new URL(name, folder))
  const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.jsonl', '.state.json'), folder), 'utf8'))
  const verified = verify(bytes, 'create-2026-01-02-abc123' as RunId, 1)
  if (verified.kind !== 'verified') throw new Error(JSON.stringify(verified))
  const state = fold(upcast(verified.events, { version: 1, upcasters: [] }), {}, (before, event, { seq, at }) => ({
    ...before,
    [seq]: { at, ...event },
  }))
  expect(state).toEqual(expected)
  expect(verified.tornLine).toBeUndefined()
})

const ofCreate = readdirSync(new URL('create/', folder)).filter(name => name.endsWith('.jsonl'))

// Recorded, never written anew: what a run held when it was written, it holds when it is read by any later version.
test.each(ofCreate)(
  'approvals that were recorded, their uses and a plan that was opened again are read from %s [Q-07] [C-05]',
  name => {
    const file = new URL(`create/${name}`, folder)
    const expected: unknown = JSON.parse(readFileSync(new URL(file.href.replace('.jsonl', '.state.json')), 'utf8'))
    const verified = verify(readFileSync(file), 'create-2026-01-02-abc123' as RunId, 1)
    if (verified.kind !== 'verified') throw new Error(JSON.stringify(verified))
    const events = upcast(verified.events, { version: 1, upcasters: [] })
    expect(events.map(each => each.event.type)).toEqual(expect.arrayContaining(['approvals-recorded', 'plan-reopened']))
    const state = events.reduce((before, { event }) => create.apply(before, event as CreateEvent), create.initial)
    expect(state).toEqual(expected)
  },
)
