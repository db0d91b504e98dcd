import { expect, test } from 'vitest'
import { idsOf } from '../answers/choices.ts'
import { isDelivered } from '../answers/delivered.ts'
import { suggestedFor } from './intake.ts'

const paths = ['intake.users', 'intake.maturity', 'intake.lifespan', 'intake.deployment'] as const

test.each(idsOf('intake.purpose'))(
  'what is suggested of %s speaks of nothing else, and can be made [C-03] [N-04]',
  purpose => {
    const said = paths.map(path => suggestedFor(path, purpose))
    for (const [index, path] of paths.entries()) {
      const value = said[index]?.value ?? ''
      expect(isDelivered(path, value, purpose)).toBe(true)
      expect(idsOf(path)).toContain(value)
    }
    const words = said.map(each => each?.why ?? '').join('; ')
    expect(words.includes('library')).toBe(purpose === 'library')
    expect(words.includes('terminal')).toBe(purpose === 'cli')
  },
)

test('before the purpose is answered nothing follows from it [C-03]', () => {
  expect(suggestedFor('intake.users', undefined)).toBeUndefined()
})
