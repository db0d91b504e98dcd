import { readdirSync, readFileSync } from 'node:fs'
import { mapValues } from 'es-toolkit/object'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Component, Design } from '../src/core/design/answers/types.ts'
import { dimensions, type SecondView } from '../src/core/design/critique.ts'
import { read } from '../src/core/design/reading.ts'
import { decides, topics } from '../src/core/design/review/facts.ts'
import { isBlank } from '../src/core/design/review/substance.ts'
import { type Review, review } from '../src/core/design/review.ts'
import { parseTree } from '../src/core/design/tree/parse.ts'
import { anyView } from './critic-arbitrary.ts'
import { allCritics } from './critic-views.ts'
import { worsenings } from './critic-worsenings.ts'

const rules = await allCritics()
const designs = new URL('designs/', import.meta.url)
const load = (path: string): unknown => parse(readFileSync(new URL(path, designs), 'utf8'))

const extensions: Readonly<Record<string, string>> = {
  validator: 'Pass further checks that follow its protocol.',
  pipeline: 'Any function over rows can be added as a step.',
}

const templateFiles = (design: Design): readonly string[] => [
  'pyproject.toml',
  'README.md',
  'src/p/__init__.py',
  ...design.components.map(each => `src/p/${each.name}.py`),
  ...(design.architecture.testing === 'none' ? [] : design.components.map(each => `tests/test_${each.name}.py`)),
  ...(design.features.demo === 'none' ? [] : ['examples/first.py']),
]

const viewOf = (path: string): SecondView => {
  const design = load(path) as Design & { readonly decisions?: Design['decisions'] }
  const drawn = design.structure.mode === 'tree' ? parseTree(design.structure.tree ?? '') : undefined
  if (drawn && !Array.isArray(drawn)) throw new Error(`the tree of ${path} cannot be read`)
  return {
    intake: design.intake,
    project: design.project,
    architecture: { ...design.architecture, rationale: design.architecture.rationale ?? {} },
    decisions: design.decisions ?? [],
    structure: { drawn: drawn !== undefined, files: (drawn as readonly string[] | undefined) ?? templateFiles(design) },
    components: design.components.map(({ name, kind, does, interface: stub }: Component) => ({
      name,
      kind,
      does,
      extension: extensions[kind],
      interface: stub,
    })),
    features: { ...design.features, docs_contents: [] },
  }
}

const points = (of: Review): readonly number[] => of.scores.map(each => each.points)
const both = [1, 2] as const

const rulesThatSpeak = (name: string, checkpoint: 1 | 2) =>
  review(checkpoint, viewOf(`${name}.yaml`), rules).concerns.map(each => each.rule)

describe('published designs score what was published for them [C-34]', () => {
  const published = load('published-scores.yaml') as Record<
    string,
    Record<'critic_1' | 'critic_2', { readonly scores?: readonly number[]; readonly total: number }>
  >
  for (const [name, scores] of Object.entries(published))
    for (const checkpoint of both)
      test(`${name}, review ${checkpoint}`, () => {
        const result = review(checkpoint, viewOf(`${name}.yaml`), rules)
        const expected = scores[`critic_${checkpoint}`]
        expect(result.total).toBe(expected.total)
        expect(points(result)).toEqual(expected.scores ?? points(result))
      })

  test('and are told what the published notes tell them', () => {
    expect(rulesThatSpeak('schema-guard', 1)).toEqual(
      expect.arrayContaining(['settings-in-library', 'extension-intent']),
    )
    expect(rulesThatSpeak('schema-guard', 2)).toEqual(['versioning'])
    expect(rulesThatSpeak('dataforge', 1)).toEqual(expect.arrayContaining(['versioning', 'extension-intent']))
    expect(rulesThatSpeak('dataforge', 2)).toEqual(['versioning', 'examples'])
  })
})

describe('designs of our own land where a reviewer would put them [C-30]', () => {
  const ranges = {
    fine: [24, 25, 24, 25],
    middling: [15, 19, 15, 19],
    'over-engineered': [15, 24, 15, 19],
    strange: [10, 19, 10, 19],
    poor: [0, 14, 0, 9],
  } as const
  for (const [name, [low1, high1, low2, high2]] of Object.entries(ranges))
    test(`own/${name}.yaml`, () => {
      const design = viewOf(`own/${name}.yaml`)
      const totals = both.map(checkpoint => review(checkpoint, design, rules).total)
      expect(totals[0]).toBeGreaterThanOrEqual(low1)
      expect(totals[0]).toBeLessThanOrEqual(high1)
      expect(totals[1]).toBeGreaterThanOrEqual(low2)
      expect(totals[1]).toBeLessThanOrEqual(high2)
    })
  test('each file has its range', () => {
    const files = readdirSync(new URL('own/', designs)).filter(each => each.endsWith('.yaml'))
    expect(files.toSorted()).toEqual(
      Object.keys(ranges)
        .map(each => `${each}.yaml`)
        .toSorted(),
    )
  })
})

describe('no worsening raises a score [C-34]', () => {
  for (const { name, applies, worsen } of worsenings)
    test(`not by ${name}`, () => {
      fc.assert(
        fc.property(anyView.filter(applies), fc.constantFrom(...both), (before, checkpoint) => {
          const [was, is] = [before, worsen(before)].map(each => points(review(checkpoint, each, rules)))
          dimensions.forEach((_, index) => expect(is?.[index]).toBeLessThanOrEqual(was?.[index] ?? Number.NaN))
        }),
        { numRuns: 150 },
      )
    })
})

