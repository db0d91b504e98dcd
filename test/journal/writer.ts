/**
 * A process to be killed or failed: appends decisions of one to three events to a run until it has made `count`, and says
 * of each event, before and after, that it is tried and that it is kept. Usage: writer.ts ROOT COUNT
 */
import { writeSync } from 'node:fs'
import { KnownError } from '../../src/base/errors/known-error.ts'
import { journalStore } from '../../src/world/journal/store.ts'
import { locationOf, type Noted, vocabulary } from './place.ts'

const [root = '', count = '0'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const store = journalStore<Noted>({ clock: { now: () => new Date() }, vocabulary, patience: { milliseconds: 5000 } })

try {
  const journal = await store.open(locationOf(root))
  for (let made = 0; made < Number(count); made += 1) {
    const next = journal.head.seq + 1
    const names = Array.from({ length: (made % 3) + 1 }, (_, index) => `${process.pid}-${next + index}`)
    for (const name of names) say(`tried ${name}`)
    await journal.append(
      journal.head.seq,
      names.map(text => ({ type: 'noted', text })),
    )
    for (const name of names) say(`kept ${name}`)
  }
  await journal.close()
  say('done')
} catch (error) {
  if (!(error instanceof KnownError)) throw error
  say(`refused ${error.code}`)
  process.exitCode = 2
}
