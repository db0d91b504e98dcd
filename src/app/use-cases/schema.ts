import { z } from 'zod'
import { KnownError } from '../../base/errors/known-error.ts'
import { choices, idsOf, type Option } from '../../core/design/answers/choices.ts'
import { choiceFields } from '../../core/design/answers/fields.ts'
import { answersSchema } from '../../core/design/answers/schema.ts'
import { reportJsonSchema } from '../../core/documents/report-schema.ts'
import type { World } from '../world.ts'

const answers = async (world: World): Promise<unknown> => {
  const published = z.toJSONSchema(answersSchema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const field = choiceFields.get(zodSchema)
      if (field === undefined) return
      const letters = (choices[field.path].options as readonly Option[]).map(each => each.letter)
      jsonSchema.enum = [...idsOf(field.path), ...new Set(letters)]
    },
  })
  const kinds = (await world.shelves.backbones()).map(unit => ({
    if: { properties: { kind: { const: unit.id } } },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: { properties: { options: z.toJSONSchema(unit.options, { io: 'input', target: 'draft-2020-12' }) } },
  }))
  const properties = published.properties as Record<string, { items?: object }>
  return {
    title: 'Trysquare answers',
    ...published,
    properties: {
      ...properties,
      components: { ...properties['components'], items: { ...properties['components']?.items, allOf: kinds } },
    },
  }
}

/** A published schema, as JSON Schema: `answers`, composed with the options of the backbones, or `report`. */
export const schemaOf = async (world: World, name: string): Promise<unknown> => {
  if (name === 'answers') return answers(world)
  if (name === 'report') return reportJsonSchema()
  throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'schema', name, known: ['answers', 'report'] })
}
