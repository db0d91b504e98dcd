import { type Looked, lookAt } from '../../../app/adopt/look.ts'
import type { World } from '../../../app/world.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { type Correction, readCorrection } from '../../../core/project/corrections.ts'
import type { Terminal } from './terminal.ts'

/** What the talk about an adoption needs of the door. */
export interface Shown {
  /** Prints everything that was found. */
  readonly looked: (looked: Looked) => void
  readonly error: (error: KnownError) => void
}

const help = 'Enter writes this down; manager=poetry puts something right; q leaves.'

/**
 * Shows what was found until the person takes it (the answer is what they took) or leaves. Each line of theirs puts one thing right, and
 * what follows from it is shown again.
 */
export const talkOverAdoption = async (
  world: World,
  terminal: Terminal,
  first: Looked,
  by: string,
  shown: Shown,
): Promise<Looked | undefined> => {
  const given: Correction[] = []
  let looked = first
  shown.looked(looked)
  for (;;) {
    terminal.write(`\n${help}\n`)
    const answer = (await terminal.ask({ label: 'right' }))?.trim()
    if (answer === undefined || answer === 'q') return undefined
    if (answer === '' || answer === 'y' || answer === 'yes') return looked
    const read = readCorrection(answer, by)
    if (isRefusal(read)) {
      shown.error(new KnownError(read.code, read.data))
      continue
    }
    given.push(read)
    looked = await lookAt(world, given)
    shown.looked(looked)
  }
}
