import { describe, expect, test } from 'vitest'
import { type ChoicePath, choices, idsOf } from './choices.ts'
import { isDelivered, madeFor, undelivered } from './delivered.ts'
import type { Given } from './schema.ts'

const answering = (path: string, value: string): Given => {
  const answer = lists.has(path) ? [value] : value
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), answer) as Given
}
const lists = new Set(['intake.users', 'structure.guided.exposure', 'structure.guided.directories'])

describe.each(Object.keys(choices) as ChoicePath[])('%s', path => {
  test('a choice that is not delivered is refused by name, with what works instead [N-03]', () => {
    for (const id of idsOf(path)) {
      const found = undelivered(answering(path, id))
      const expected = isDelivered(path, id)
        ? []
        : [{ path: path.split('.'), refusal: { code: 'TSQ-UNDELIVERED', data: { path, value: id } } }].map(each =>
            lists.has(path)
              ? {
                  path: [...each.path, 0],
                  refusal: { ...each.refusal, data: { path: `${path}[0]`, value: id } },
                }
              : each,
          )
      expect(found).toMatchObject(expected)
      expect(found).toHaveLength(expected.length)
      for (const { refusal } of found)
        for (const works of idsOf(path).filter(each => isDelivered(path, each)))
          expect((refusal.data as { readonly instead: string }).instead).toContain(works)
    }
  })
})

test('the purposes that are named for an option are those with which it is not refused [N-03]', () => {
  for (const path of (Object.keys(choices) as ChoicePath[]).filter(each => each !== 'intake.purpose'))
    for (const id of idsOf(path)) {
      const told = madeFor(path, id) ?? idsOf('intake.purpose')
      const taken = idsOf('intake.purpose').filter(purpose => {
        const { intake, ...rest } = answering(path, id)
        return undelivered({ ...rest, intake: { ...intake, purpose } }).length === 0
      })
      expect([path, id, told.toSorted()]).toEqual([path, id, taken.toSorted()])
    }
})

test.each(['>=3.9', '<3.11', '>=4', '==3.10.*'])('Python %s is not what the written code runs on [N-03]', python => {
  expect(undelivered({ intake: { python } })).toMatchObject([{ path: ['intake', 'python'] }])
})

test.each(['>=3.11', '==3.13.*', '>=3.11,<3.14', '>=3.11.4'])('Python %s is delivered [N-03]', python => {
  expect(undelivered({ intake: { python } })).toEqual([])
})

test('a command belongs to a program, and a program is no place for what is served [N-03]', () => {
  const of = (purpose: string, kind: string) =>
    undelivered({ intake: { purpose }, components: [{ name: 'part', kind, does: 'x' }] } as Given).map(
      each => each.refusal.data,
    )
  expect(of('cli', 'command')).toEqual([])
  expect(of('library', 'command')).toMatchObject([{ value: 'command with purpose library' }])
  expect(of('api-service', 'command')).toMatchObject([{ value: 'command with purpose api-service' }])
  expect(of('cli', 'resource')).toMatchObject([{ value: 'resource with purpose cli' }])
})
