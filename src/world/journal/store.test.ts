import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { RunId } from '../../base/brand.ts'
import { seal } from '../../core/journal/chain.ts'
import { genesis } from '../../core/journal/event.ts'
import type { Vocabulary } from '../../core/journal/upcast.ts'
import { journalStore } from './store.ts'

interface Noted {
  readonly type: 'noted'
  readonly text: string
}
const noted = (text: string): Noted => ({ type: 'noted', text })

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const place = () => {
  const root = mkdtempSync(join(tmpdir(), 'tsq-journal-'))
  made.push(root)
  const runId = 'create-2026-01-02-abc123' as RunId
  const location = { folder: join(root, 'repo', '.trysquare', 'runs'), runId, stateFolder: join(root, 'state') }
  return { location, file: join(location.folder, `${runId}.jsonl`), memory: join(location.stateFolder, 'heads', runId) }
}
const vocabulary: Vocabulary = { version: 1, upcasters: [] }
const storeOf = (patience = 0, words = vocabulary) =>
  journalStore<Noted>({ clock: { now: () => new Date(0) }, vocabulary: words, patience: { milliseconds: patience } })
const store = storeOf()

const write = async (location: ReturnType<typeof place>['location'], ...texts: string[]) => {
  const journal = await store.open(location)
  for (const text of texts) await journal.append(journal.head.seq, [noted(text)])
  await journal.close()
  return journal
}
const texts = (journal: { readonly events: readonly { readonly event: Noted }[] }) =>
  journal.events.map(stored => stored.event.text)

test('what was appended is there when the run is opened again [Q-01]', async () => {
  const { location } = place()
  const first = await write(location, 'a', 'b')
  const again = await store.open(location)
  expect(texts(again)).toEqual(['a', 'b'])
  expect(again.head).toEqual(first.head)
  expect(again.standing).toBe('same')
  await again.close()
})

test('a decision made on an older head is refused, and nothing is written [Q-07]', async () => {
  const { location, file } = place()
  const journal = await store.open(location)
  await journal.append(0, [noted('a')])
  const before = readFileSync(file, 'utf8')
  await expect(journal.append(0, [noted('b')])).rejects.toMatchObject({
    code: 'TSQ-JOURNAL-RACE',
    data: { expected: 0, found: 1 },
  })
  expect(readFileSync(file, 'utf8')).toBe(before)
  await journal.close()
})

test('a file that grew under the holder is seen before the next append [Q-07]', async () => {
  const { location, file } = place()
  const journal = await store.open(location)
  const text = await journal.append(0, [noted('a')])
  expect(readFileSync(join(location.folder, `${location.runId}.jsonl`), 'utf8')).toBe(text)
  const { head } = journal
  appendFileSync(file, seal([noted('other')], head, { v: 1, at: '' }).text)
  await expect(journal.append(1, [noted('b')])).rejects.toMatchObject({ data: { expected: 1, found: 2 } })
  await journal.close()
  expect(texts(await store.read(location))).toEqual(['a', 'other'])
})

test('a torn end is kept beside, reported, and cut off before the next append [Q-01]', async () => {
  const { location, file } = place()
  await write(location, 'a')
  const whole = readFileSync(file, 'utf8')
  appendFileSync(file, '{"v":1,"seq":2,"at"')
  expect((await store.read(location)).tornLine).toBe(2)
  const journal = await store.open(location)
  expect(journal.repaired?.line).toBe(2)
  expect(readFileSync(journal.repaired?.keptAt ?? '', 'utf8')).toBe('{"v":1,"seq":2,"at"')
  expect(readFileSync(file, 'utf8')).toBe(whole)
  await journal.append(1, [noted('b')])
  await journal.close()
  expect(texts(await store.read(location))).toEqual(['a', 'b'])

  appendFileSync(file, 'torn again')
  const third = await store.open(location)
  expect(readFileSync(third.repaired?.keptAt ?? '', 'utf8')).toBe('torn again')
  await third.close()
})

test('a second torn end at the same event does not replace the first [Q-01]', async () => {
  const { location, file } = place()
  const kept: (string | undefined)[] = []
  await write(location, 'a')
  for (const rest of ['one', 'two']) {
    appendFileSync(file, rest)
    const journal = await store.open(location)
    kept.push(readFileSync(journal.repaired?.keptAt ?? '', 'utf8'))
    await journal.close()
  }
  expect(kept).toEqual(['one', 'two'])
  expect(readdirSync(location.folder).filter(name => name.includes('.torn-'))).toHaveLength(2)
})

test('a changed line stops with its number, and nothing is repaired [Q-07]', async () => {
  const { location, file } = place()
  await write(location, 'a', 'b', 'c')
  const changed = `${readFileSync(file, 'utf8').replace('"text":"b"', '"text":"B"')}torn`
  writeFileSync(file, changed)
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-JOURNAL-BROKEN', data: { line: 2 } })
  expect(readFileSync(file, 'utf8')).toBe(changed)
})

test('a consistent but different history is reported as rewritten [Q-01]', async () => {
  const { location, file } = place()
  await write(location, 'a', 'b')
  writeFileSync(file, seal([noted('x'), noted('y'), noted('z')], genesis(location.runId), { v: 1, at: '' }).text)
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-JOURNAL-REWRITTEN', data: { sequence: 1 } })
  await expect(store.read(location)).rejects.toMatchObject({ code: 'TSQ-JOURNAL-REWRITTEN' })
})

