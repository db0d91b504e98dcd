import { beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../src/base/refusal.ts'
import { inspect, type Lens } from '../src/core/gates/rules/inspect.ts'
import { selected } from '../src/core/gates/rules/select.ts'
import { loadAll } from '../src/ports/registry.ts'
import { rules } from '../src/shelves/rules/registry.ts'
import { loadRuff } from '../src/world/grammar/ruff.ts'
import { loadGrammar } from '../src/world/grammar/tree-sitter.ts'
import { secretScanner } from '../src/world/secrets.ts'
import { rendered } from './rendered-project.ts'
import { samplePlan, samples } from './sample-plans.ts'

let lens: Lens
beforeAll(async () => {
  lens = {
    rules: selected(await loadAll(rules), { select: ['security'] }),
    grammar: await loadGrammar(),
    ruff: await loadRuff(),
    target: 'py311',
  }
})

test('there are designs to look at', () => {
  expect(samples.filter(name => samplePlan(name) !== undefined).length).toBeGreaterThan(5)
})

test.for(samples)('what %s is made of has no finding of the security pack [K-16a]', async name => {
  const plan = samplePlan(name)
  const all: string[] = []
  for (const task of plan?.tasks ?? []) {
    const { file } = task.placed
    // A lock is the manager's to make.
    if (plan === undefined || (file.compose === undefined && file.template === undefined)) continue
    const text = rendered(plan, task)
    if (isRefusal(text)) throw new Error(`${task.path}: ${JSON.stringify(text)}`)
    const { found } = inspect(task.path, text, lens, await secretScanner().scan(task.path, text))
    all.push(...found.map(each => `${each.path}:${each.line} ${each.rule} ${each.message}`))
  }
  expect(all).toEqual([])
})
