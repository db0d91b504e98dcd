import { afterAll, describe } from 'vitest'
import { historyOf, moments, provesKills } from './kills.ts'
import { scratch } from './product.ts'
import { undisturbed } from './resume.ts'

const place = scratch()
afterAll(place.remove)
const whole = await undisturbed(place, ['--embedded'])
const history = historyOf(place.path('undisturbed', 'guard'))

describe('killed at every event of its journal [Q-02] [C-05]', () => {
  provesKills(
    history.map((each, index) => ({ ...each, moment: moments[index % moments.length]! })),
    whole.files,
  )
})
