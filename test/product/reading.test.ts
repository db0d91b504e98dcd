import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { design, must, sampleText, scratch } from './product.ts'

const place = scratch()
const out = place.path('schema-guard')

beforeAll(async () => {
  must(
    await place.tsq([
      'new',
      '--embedded',
      '--out',
      out,
      '--answers',
      place.write('answers.yaml', sampleText('schema-guard')),
    ]),
    0,
  )
})
afterAll(place.remove)

test.each([
  [['status'], 'kind'],
  [['plan', 'show'], 'tasks'],
  [['plan', 'explain', 'T-001'], 'purpose'],
  [['task', 'list'], '0'],
  [['task', 'show', 'T-001'], 'at'],
  [['task', 'prompt', 'T-001'], 'prompt'],
  [['critic'], '1'],
  [['gate', 'run', '--embedded'], 'rows'],
  [['report'], 'verdict'],
  [['verify'], 'standing'],
  [['explain', 'architecture.errors'], 'lines'],
  [['doctor'], 'found'],
  [['schema', 'answers'], 'properties'],
  [['explain'], 'checks'],
  [['eject'], 'needed'],
] as const)('%j answers in JSON when it is asked to [C-07] [Q-21]', async (args, member) => {
  const { stdout } = await place.tsq(['--json', '--quiet', ...args], {}, out)
  expect(JSON.parse(stdout)).toHaveProperty([member])
})

test('an answers file is read by the command that names it; what was added since is found by giving it again [C-02] [C-07]', async () => {
  const home = place.path('again')
  const text = sampleText('schema-guard')
  const file = place.write('again.yaml', text.replace(/^ {2}plan: approve\n/m, ''))
  const stopped = must(await place.tsq(['new', '--embedded', '--out', home, '--answers', file]), 3)
  const told = stopped.stderr.replaceAll(/\s+/g, ' ')
  expect(told).toContain('`trysquare decide plan approve`')
  expect(told).toContain('`trysquare next --answers FILE`')
  place.write('again.yaml', text)
  must(await place.tsq(['--in', home, 'next']), 3)
  place.write('again.yaml', text.replace('logging: stdlib', 'logging: structlog'))
  expect(must(await place.tsq(['--in', home, 'next', '--answers', file]), 2).stderr).toContain('TSQ-ANSWERS-CHANGED')
  place.write('again.yaml', text)
  must(await place.tsq(['--in', home, 'next', '--answers', file]), 0)
  const { log } = JSON.parse((await place.tsq(['--in', home, 'report', '--format', 'json'])).stdout) as {
    readonly log: readonly { readonly what: string; readonly channel: string }[]
  }
  expect(log.find(each => each.what === 'approved the plan')?.channel).toBe('answers-file')
})

test('the published schema of the report accepts the report that is printed [C-81]', async () => {
  const { stdout } = must(await place.tsq(['schema', 'report']), 0)
  const schema = z.fromJSONSchema(JSON.parse(stdout) as Parameters<typeof z.fromJSONSchema>[0])
  const report = JSON.parse(must(await place.tsq(['report', '--format', 'json'], {}, out), 0).stdout) as Record<
    string,
    unknown
  >
  expect(schema.safeParse(report).error).toBeUndefined()
  expect(schema.safeParse({ ...report, verdict: 'splendid' }).success).toBe(false)
})

/** The points of the second review of a design that is only scored. */
const secondReview = async (text: string): Promise<readonly number[]> => {
  const { stdout } = must(
    await place.tsq(['--json', '--quiet', 'critic', '--answers', place.write('scored.yaml', text)]),
    0,
  )
  const reviews = JSON.parse(stdout) as Readonly<Record<string, { readonly scores: readonly { points: number }[] }>>
  return (reviews['2']?.scores ?? []).map(each => each.points)
}

test.each([
  ['Makefile', {}],
  ['tests/conftest.py', {}],
  ['src/dataforge/extra.py', {}],
  ['examples/basic.py', { demo: 'minimal' }],
])('a drawing with %s, which no run can make yet, is reviewed as it is drawn [C-32]', async (file, features) => {
  const drawn = (more: string) =>
    design('dataforge', answers => {
      const { tree } = answers['structure'] as { readonly tree: string }
      Object.assign(answers['structure'] ?? {}, { tree: `${tree}├── ${more}\n` })
      Object.assign(answers['features'] ?? {}, features)
    })
  const without = await secondReview(drawn('CHANGELOG.md'))
  const scored = await secondReview(drawn(file))
  without.forEach((points, index) => expect(scored[index]).toBeGreaterThanOrEqual(points))
  expect(scored[4]).toBe(5)
})

test('a component of any kind brings the demonstration that was asked for [C-32] [C-41]', async () => {
  const custom = design('schema-guard', answers => {
    Object.assign(answers, {
      components: [{ name: 'prices', kind: 'custom', does: 'Works out prices.', interface: 'def price() -> int: ...' }],
    })
    Object.assign(answers['features'] ?? {}, { demo: 'minimal' })
  })
  expect((await secondReview(custom))[4]).toBe(5)
})

test('a tree that is half asked for is not reviewed: what is still open is asked by its path [C-32] [C-40] [N-02]', async () => {
  const half = design('schema-guard', answers => {
    Object.assign(answers, { structure: { mode: 'guided', guided: { components: 'together' } } })
  })
  const ended = await place.tsq(['critic', '--answers', place.write('half.yaml', half)])
  expect(ended.exit).toBe(3)
  expect(ended.stderr).toContain('structure.guided.exposure is needed')
})

test('options that a kind does not have are refused before anything is reviewed [C-42] [Q-04]', async () => {
  const odd = design('orders-api', answers => {
    const [first] = answers['components'] as unknown as { options: { fields: object } }[]
    Object.assign(first?.options.fields ?? {}, { class: { type: 'str' } })
  })
  const ended = must(await place.tsq(['critic', '--answers', place.write('odd.yaml', odd)]), 2)
  expect(ended.stderr).toContain('TSQ-ANSWERS-INVALID')
  expect(ended.stderr).toContain('components[0].options.fields.class')
})
