import { describe, expect, test } from 'vitest'
import { isRefusal } from '../src/base/refusal.ts'
import { designOf, earlyOf } from '../src/core/design/answers/complete.ts'
import { readAnswers } from '../src/core/design/answers/read.ts'
import type { Given } from '../src/core/design/answers/schema.ts'
import { missing } from '../src/core/design/answers/stages.ts'
import type { Guided } from '../src/core/design/answers/types.ts'
import { type Plan, planOf } from '../src/core/design/plan/plan.ts'
import { treeOf } from '../src/core/design/plan/tree.ts'
import { foreseenFeatures } from '../src/core/design/tree/foreseen.ts'
import { readAnswersText } from '../src/core/documents/answers-file.ts'
import uv from '../src/shelves/managers/uv/manager.ts'
import { everyGuided, fitting, type Purpose, purposes, samples } from './guided-designs.ts'
import { design } from './product/product.ts'
import { artifacts, backbones } from './rendered-project.ts'

const givenOf = (purpose: Purpose, guided: Partial<Guided>, more: Record<string, unknown> = {}): Given => {
  const text = design(samples[purpose], answers => {
    Object.assign(answers['intake'] ?? {}, { purpose })
    Object.assign(answers, { structure: { mode: 'guided', guided }, ...more })
  })
  const read = readAnswersText(text)
  const given = isRefusal(read) ? [read] : readAnswers(read.value)
  if (Array.isArray(given)) throw new Error(JSON.stringify(given))
  return given as Given
}

const drawn = (given: Given): readonly string[] => {
  const tree = treeOf(designOf(given, '2026-11-21'), artifacts, backbones)
  if (isRefusal(tree)) throw new Error(JSON.stringify(tree))
  return tree.files
}

const planned = (given: Given): Plan => {
  const wanted = designOf(given, '2026-11-21')
  const structure = treeOf(wanted, artifacts, backbones)
  if (isRefusal(structure)) throw new Error(JSON.stringify(structure))
  const early = { ...earlyOf(wanted, structure), features: foreseenFeatures(given, structure.files) }
  const facts = (locked: boolean) => uv.facts({ names: early.names, python: early.python, remote: undefined, locked })
  const plan = planOf(early, artifacts, backbones, facts)
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan))
  return plan
}

const plain: Guided = {
  components: 'separate',
  exposure: [],
  directories: [],
  examples: false,
  tests: 'separate',
  docs: 'markdown',
}

test('every combination builds a tree that plans for a library that lasts: its fixtures, its diagnosis, its tests where they were wanted [C-40] [P-18]', () => {
  for (const guided of everyGuided('library')) {
    const given = givenOf('library', guided, { features: fitting('library', guided) })
    const lasting = {
      ...given,
      intake: { ...given.intake, maturity: 'long-term' },
      architecture: { ...given.architecture, testing: 'comprehensive' },
    } as Given
    const paths: readonly string[] = planned(lasting).tasks.map(each => each.path)
    expect(drawn(lasting).filter(each => !paths.includes(each))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['tests/fixtures/validator/good.json', 'docs/setup.md']))
    expect(paths.some(each => each.endsWith('/test_diagnostics.py'))).toBe(true)
    expect(paths.some(each => each.startsWith('tests/unit/'))).toBe(guided.tests === 'separate')
  }
})

describe.each(purposes)('%s', purpose => {
  test('every combination of the six answers gives a tree that plans, each file at its drawn place [C-40] [C-41]', () => {
    const all = everyGuided(purpose)
    expect(all.length).toBe({ library: 32, prototype: 16, 'api-service': 64, 'internal-service': 64, cli: 16 }[purpose])
    for (const guided of all) {
      const given = givenOf(purpose, guided, { features: fitting(purpose, guided) })
      const files = drawn(given)
      const plan = planned(given)
      const paths: readonly string[] = plan.tasks.map(each => each.path)
      expect({ guided, lost: files.filter(each => !paths.includes(each)) }).toEqual({ guided, lost: [] })
      expect(paths.filter(each => !files.includes(each)).toSorted()).toEqual(
        plan.additions.map(each => String(each.path)).toSorted(),
      )
      expect(plan.additions.every(each => each.reason.trim() !== '')).toBe(true)
      // What the answers say is what the tree has.
      const [component] = given.components ?? []
      const source = `src/${given.intake?.package_name}/${guided.components === 'together' ? 'core/' : purpose === 'cli' ? 'commands/' : ''}${component?.name}.py`
      expect(files).toContain(source)
      expect(files.some(each => each.startsWith('examples/'))).toBe(guided.examples)
      expect(files.some(each => each.startsWith('config/'))).toBe(guided.directories.includes('config'))
      expect(files.includes('mkdocs.yml')).toBe(guided.docs === 'mkdocs')
      expect(files.some(each => each.includes('/api/'))).toBe(guided.exposure.includes('api'))
      const tests = files.filter(each => /(^|\/)test_/.test(each) && !each.startsWith('tests/integration/'))
      expect(tests.length).toBeGreaterThan(purpose === 'prototype' ? 3 : 4)
      expect(tests.every(each => each.startsWith('tests/') === (guided.tests === 'separate'))).toBe(true)
      if (guided.tests === 'beside') expect(files).toContain(source.replace(/(\w+\.py)$/, 'test_$1'))
    }
  })

  test('it can be approved before the features are answered, and answers that follow it change nothing [C-40]', () => {
    for (const guided of everyGuided(purpose)) {
      const open = givenOf(purpose, guided, { features: undefined })
      const answered = givenOf(purpose, guided, { features: fitting(purpose, guided) })
      expect(drawn(open)).toEqual(drawn(answered))
      const before = planned(open).tasks.map(each => each.path)
      const later = planned(answered)
        .tasks.map(each => each.path)
        .filter(each => !before.includes(each))
      expect({ guided, later }).toEqual({ guided, later: guided.docs === 'mkdocs' ? ['docs/reference.md'] : [] })
    }
  })
})

test('what later answers need and the tree lacks is proposed with its reason [C-41]', () => {
  const features = { api: 'fastapi', demo: 'none', docs: 'mkdocs', readme_languages: ['fr'] }
  const plan = planned(givenOf('api-service', plain, { features }))
  const reasons = new Map(plan.additions.map(each => [String(each.path), each.reason]))
  for (const path of [
    'src/orders/api/app.py',
    'src/orders/api/v1/orders.py',
    'src/orders/__main__.py',
    'mkdocs.yml',
    'docs/index.md',
    'docs/reference.md',
    'README.fr.md',
  ])
    expect([path, reasons.get(path)?.trim() ?? '']).toEqual([path, expect.stringMatching(/\w{3}/)])
})

test('of the six answers none is assumed: each that is missing is asked by its path [C-40] [N-02]', () => {
  const { exposure: _, tests: __, ...rest } = plain
  expect(missing('structure', givenOf('library', rest))).toEqual([
    'structure.guided.exposure',
    'structure.guided.tests',
  ])
  expect(missing('structure', givenOf('library', plain))).toEqual([])
})
