import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canInject, crashAt, type Fault, faults, wholeRun } from './crash.ts'

/** Fewer than a run has; the long tests take every one until nothing is left to fail. */
const sure = 40
const [sample] = fc.sample(
  fc.tuple(
    ...faults.map(fault =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: sure }), { minLength: 3, maxLength: 3 })
        .map(all => [fault, all] as const),
    ),
  ),
  { seed: 20_261_121, numRuns: 1 },
)
const chosen = (sample ?? [])
  .flatMap(([fault, all]) => all.map((n): readonly [Fault, number] => [fault, n]))
  .slice(0, 12)

// Not registered rather than skipped where the system has no strace: a skipped test reads like a kept promise.
describe.runIf(canInject)(
  'a write or a flush of the history that fails, or during which the process is killed',
  async () => {
    const whole = await wholeRun(['--embedded'])
    test.each(chosen)(
      '%s, number %i: nothing acknowledged is lost, and the same files are made [Q-07] [Q-02]',
      async (fault, n) => {
        expect(await crashAt(whole, fault, n)).toEqual({ injected: true, lost: 0, complaints: [] })
      },
    )
  },
)
