import { expect, test } from 'vitest'
import type { ContentHash } from '../../base/brand.ts'
import type { JournalEvent, StoredEvent } from './event.ts'
import { fold } from './fold.ts'
import { upcast, type Vocabulary } from './upcast.ts'

const stored = (v: number, event: JournalEvent & Record<string, unknown>): StoredEvent => ({
  v,
  seq: 1,
  at: '2026-01-02T03:04:05.000Z',
  hash: '' as ContentHash,
  event,
})

const vocabulary: Vocabulary = {
  version: 3,
  upcasters: [
    { type: 'named', from: 1, up: event => ({ type: 'named', title: event['name'] }) as JournalEvent },
    { type: 'named', from: 2, up: event => ({ ...event, type: 'titled' }) },
  ],
}

test('an old event goes through every version up to today’s [Q-01]', () => {
  expect(upcast([stored(1, { type: 'named', name: 'a' })], vocabulary)[0]?.event).toEqual({
    type: 'titled',
    title: 'a',
  })
  expect(upcast([stored(2, { type: 'named', title: 'a' })], vocabulary)[0]?.event).toEqual({
    type: 'titled',
    title: 'a',
  })
})

test('an event of today, or one that no upcaster speaks of, stays as it is [Q-01]', () => {
  const events = [stored(3, { type: 'named', title: 'a' }), stored(1, { type: 'begun' })]
  expect(upcast(events, vocabulary)).toEqual(events)
})

test('a fold applies events in order, each with its place', () => {
  const events = [stored(1, { type: 'a' }), stored(1, { type: 'b' })]
  expect(fold(events, '', (state, event, { seq }) => `${state}${event.type}${seq}`)).toBe('a1b1')
})
