import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { create } from '../../src/core/workflow/create/machine.ts'
import { type Happened, historyOf, type Kill, moments, provesKills } from './kills.ts'
import { scratch } from './product.ts'
import { undisturbed } from './resume.ts'

const one = <T>(from: readonly T[], seed: number): T =>
  fc.sample(fc.constantFrom(...from), { seed: 20_261_121 + seed, numRuns: 1 })[0]!

/** Twenty events of a history by a fixed seed, at least one of every stage; each moment five times. */
const killsOf = (history: readonly Happened[]): readonly Kill[] => {
  const stages = [...new Set(history.map(each => each.stage))]
  const chosen = stages.map((stage, index) =>
    one(
      history.filter(each => each.stage === stage),
      index,
    ),
  )
  while (chosen.length < 20)
    chosen.push(
      one(
        history.filter(each => !chosen.includes(each)),
        chosen.length,
      ),
    )
  return chosen.map((each, index) => ({ ...each, moment: moments[index % moments.length]! }))
}

const place = scratch()
afterAll(place.remove)
const whole = await undisturbed(place, ['--embedded'])
const history = historyOf(place.path('undisturbed', 'guard'))
const kills = killsOf(history)

describe('killed by itself, hard, at an event of its journal [Q-02] [C-05]', () => {
  test('the twenty events lie in every stage that a run has', () => {
    expect(kills).toHaveLength(20)
    expect(new Set(kills.map(each => each.stage))).toEqual(new Set(Object.keys(create.table).slice(0, -1)))
  })

  provesKills(kills, whole.files)
})