test('an older copy is told from a rewrite, and a removed journal is an older copy [Q-01]', async () => {
  const { location, file } = place()
  await write(location, 'a')
  const older = readFileSync(file)
  await write(location, 'b', 'c')
  writeFileSync(file, older)
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-JOURNAL-OLDER', data: { known: 3, found: 1 } })
  rmSync(file)
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-JOURNAL-OLDER', data: { found: 0 } })
})

test('a colleague’s machine verifies, remembers and goes on; the first machine accepts what was added [Q-01]', async () => {
  const { location } = place()
  await write(location, 'a', 'b')
  const theirs = { ...location, stateFolder: `${location.stateFolder}-theirs` }
  const there = await store.open(theirs)
  expect(there.standing).toBe('unknown-here')
  await there.append(2, [noted('c')])
  await there.close()
  expect((await store.read(theirs)).standing).toBe('same')
  const back = await store.open(location)
  expect(back.standing).toBe('newer-than-remembered')
  await back.close()
  expect((await store.read(location)).standing).toBe('same')
})

test('being killed between writing and remembering, or while remembering, does not look like a rewrite [Q-01]', async () => {
  const { location, memory } = place()
  await write(location, 'a', 'b', 'c')
  for (const length of [17 * 2, 17 * 2 + 5, 0]) {
    truncateSync(memory, length)
    await (await store.open(location)).close()
    expect(readFileSync(memory, 'latin1')).toMatch(/^(?:[0-9a-f]{16}\n){3}$/)
    expect((await store.read(location)).standing).toBe('same')
  }
})

test('when the event cannot be remembered, it is not stored either [Q-07]', async () => {
  const { location, file, memory } = place()
  const journal = await store.open(location)
  await journal.append(0, [noted('a')])
  const before = readFileSync(file, 'utf8')
  appendFileSync(memory, `${'0'.repeat(16)}\n`)
  await expect(journal.append(1, [noted('b')])).rejects.toMatchObject({ code: 'TSQ-JOURNAL-RACE', data: { found: 2 } })
  expect(readFileSync(file, 'utf8')).toBe(before)
  truncateSync(memory, 17)
  await journal.append(1, [noted('c')])
  await journal.close()
  expect(texts(await store.read(location))).toEqual(['a', 'c'])
})

test('a newer vocabulary is refused and nothing is written [Q-07]', async () => {
  const { location, file, memory } = place()
  const later = storeOf(0, { version: 2, upcasters: [] })
  const journal = await later.open(location)
  await journal.append(0, [noted('a')])
  await journal.close()
  appendFileSync(file, 'torn')
  const before = [readFileSync(file), readFileSync(memory), readdirSync(location.folder)]
  await expect(store.open(location)).rejects.toMatchObject({
    code: 'TSQ-JOURNAL-NEWER',
    data: { version: 2, known: 1 },
  })
  expect([readFileSync(file), readFileSync(memory), readdirSync(location.folder)]).toEqual(before)
})

test('an older vocabulary is read through the upcasters [Q-01]', async () => {
  const { location } = place()
  await write(location, 'a')
  const later = storeOf(0, {
    version: 2,
    upcasters: [{ type: 'noted', from: 1, up: event => ({ ...event, type: 'remarked' }) }],
  })
  expect((await later.read(location)).events[0]?.event).toEqual({ type: 'remarked', text: 'a' })
})

test('the second to open is told who holds the run, and gets in when the first closes [Q-03]', async () => {
  const { location } = place()
  const first = await store.open(location)
  await expect(store.open(location)).rejects.toMatchObject({
    code: 'TSQ-RUN-LOCKED',
    data: { holder: expect.stringContaining(`process ${process.pid} on `), since: '1970-01-01T00:00:00.000Z' },
  })
  const waiting = storeOf(5000).open(location)
  await first.close()
  await first.close()
  await (await waiting).close()
})

test('reading takes no lock and writes nothing [Q-03]', async () => {
  const { location } = place()
  const journal = await store.open(location)
  await journal.append(0, [noted('a')])
  expect(texts(await store.read(location))).toEqual(['a'])
  await journal.close()
  const nowhere = place().location
  expect((await store.read(nowhere)).head).toEqual(genesis(nowhere.runId))
  expect(() => readdirSync(nowhere.folder)).toThrow('ENOENT')
})

test('a holder whose lock file was removed, and taken anew by another, writes nothing more [Q-08]', async () => {
  const { location, file } = place()
  const first = await store.open(location)
  await first.append(0, [noted('a')])
  rmSync(join(location.folder, `${location.runId}.lock`))
  const second = await store.open(location)
  const before = readFileSync(file, 'utf8')
  await expect(first.append(1, [noted('b')])).rejects.toMatchObject({ code: 'TSQ-RUN-LOCKED' })
  expect(readFileSync(file, 'utf8')).toBe(before)
  await first.close()
  await second.append(1, [noted('c')])
  await second.close()
})

test('a link or a foreign file where ours must lie is not followed and not written [Q-05]', async () => {
  const { location, file } = place()
  await write(location)
  const target = join(location.stateFolder, 'precious')
  writeFileSync(target, '')
  symlinkSync(target, file)
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-FILE-CHANGED', data: { path: file } })
  rmSync(file)
  const lock = join(location.folder, `${location.runId}.lock`)
  writeFileSync(lock, 'SQLite format 3\0 and a trap')
  await expect(store.open(location)).rejects.toMatchObject({ code: 'TSQ-FILE-CHANGED', data: { path: lock } })
  expect(readFileSync(target, 'utf8')).toBe('')
})
