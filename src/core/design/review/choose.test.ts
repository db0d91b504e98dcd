import { expect, test } from 'vitest'
import { type ChoiceId, type ChoicePath, choices, idsOf } from '../answers/choices.ts'
import { isDelivered } from '../answers/delivered.ts'
import { choose } from './choose.ts'

test('answers that this version makes are advised as they are', () => {
  expect(choose('architecture.testing', ['unit'])).toBe('Choose unit for architecture.testing')
  expect(choose('architecture.testing', ['unit', 'unit+integration', 'comprehensive'])).toBe(
    'Choose unit, unit+integration or comprehensive for architecture.testing',
  )
})

const single: readonly ChoicePath[] = (Object.keys(choices) as ChoicePath[]).filter(path => path !== 'intake.users')
test.each(single)('advice on %s says which answers would be refused [N-03]', path => {
  const ids: readonly ChoiceId<ChoicePath>[] = idsOf(path)
  const late = ids.filter(id => !isDelivered(path, id))
  expect(choose(path, ids).includes('this version makes only')).toBe(late.length > 0)
  if (late.length > 0) expect(choose(path, late)).toMatch(/this version makes (?:none of them|it not) yet/)
})
