import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RunId } from '../../src/base/brand.ts'
import { verify } from '../../src/core/journal/chain.ts'
import { fold } from '../../src/core/journal/fold.ts'
import { upcast } from '../../src/core/journal/upcast.ts'

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
