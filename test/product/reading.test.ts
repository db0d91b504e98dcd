import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { must, sampleText, scratch } from './product.ts'

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
] as const)('%j answers in JSON when it is asked to [C-07] [Q-21]', async (args, member) => {
  const { stdout } = await place.tsq(['--json', '--quiet', ...args], {}, out)
  expect(JSON.parse(stdout)).toHaveProperty([member])
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
