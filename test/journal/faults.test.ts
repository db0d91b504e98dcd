import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locationOf } from './place.ts'
import { expectNothingLost, newRoot, start, store } from './runs.ts'

const root = process.getuid?.() === 0
const full = Boolean(process.env['TSQ_FULL'])
const journalOf = (place: string): string => join(locationOf(place).folder, `${locationOf(place).runId}.jsonl`)
const memoryOf = (place: string): string => join(locationOf(place).stateFolder, 'heads', locationOf(place).runId)

test('a folder without permission: an error with a code, and nothing written [Q-04]', async () => {
  const place = newRoot()
  chmodSync(place, 0o555)
  // The superuser may write anywhere; as nobody it is an ordinary person's case.
  const { lines, ended } = start('writer.ts', [place, '1'], [], root ? 65_534 : undefined)
  expect({ ...(await ended), lines }).toEqual({ code: 2, errors: '', lines: ['refused TSQ-FILE-DENIED'] })
  chmodSync(place, 0o755)
  expect(() => statSync(locationOf(place).folder)).toThrow('ENOENT')
  rmSync(place, { recursive: true })
})

test('no room: the short write is seen, taken back, and what was acknowledged is whole [Q-04] [Q-07]', async () => {
  const place = newRoot()
  // The kernel takes what fits under the limit without a word, and refuses the rest, as on a full disk.
  const { lines, ended } = start('writer.ts', [place, '1000'], ['bash', '-c', 'ulimit -f 4; exec "$@"', 'bash'])
  expect((await ended).code).toBe(2)
  expect(lines.at(-1)).toBe('refused TSQ-DISK-FULL')
  expect(lines.some(line => line.startsWith('kept '))).toBe(true)
  expect(readFileSync(journalOf(place), 'utf8')).toMatch(/\}\n$/)
  await expectNothingLost(place, lines)
  rmSync(place, { recursive: true })
})

// Not registered rather than skipped where they cannot run: a skipped test reads like a kept promise.
test.each(full && root ? ['tmpfs'] : [])('a disk that is really full: %s [Q-04] [Q-07]', async kind => {
  const place = newRoot()
  const { folder } = locationOf(place)
  mkdirSync(folder)
  expect(spawnSync('mount', ['-t', kind, '-o', 'size=32k', kind, folder]).status).toBe(0)
  try {
    const { lines, ended } = start('writer.ts', [place, '1000'])
    await ended
    expect(lines.at(-1)).toBe('refused TSQ-DISK-FULL')
    expect(readFileSync(journalOf(place), 'utf8')).toMatch(/\}\n$/)
    expect(spawnSync('mount', ['-o', 'remount,size=1m', folder]).status).toBe(0)
    await expectNothingLost(place, lines)
  } finally {
    spawnSync('umount', [folder])
    rmSync(place, { recursive: true })
  }
})

const strace = (file: string, call: string, fault: string): readonly string[] =>
  `strace -f -qq -o /dev/null -P ${file} -e trace=${call} -e inject=${fault}`.split(' ')
const traced = full && spawnSync('strace', ['-V']).status === 0
const appends = 4
const faults = ['write:signal=KILL', 'write:error=ENOSPC', 'write:error=EIO', 'fsync:signal=KILL', 'fsync:error=EIO']
const sweep = faults.flatMap(fault => [
  { fault, kept: 'journal', fileOf: journalOf },
  { fault, kept: 'memory', fileOf: memoryOf },
])

test.each(traced ? sweep : [])(
  'each in turn, $kept: $fault [Q-07]',
  { timeout: 120_000 },
  async ({ fault, fileOf }) => {
    const [call = ''] = fault.split(':')
    let injected = 0
    for (let untouched = false; !untouched; ) {
      const place = newRoot()
      const before = strace(fileOf(place), call, `${fault}:when=${injected + 1}`)
      const { lines, ended } = start('writer.ts', [place, String(appends)], before)
      expect((await ended).errors).toBe('')
      await expectNothingLost(place, lines)
      rmSync(place, { recursive: true })
      untouched = lines.includes('done')
      if (!untouched) injected += 1
    }
    expect(injected).toBe(appends)
  },
)

const takingBack = ['ftruncate:signal=KILL', 'ftruncate:error=EIO']
test.each(traced ? takingBack : [])('a short write that cannot be taken back is set aside: %s [Q-07]', async fault => {
  const place = newRoot()
  const before = [...strace(journalOf(place), 'ftruncate', fault), 'bash', '-c', 'ulimit -f 4; exec "$@"', 'bash']
  const { lines, ended } = start('writer.ts', [place, '1000'], before)
  await ended
  expect((await store.read(locationOf(place))).tornLine).toBeGreaterThan(1)
  await expectNothingLost(place, lines)
  rmSync(place, { recursive: true })
})
