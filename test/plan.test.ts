import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '../src/base/refusal.ts'
import { designOf, earlyOf } from '../src/core/design/answers/complete.ts'
import { readAnswers } from '../src/core/design/answers/read.ts'
import type { Given } from '../src/core/design/answers/schema.ts'
import { type Plan, planOf } from '../src/core/design/plan/plan.ts'
import { parseTree } from '../src/core/design/tree/parse.ts'
import { readAnswersText } from '../src/core/documents/answers-file.ts'
import { loadAll } from '../src/ports/registry.ts'
import { artifacts } from '../src/shelves/artifacts/registry.ts'
import { backbones } from '../src/shelves/backbones/registry.ts'
import { managers } from '../src/shelves/managers/registry.ts'

const shelves = { artifacts: await loadAll(artifacts), backbones: await loadAll(backbones) }
const [manager] = await loadAll(managers)

const sample = (name: string): Given => {
  const text = readAnswersText(readFileSync(new URL(`designs/${name}.yaml`, import.meta.url), 'utf8'))
  const given = isRefusal(text) ? [text] : readAnswers(text.value)
  if (Array.isArray(given)) throw new Error(JSON.stringify(given))
  return given as Given
}

const tried = (given: Given, backwards = false): Plan | Refusal => {
  const design = designOf(given, '2026-11-21')
  const drawn = design.structure.mode === 'tree'
  const files = drawn ? parseTree(design.structure.tree ?? '') : []
  if (isRefusal(files)) return files
  const early = earlyOf(design, { drawn, files })
  if (manager === undefined) throw new Error('no manager on the shelf')
  const facts = (locked: boolean) =>
    manager.facts({ names: early.names, python: early.python, remote: undefined, locked })
  const turned = <T>(units: readonly T[]) => (backwards ? units.toReversed() : units)
  return planOf(early, turned(shelves.artifacts), turned(shelves.backbones), facts)
}
const planned = (given: Given, backwards = false): Plan => {
  const plan = tried(given, backwards)
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan))
  return plan
}

