import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunId } from '../../base/brand.ts'
import { seal, verify } from './chain.ts'
import { genesis } from './event.ts'

const run = 'create-2026-01-02-abc123' as RunId
const stamp = { v: 1, at: '2026-01-02T03:04:05.000Z' }

const eventOf = fc.record({ type: fc.string(), note: fc.string({ unit: 'binary' }), value: fc.jsonValue() })
const appends = fc.array(fc.array(eventOf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })

const journalOf = (batches: readonly (readonly { readonly type: string }[])[]): Buffer => {
  let head = genesis(run)
  const texts = batches.map(batch => {
    const sealed = seal(batch, head, stamp)
    head = sealed.head
    return sealed.text
  })
  return Buffer.from(texts.join(''))
}
const lineAt = (bytes: Buffer, at: number): number => bytes.subarray(0, at).toString('latin1').split('\n').length
const verifyLines = (...lines: string[]) => verify(Buffer.from(`${lines.join('\n')}\n`), run, 1)
const three = journalOf([[{ type: 'begun' }], [{ type: 'named' }, { type: 'confirmed' }]])
const linesOf = (bytes: Buffer): string[] => bytes.toString().trimEnd().split('\n')

test('what was sealed is read back, in order and whole [Q-01]', () => {
  fc.assert(
    fc.property(appends, batches => {
      const verified = verify(journalOf(batches), run, 1)
      if (verified.kind !== 'verified') throw new Error(verified.kind)
      expect(verified.tornLine).toBeUndefined()
      expect(verified.events.map(stored => stored.event)).toEqual(JSON.parse(JSON.stringify(batches.flat())))
      expect(verified.events.map(stored => stored.seq)).toEqual(batches.flat().map((_, index) => index + 1))
    }),
  )
})

test('what was said in an order is read back in that order [Q-01]', () => {
  const event = { type: 'answered', values: { zebra: 1, ant: { two: 2, one: [{ y: 1, x: 2 }] } } }
  const verified = verify(journalOf([[event]]), run, 1)
  if (verified.kind !== 'verified') throw new Error(verified.kind)
  const { type: _, ...data } = event
  const { type: __, ...found } = verified.events[0]?.event ?? { type: '' }
  expect(JSON.stringify(found)).toBe(JSON.stringify(data))
})

test('any changed byte before the last newline is found with its line [Q-07]', () => {
  fc.assert(
    fc.property(appends, fc.nat(), fc.integer({ min: 1, max: 255 }), (batches, where, change) => {
      const bytes = journalOf(batches)
      const at = where % (bytes.length - 1)
      const line = lineAt(bytes, at)
      bytes[at] = (bytes[at] ?? 0) ^ change
      expect(verify(bytes, run, 1)).toMatchObject({ kind: 'broken', line })
    }),
    { numRuns: 500 },
  )
})

test('any cut of the end leaves a prefix of whole appends, and says so when something is torn [Q-07]', () => {
  fc.assert(
    fc.property(appends, fc.nat(), (batches, where) => {
      const bytes = journalOf(batches)
      const kept = where % (bytes.length + 1)
      const verified = verify(bytes.subarray(0, kept), run, 1)
      if (verified.kind !== 'verified') throw new Error(verified.kind)
      const ends = batches.map((_, index) => journalOf(batches.slice(0, index + 1)).length)
      const whole = ends.findLastIndex(end => end <= kept) + 1
      expect(verified.end).toBe(ends[whole - 1] ?? 0)
      expect(verified.events).toHaveLength(batches.slice(0, whole).flat().length)
      expect(verified.tornLine !== undefined).toBe(verified.end < kept)
    }),
    { numRuns: 300 },
  )
})

test('a line taken out, doubled or exchanged is found [Q-01]', () => {
  const [one = '', two = '', last = ''] = linesOf(three)
  expect(verifyLines(one, last)).toMatchObject({ kind: 'broken', line: 2, reason: 'event 2 is expected here' })
  expect(verifyLines(two, last)).toMatchObject({ kind: 'broken', line: 1 })
  expect(verifyLines(one, one, two, last)).toMatchObject({ kind: 'broken', line: 2 })
  expect(verifyLines(one, last, two)).toMatchObject({ kind: 'broken', line: 2 })
})

test('a complete bad line at the end is an error, not a torn one [Q-01]', () => {
  const bad = Buffer.concat([three, Buffer.from('{"v":1}\n')])
  expect(verify(bad, run, 1)).toEqual({ kind: 'broken', line: 4, reason: 'it is not a line of a journal' })
})

test('another run’s journal does not pass for this one’s [Q-01]', () => {
  expect(verify(three, 'create-2026-01-02-zzz999' as RunId, 1)).toMatchObject({ kind: 'broken', line: 1 })
})

test('a line in a newer vocabulary is named, not guessed at [Q-07]', () => {
  const verified = verify(three, run, 1)
  if (verified.kind !== 'verified') throw new Error(verified.kind)
  const newer = Buffer.concat([three, Buffer.from(seal([{ type: 'x' }], verified.head, { ...stamp, v: 7 }).text)])
  expect(verify(newer, run, 6)).toEqual({ kind: 'newer', line: 4, version: 7 })
  expect(verify(newer, run, 7).kind).toBe('verified')
})

test('events decided together are read together or not at all [Q-07]', () => {
  const [one = '', two = ''] = linesOf(three)
  const verified = verify(Buffer.from(`${one}\n${two}\n`), run, 1)
  expect(verified).toMatchObject({ kind: 'verified', end: one.length + 1, tornLine: 2 })
  if (verified.kind !== 'verified') throw new Error(verified.kind)
  const forked = Buffer.from(
    `${one}\n${two}\n${seal([{ type: 'x' }, { type: 'y' }], { ...verified.head, seq: 2 }, stamp).text}`,
  )
  expect(verify(forked, run, 1).kind).toBe('broken')
})

test('CRLF line ends, as version control may write them, are still the same history [Q-04]', () => {
  const crlf = Buffer.from(three.toString().replaceAll('\n', '\r\n'))
  expect(verify(crlf, run, 1)).toMatchObject({ kind: 'verified', end: crlf.length })
})

test('an empty file is an empty history', () => {
  expect(verify(Buffer.alloc(0), run, 1)).toEqual({ kind: 'verified', events: [], head: genesis(run), end: 0 })
})
