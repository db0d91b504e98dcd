import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostile, poisoned, sampleModel } from '../../../../test/report-models.ts'
import json from './report.ts'

test('what is printed is the model, whatever its words [C-81]', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), text => {
      const model = poisoned(sampleModel(), text)
      expect(JSON.parse(json.print(model))).toEqual(model)
    }),
    { numRuns: 40 },
  )
})

test('the order of keys is the schema’s, not the caller’s [C-81]', () => {
  const model = sampleModel()
  const backwards = Object.fromEntries(Object.entries(model).toReversed()) as unknown as typeof model
  expect(json.print(backwards)).toBe(json.print(model))
})