test('the same design always gives the same review, in whatever order the rules lie [C-34]', () => {
  fc.assert(
    fc.property(
      anyView,
      fc.constantFrom(...both),
      fc.shuffledSubarray([...rules], { minLength: rules.length }),
      (design, checkpoint, order) => {
        expect(review(checkpoint, design, order)).toEqual(review(checkpoint, structuredClone(design), rules))
      },
    ),
  )
})

test('other names and other words change no score [C-34]', () => {
  // Two words that say something: a bare word in a decision’s place is no rewording of it.
  const word = fc.string({ minLength: 1 }).map(text => `what${text} meant`)
  fc.assert(
    fc.property(anyView, fc.constantFrom(...both), fc.infiniteStream(word), (design, checkpoint, words) => {
      // Numbered, since other words are not words that say the same: signs alone do not tell two texts apart.
      let count = 0
      const next = (): string => `${words.next().value ?? 'x'} ${++count}`
      // A text that stands in several places is reworded in all of them, and one that says nothing stays so.
      const again = new Map<string, string>()
      const reword = (text: string): string => {
        if (isBlank(text)) return text
        const known = again.get(text) ?? next()
        again.set(text, known)
        return known
      }
      const reworded: SecondView = {
        ...design,
        intake: {
          ...design.intake,
          package_name: next(),
          repository_name: next(),
          description: reword(design.intake.description),
          non_goals: design.intake.non_goals.map(reword),
        },
        project: { ...design.project, authors: [{ name: next(), email: next() }], remote: next() },
        architecture: {
          ...design.architecture,
          rationale: mapValues(design.architecture.rationale, text => reword(text ?? '')),
        },
        decisions: design.decisions.map(each => (decides(each) ? { ...each, decision: next(), why: next() } : each)),
        components: design.components.map(each => ({ ...each, name: next(), does: reword(each.does) })),
      }
      expect(points(review(checkpoint, reworded, rules))).toEqual(points(review(checkpoint, design, rules)))
    }),
  )
})

test('a further decision never lowers a score [C-31]', () => {
  fc.assert(
    fc.property(anyView, fc.constantFrom(...both), fc.constantFrom(...topics), (design, checkpoint, topic) => {
      const more = { ...design, decisions: [...design.decisions, { topic, decision: 'It is settled so.' }] }
      const [was, is] = [design, more].map(each => points(review(checkpoint, each, rules)))
      dimensions.forEach((_, index) => expect(is?.[index]).toBeGreaterThanOrEqual(was?.[index] ?? Number.NaN))
    }),
  )
})

test('whatever else is settled, what others rely on without tests is never excellent [C-30]', () => {
  const reliedOn = anyView.filter(
    ({ intake }) => intake.maturity !== 'prototype' && intake.users.some(each => each !== 'personal'),
  )
  fc.assert(
    fc.property(reliedOn, fc.constantFrom(...both), (design, checkpoint) => {
      const untested: SecondView = { ...design, architecture: { ...design.architecture, testing: 'none' } }
      const result = review(checkpoint, untested, rules)
      expect(result.total).toBeLessThanOrEqual(18)
      expect(result.scores.find(each => each.dimension === 'risk')?.points).toBe(0)
    }),
  )
})

describe('the shelf', () => {
  const sample = fc.sample(anyView, { numRuns: 2000, seed: 7 })

  test('each rule has an id of its own, the name of its folder', () => {
    const folders = readdirSync(new URL('../src/shelves/critics/', import.meta.url), { withFileTypes: true })
    expect(rules.map(each => each.id).toSorted()).toEqual(
      folders
        .filter(each => each.isDirectory())
        .map(each => each.name)
        .toSorted(),
    )
  })

  test('each rule speaks to some designs and keeps silent on others, in whole sentences [C-31]', () => {
    for (const rule of rules) {
      const said = sample.map(design => rule.judge(read(design, rule.reads)))
      expect(
        said.some(each => each.verdict === 'keep'),
        `${rule.id} keeps silent`,
      ).toBe(true)
      const spoken = said.filter(each => each.verdict !== 'keep')
      expect(spoken.length, `${rule.id} speaks`).toBeGreaterThan(0)
      for (const each of spoken) {
        expect(each.says).toMatch(/^[A-Z“"\d].*\.$/u)
        expect(each.says).not.toMatch(/undefined|null|\[object/)
        expect(each.winBack ?? 'Nothing.').toMatch(/^[A-Z].*[.?]$/u)
        expect([0, 1, 2, 3, 4, 5]).toContain(each.verdict === 'lose' ? each.points : 0)
      }
    }
  })

  test('each rule reads what it declares', () => {
    for (const rule of rules) {
      const seen = new Set<string>()
      const watched = (value: unknown, path: string): unknown =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? new Proxy(value, {
              get: (target, key) => {
                const deeper = path === '' ? String(key) : `${path}.${String(key)}`
                seen.add(deeper)
                return watched(Reflect.get(target, key), deeper)
              },
            })
          : value
      for (const design of sample.slice(0, 500)) rule.judge(watched(read(design, rule.reads), ''))
      for (const path of rule.reads) expect([...seen], `${rule.id} reads ${String(path)}`).toContain(path)
    }
  })
})
