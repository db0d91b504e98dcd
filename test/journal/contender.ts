/**
 * One of several that want the same lock, over and over; now and then it dies while holding it.
 * Usage: contender.ts BASE LOG CHANCE, the chance of dying from 0 to 1; the log's lines are appended whole: `in PID`, `out PID`, `dying PID`.
 */
import { appendFileSync, existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from '../../src/world/journal/lock.ts'

const [base = '', log = '', chance = '0'] = process.argv.slice(2)
const say = (word: string): void => appendFileSync(log, `${word} ${process.pid}\n`)

while (!existsSync(`${base}.enough`)) {
  const lock = await takeLock(base, { now: () => new Date() }, { milliseconds: 60_000 })
  say('in')
  await pause(Math.random() * 2)
  lock.confirm()
  if (Math.random() < Number(chance)) {
    say('dying')
    process.kill(process.pid, 'SIGKILL')
  }
  say('out')
  lock.release()
  // Lets the others see it free.
  await pause(Math.random() * 4)
}
