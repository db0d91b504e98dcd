import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newRoot, start, type Told } from './runs.ts'

const processes = 6
const full = Boolean(process.env['TSQ_FULL'])

/** In the long one every holder is killed: each of a thousand rounds is the taking over of a dead one's lock. */
const contests = [{ rounds: 100, chance: 0.05 }, ...(full ? [{ rounds: 1000, chance: 1 }] : [])]

test.each(contests)(
  '$rounds rounds of six processes, which die holding the lock with a chance of $chance, are never two in at a time [Q-03] [Q-08]',
  {
    timeout: 1_200_000,
  },
  async ({ rounds, chance }) => {
    const root = newRoot()
    const base = join(root, 'run')
    const log = join(root, 'log')
    const read = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [])
    const contenders: Told[] = []
    const alive = (): number =>
      contenders.filter(({ child }) => child.exitCode === null && child.signalCode === null).length
    while (read().filter(line => line.startsWith('in ')).length < rounds) {
      while (alive() < processes) contenders.push(start('contender.ts', [base, log, String(chance)]))
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
    const dead = steps.filter(([word]) => word === 'dying').length
    console.log(`${Math.floor(steps.length / 2)} rounds, ${dead} holders killed, ${wrong.length} times two holders`)
    expect(wrong).toEqual([])
    expect(dead).toBeGreaterThanOrEqual(chance === 1 ? rounds : 1)
    rmSync(root, { recursive: true })
  },
)
