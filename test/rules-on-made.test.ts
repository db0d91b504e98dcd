import { expect, test } from 'vitest'
import { isRefusal } from '../src/base/refusal.ts'
import { selected } from '../src/core/gates/rules/select.ts'
import { loadAll } from '../src/ports/registry.ts'
import { rules } from '../src/shelves/rules/registry.ts'
import { rendered } from './rendered-project.ts'
import { lensFor, lookedAt } from './rules/cases.ts'
import { samplePlan, samples } from './sample-plans.ts'

const lens = await lensFor(selected(await loadAll(rules), {}))

test('there are designs of every kind to look at', () => {
  expect(samples.filter(name => samplePlan(name) !== undefined).length).toBeGreaterThan(8)
})

test.for(samples)('no rule finds anything in what is made for %s [B-09, K-16a]', { timeout: 60_000 }, async name => {
  const plan = samplePlan(name)
  if (plan === undefined) return
  const files = plan.tasks.flatMap(task => {
    const { file } = task.placed
    // A lock is the manager's to make.
    if (file.compose === undefined && file.template === undefined) return []
    const text = rendered(plan, task)
    if (isRefusal(text)) throw new Error(`${task.path}: ${JSON.stringify(text)}`)
    return [{ path: task.path, text }]
  })
  const { found } = await lookedAt(lens, files)
  expect(found.map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`)).toEqual([])
})
