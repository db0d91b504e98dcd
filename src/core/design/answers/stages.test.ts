import { expect, test } from 'vitest'
import { answered } from '../../../../test/machine-commands.ts'
import type { Given } from './schema.ts'
import { answerAt, answerStages, keysOf, missing, partOf, required } from './stages.ts'

const complete: Given = Object.assign({}, ...answerStages.map(stage => answered[stage]))

/** The answers without the one at a dotted path. */
const without = (path: string): Given => {
  const [section = '', key = ''] = path.split('.')
  const { [key]: _, ...rest } = (complete as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[section] ?? {}
  return { ...complete, [section]: rest }
}

test.each(answerStages)('with every answer %s misses nothing [N-02]', stage => {
  expect(missing(stage, complete)).toEqual([])
})

test.each(answerStages.flatMap(stage => required[stage].map(path => [path, stage] as const)))(
  'without %s its stage misses it by its exact path, and no other stage does [N-02]',
  (path, stage) => {
    const open = answerStages.map(each => [each, missing(each, without(path))] as const)
    expect(open.filter(([, paths]) => paths.length > 0)).toEqual([[stage, [path]]])
  },
)

test('with no answer at all everything required is missing, in the order of the questions [N-02]', () => {
  expect(missing('intake', {})).toEqual(required.intake)
  expect(missing('features', {})).toEqual([])
  expect(missing('structure', {})).toEqual(['structure.mode', 'components'])
})

test('mode tree misses the tree; a list without components is as good as none [N-02] [C-42]', () => {
  expect(missing('structure', { ...complete, structure: { mode: 'tree' } })).toEqual(['structure.tree'])
  expect(missing('structure', { ...complete, components: [] })).toEqual(['components'])
})

test('a recommendation of concurrency waits to be chosen at the architecture stage [C-20] [C-03]', () => {
  const recommended: Given = { ...complete, intake: { ...complete.intake, concurrency: 'recommend' } }
  expect(missing('intake', recommended)).toEqual([])
  expect(missing('architecture', recommended)).toEqual(['intake.concurrency'])
})

test('each key of the answers belongs to one stage at most, and the parts make the whole again [N-01]', () => {
  const keys = answerStages.flatMap(stage => keysOf[stage])
  expect(new Set(keys).size).toBe(keys.length)
  expect(Object.assign({}, ...answerStages.map(stage => partOf(stage, complete)))).toEqual(complete)
})

test('a path through nothing finds nothing', () => {
  expect(answerAt({ a: { b: 1 } }, 'a.b')).toBe(1)
  expect(answerAt({ a: 1 }, 'a.b.c')).toBeUndefined()
})
