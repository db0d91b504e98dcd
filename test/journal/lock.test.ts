import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newRoot, start, type Told } from './runs.ts'

const rounds = process.env['TSQ_FULL'] ? 1000 : 100
const processes = 6

test('six processes, some of which die holding the lock, are never two in at a time [Q-03] [Q-08]', {
  timeout: 300_000,
}, async () => {
  const root = newRoot()
  const base = join(root, 'run')
  const log = join(root, 'log')
  const read = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [])
  const contenders: Told[] = []
  const alive = (): number =>
    contenders.filter(({ child }) => child.exitCode === null && child.signalCode === null).length
  while (read().filter(line => line.startsWith('in ')).length < rounds) {
    while (alive() < processes) contenders.push(start('contender.ts', [base, log]))
    await pause(20)
  }
  writeFileSync(`${base}.enough`, '')
  const ends = await Promise.all(contenders.map(contender => contender.ended))

  expect(ends.map(end => end.errors).filter(errors => errors !== '')).toEqual([])
  const steps = read().map(line => line.split(' '))
  // Coming in and leaving (or dying) must alternate, and each pair be of one process.
  const wrong = steps.filter(([word, pid], index) =>
    index % 2 === 0 ? word !== 'in' : word === 'in' || steps[index - 1]?.[1] !== pid,
  )
  expect(wrong).toEqual([])
  expect(read().filter(line => line.startsWith('dying ')).length).toBeGreaterThan(0)
  rmSync(root, { recursive: true })
})
