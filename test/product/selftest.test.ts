import { afterAll, beforeAll, expect, test } from 'vitest'
import { compose } from '../../src/app/compose.ts'
import { selfTest } from '../../src/app/use-cases/selftest.ts'
import type { World } from '../../src/app/world.ts'
import { filesBelow, sampleText, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

const project = place.path('schema-guard')
let world: World

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  expect(told(await place.tsq(['new', '--embedded', '--out', project, '--answers', answers]), 0)).toBe('exit 0')
  world = compose(
    { cwd: project, env: { ...process.env, ...place.env }, home: place.root, user: 'somebody' },
    { step: () => () => undefined, note: () => undefined },
  )
}, 60_000)

test('every check that needs no environment, and every rule, catches what is planted, and nothing is left of it [K-04, X-05]', async () => {
  const before = filesBelow(project)
  const ended = await place.tsq(['--in', project, '--json', 'gate', 'selftest', '--embedded'])
  expect(told(ended, 0)).toBe('exit 0')
  const { proofs } = JSON.parse(ended.stdout) as { proofs: { kind: string; id: string; outcome: string }[] }
  expect(proofs.filter(each => each.outcome === 'missed')).toEqual([])
  expect([...new Set(proofs.filter(each => each.outcome === 'not run').map(each => each.id))]).toEqual([
    'types',
    'tests',
    'test-proof',
  ])
  expect(proofs.filter(each => each.kind === 'rule').map(each => each.id)).toEqual(
    (await world.shelves.rules()).map(each => each.id),
  )
  expect(filesBelow(project)).toEqual(before)
}, 60_000)

test('a check that cannot fail, and a rule that sees nothing, are named [K-04]', async () => {
  const [checks, rules] = [await world.shelves.checks(), await world.shelves.rules()]
  const blind: World = {
    ...world,
    shelves: {
      ...world.shelves,
      checks: async () =>
        checks
          .filter(each => each.id === 'imports')
          .map(each => ({ ...each, inside: { when: 'always', inspect: () => ({ findings: [], metrics: {} }) } })),
      rules: async () =>
        rules.filter(each => each.id === 'sync-driver').map(each => ({ ...each, look: { by: 'source', visit: {} } })),
    },
  }
  expect((await selfTest(blind, true)).map(({ id, outcome }) => [id, outcome])).toEqual([
    ['imports', 'missed'],
    ['sync-driver', 'missed'],
  ])
}, 60_000)
