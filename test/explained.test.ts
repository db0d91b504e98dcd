import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compose } from '../src/app/compose.ts'
import { explain, explainable } from '../src/app/use-cases/explain.ts'
import { catalogue } from '../src/base/errors/catalogue.ts'
import { deliveredKinds } from '../src/core/design/answers/delivered.ts'
import { readAnswers } from '../src/core/design/answers/read.ts'
import { type Approvals, answersSchema } from '../src/core/design/answers/schema.ts'
import { readAnswersText } from '../src/core/documents/answers-file.ts'
import { silent } from '../src/doors/cli/reporter.ts'

const root = join(import.meta.dirname, '..')
const world = compose({ cwd: root, env: {}, home: root, user: 'ada' }, silent)
const textOf = async (name: string) => (await explain(world, name)).lines.flat().join(' ')

/** The names that the source gives to findings: `rule: 'missing'`, `rule: exits ? 'a' : 'b'`, and the imports' own way to say it. */
const ruleNames = (): readonly string[] => {
  const checks = join(root, 'src/shelves/checks')
  const sources = [
    ...readdirSync(checks, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => join(checks, name)),
    join(root, 'src/core/gates/whole-tree.ts'),
    join(root, 'src/app/effects/check.ts'),
  ]
  return sources.flatMap(path => {
    const text = readFileSync(path, 'utf8')
    const given = [...text.matchAll(/\brule: ([^\n]*)/g)].flatMap(([, rest = '']) => [
      ...rest.matchAll(/'([A-Za-z-]+)'/g),
    ])
    const calls = [...text.matchAll(/\bfinding\(\s*path,\s*at,\s*'([a-z-]+)'/g)]
    return [...given, ...calls].map(([, name = '']) => name).filter(name => name !== 'error' || path.includes('types'))
  })
}

test('each rule that a check can give is explained [N-02]', async () => {
  const names = [...new Set(ruleNames())]
  expect(names.length).toBeGreaterThan(25)
  expect(names).toEqual(
    expect.arrayContaining(['collection-error', 'missing', 'unresolved', 'gone', 'strayed', 'loosened']),
  )
  for (const name of names) expect((await explain(world, name)).kind).toMatch(/^rule of /)
  for (const name of ['return-value', 'no-untyped-def', 'E501', 'secret-aws-access-key'])
    expect((await explain(world, name)).kind).toMatch(/^rule of the check /)
})

describe('approvals', () => {
  const keys = Object.keys(
    (answersSchema.shape.approvals.unwrap() as unknown as { readonly shape: Record<keyof Approvals, unknown> }).shape,
  )
  test.each(keys)('approvals.%s says what is decided, how it is written, and with which command [N-02]', async key => {
    const { lines } = await explain(world, `approvals.${key}`)
    expect(lines.map(([label]) => label)).toEqual(['Is', 'Write', 'Or'])
    expect(lines[1]?.[1]).toMatch(new RegExp(`^${key}: `))
    expect(lines[2]?.[1]).toContain('`trysquare ')
  })
})

test('components are told as components: what one is, each kind in a line, and an example that is taken as it is [C-42] [N-02]', async () => {
  const { lines, sample } = await explain(world, 'components')
  expect(lines.map(([label]) => label)).toEqual(expect.arrayContaining([...deliveredKinds]))
  expect(lines.flat().join(' ')).not.toContain('modules of the package')
  const read = readAnswersText(sample ?? '')
  if (!('value' in read)) throw new Error('the example is not YAML')
  expect(readAnswers(read.value)).toMatchObject({ components: [{ kind: 'validator' }, { kind: 'resource' }] })
  const { options } = (readAnswers(read.value) as { components: { options?: unknown }[] }).components[1] ?? {}
  const resource = (await world.shelves.backbones()).find(each => each.id === 'resource')
  expect(resource?.options.safeParse(options).success).toBe(true)
})

test.each(deliveredKinds)('the kind %s is explained, and is known where kinds are listed [C-42] [N-02]', async kind => {
  expect((await explain(world, kind)).kind).toContain('kind of component')
  expect(await textOf('components.kind')).toContain(kind)
})

test.each([
  'kind',
  'kinds',
  'backbones',
  'fields',
  'fixes',
  'collisions',
  'tasks',
  'stale',
  'components.options',
  'doer',
])('the word %s is explained [N-02]', async word => {
  expect((await explain(world, word)).lines.length).toBeGreaterThan(0)
})

test.each(Object.keys(catalogue))('the code %s says what to do, without any data [Q-20] [N-02]', async code => {
  const todo = (await explain(world, code)).lines.find(([label]) => label === 'Do')?.[1]
  expect(todo).toMatch(/^\S.*[.?]$/)
  expect(todo).not.toMatch(/^(?:TODO|HOW|INSTEAD)\b|undefined|\[object/)
})

test('whatever is listed is explained, each group in an order that can be searched [N-02]', async () => {
  const all = await explainable(world)
  for (const [group, names] of Object.entries(all)) {
    expect(names.length).toBeGreaterThan(0)
    if (group.startsWith('error codes')) expect(names).toEqual(names.toSorted())
    for (const name of names) expect((await explain(world, name)).lines.length).toBeGreaterThan(0)
  }
  expect(
    Object.entries(all)
      .flatMap(([group, names]) => (group.startsWith('error codes') ? names : []))
      .toSorted(),
  ).toEqual(Object.keys(catalogue).toSorted())
})