describe.each(['schema-guard', 'dataforge'])('%s', name => {
  const given = sample(name)
  const plan = planned(given)

  test('every file comes once, after everything that it needs [C-60] [C-63]', () => {
    const paths = plan.tasks.map(each => each.path.toLowerCase())
    expect(new Set(paths).size).toBe(paths.length)
    const before = new Set<string>()
    for (const task of plan.tasks) {
      expect([...task.needs, ...task.from].filter(need => !before.has(need))).toEqual([])
      before.add(task.id)
    }
  })

  test('every file has its id, its purpose in a sentence and its effort [C-60]', () => {
    plan.tasks.forEach((task, index) => {
      expect(task.id).toBe(`T-${String(index + 1).padStart(3, '0')}`)
      expect(task.purpose).toMatch(/^[A-Z“"`_].*\.$/)
      expect(['trivial', 'simple', 'moderate', 'complex']).toContain(task.effort)
    })
  })

  test('the same answers always give the same plan, in whatever order the units lie on their shelves [C-63]', () => {
    const told = (each: Plan) => each.tasks.map(task => [task.id, task.role, task.path, task.needs, task.from])
    expect(told(planned(given))).toEqual(told(plan))
    expect(told(planned(given, true))).toEqual(told(plan))
  })

  test('packaging comes first, and each test after the code that it tests [C-63]', () => {
    const paths: readonly string[] = plan.tasks.map(each => each.path)
    expect(paths[0]).toBe('pyproject.toml')
    const component = given.components?.[0]?.name ?? ''
    const source = plan.tasks.findIndex(each => each.role === `${component}.source`)
    const tests = plan.tasks.flatMap((each, index) => (each.role === `${component}.test` ? [index] : []))
    expect(source).toBeGreaterThan(0)
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.every(index => index > source)).toBe(true)
  })
})

describe('a drawn tree', () => {
  const dataforge = sample('dataforge')
  const tree = dataforge.structure?.tree ?? ''
  const drawnAs = (text: string): Given => ({ ...dataforge, structure: { mode: 'tree', tree: text } })

  test('every drawn file is planned at its drawn path, and everything else is an addition with a reason [C-41]', () => {
    const plan = planned(dataforge)
    const files = parseTree(tree)
    const drawn: readonly string[] = isRefusal(files) ? [] : files
    const paths: readonly string[] = plan.tasks.map(each => each.path)
    expect(drawn.filter(path => !paths.includes(path))).toEqual([])
    expect(paths.filter(path => !drawn.includes(path)).toSorted()).toEqual(
      plan.additions.map(each => String(each.path)).toSorted(),
    )
    expect(plan.additions.every(each => each.reason.trim() !== '')).toBe(true)
    expect(plan.additions.map(each => String(each.path))).toContain('uv.lock')
  })

  test('a drawn source file that nobody claims is asked about by its path [C-41]', () => {
    expect(tried(drawnAs(`${tree}\nsrc/dataforge/mystery.py`))).toMatchObject({ refused: true })
    const flat = planned(dataforge).tasks.map(each => each.path)
    expect(tried(drawnAs([...flat, 'src/dataforge/mystery.py'].join('\n')))).toMatchObject({
      code: 'TSQ-TREE-MISFIT',
      data: { path: 'src/dataforge/mystery.py' },
    })
  })

  test('a tree that is drawn as it was planned needs no addition [C-41]', () => {
    const first = planned(dataforge)
    const again = planned(drawnAs(first.tasks.map(each => each.path).join('\n')))
    expect(again.additions).toEqual([])
    expect(again.tasks.map(each => each.path)).toEqual(first.tasks.map(each => each.path))
  })
})

test('two components on one path are refused by name [C-42]', () => {
  const given = sample('schema-guard')
  const [first] = given.components ?? []
  if (first === undefined) throw new Error('the sample has no component')
  const path = 'src/schema_guard/same.py' as NonNullable<typeof first.path>
  const components = ['one', 'two'].map(name => ({ ...first, name, path }))
  expect(tried({ ...given, components })).toMatchObject({ code: 'TSQ-COMPONENT', data: { path: 'component two' } })
})

describe('a component that would hide something else is refused with what it would hide [C-42]', () => {
  const named = (name: string, errors: 'exceptions' | 'results' = 'exceptions', ...others: readonly string[]) => {
    const given = sample('schema-guard')
    const components = [name, ...others].map(each => ({ name: each, kind: 'pipeline', does: 'It chains steps.' }))
    const architecture = { ...given.architecture, errors }
    return tried({ ...given, architecture, components })
  }

  test.each([
    ['settings', 'exceptions', 'the Settings of src/schema_guard/config.py'],
    ['err', 'results', 'the Err of src/schema_guard/errors.py'],
    ['result', 'results', 'the Result of src/schema_guard/errors.py'],
    ['load_settings', 'exceptions', 'the load_settings of src/schema_guard/config.py'],
    ['value', 'exceptions', 'Python’s own ValueError'],
  ] as const)('%s (%s)', (name, errors, reason) => {
    expect(named(name, errors)).toMatchObject({
      code: 'TSQ-COMPONENT',
      data: { path: `component ${name}`, reason: expect.stringContaining(reason) },
    })
  })

  test('two components whose classes meet', () => {
    expect(named('order', 'exceptions', 'order_report')).toMatchObject({
      code: 'TSQ-COMPONENT',
      data: { reason: expect.stringContaining('OrderReport') },
    })
  })

  test.each([
    ['result', 'exceptions'],
    ['value', 'results'],
    ['orders', 'results'],
  ] as const)('where nothing of that name is, %s (%s) may have it', (name, errors) => {
    expect(tried(sample('schema-guard'))).not.toHaveProperty('refused')
    expect(named(name, errors)).not.toHaveProperty('refused')
  })
})

test('a kind that no backbone makes is refused with those that there are [C-61]', () => {
  const given = sample('schema-guard')
  const components = [{ name: 'odd', kind: 'oddity', does: 'Nothing.' }]
  expect(tried({ ...given, components })).toMatchObject({
    code: 'TSQ-ANSWERS-VALUE',
    data: { path: 'components[0].kind', choices: shelves.backbones.map(each => each.id) },
  })
})
