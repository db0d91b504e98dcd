import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { sampleModel } from '../../../test/report-models.ts'
import type { ReportModel } from './report-model.ts'
import { reportJsonSchema, reportSchema } from './report-schema.ts'

test('the schema describes the model: a model validates, and no key is unknown [C-81]', () => {
  expectTypeOf<ReportModel>().toExtend<z.output<typeof reportSchema>>()
  expectTypeOf<keyof z.output<typeof reportSchema>>().toEqualTypeOf<keyof ReportModel>()
  expect(reportSchema.parse(sampleModel())).toEqual(sampleModel())
})

test.for(Object.keys(sampleModel()))('a model without "%s" does not validate [C-81]', key => {
  const { [key]: _, ...rest } = sampleModel() as unknown as Record<string, unknown>
  expect(reportSchema.safeParse(rest).success).toBe(false)
})

test('the published JSON Schema asks for every key and allows no other [C-81]', () => {
  expect(reportJsonSchema()).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: Object.keys(sampleModel()),
  })
})
