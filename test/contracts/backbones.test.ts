import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/base/refusal.ts'
import { type ChoiceId, choices } from '../../src/core/design/answers/choices.ts'
import { read } from '../../src/core/design/reading.ts'
import { compareInterfaces } from '../../src/core/python/compare-interfaces.ts'
import { interfaceOf } from '../../src/core/python/interface-of.ts'
import { syntaxErrorsOf } from '../../src/core/python/syntax-errors.ts'
import { sampleNames } from '../../src/core/render/names.ts'
import { render } from '../../src/core/render/render.ts'
import type { Backbone } from '../../src/ports/backbone.ts'
import type { Grammar } from '../../src/ports/grammar.ts'
import type { Contribution } from '../../src/ports/unit-file.ts'
import { loadGrammar } from '../../src/world/grammar/tree-sitter.ts'
import { everyField, everyParameter } from '../rendered-project.ts'

const shelf = join(import.meta.dirname, '../../src/shelves/backbones')
const folders = readdirSync(shelf).filter(name => existsSync(join(shelf, name, 'backbone.ts')))
const units = await Promise.all(
  folders.map(async name => {
    const loaded = (await import(join(shelf, name, 'backbone.ts'))) as { readonly default: Backbone }
    return [name, loaded.default] as const
  }),
)

/** The backbones whose kind asks for nothing in answers.md. */
const withoutOptions = new Set(['validator', 'pipeline', 'client', 'worker', 'custom'])
/** Options for the backbones that cannot do without. */
const needed: Readonly<Record<string, object>> = { resource: everyField, command: everyParameter }
/** What a package offers of a component, where it is not all that its contract has. */
const keptInside: Readonly<Record<string, boolean>> = { command: true }
const errorsIds = choices['architecture.errors'].options.map(each => each.id)
const testingIds = choices['architecture.testing'].options.map(each => each.id)
const concurrencyIds = choices['intake.concurrency'].options.map(each => each.id)

const stub = 'def price(weight: float) -> int: ...'
const world = (
  kind: string,
  errors: string,
  testing: string,
  others: readonly object[] = [],
  concurrency: ChoiceId<'intake.concurrency'> = 'async',
) => ({
  component: {
    name: 'order_lines',
    pascal: 'OrderLines',
    does: 'Looks at "lines".',
    path: undefined,
    options: needed[kind] ?? {},
    interface: stub,
  },
  components: [{ name: 'order_lines', kind }, ...others],
  names: {
    package: 'shop_tools',
    pascal: 'ShopTools',
    distribution: 'shop-tools',
    repository: 'shop',
    env_prefix: 'SHOP_TOOLS_',
    title: 'Shop',
  },
  intake: { purpose: kind === 'command' ? 'cli' : 'library', maturity: 'long-term', concurrency },
  structure: { drawn: false, files: [] },
  architecture: { errors, testing, logging: 'stdlib', configuration: 'environment', dependencies: 'uv', rationale: {} },
  features: { api: 'none', ui: 'none', demo: 'minimal', docs: 'none', docs_contents: [], readme_languages: [] },
  plan: {
    modules: {
      cli: 'shop_tools.cli',
      errors: 'shop_tools.failures',
      logging: 'shop_tools.logging',
      actions: 'shop_tools.actions',
      models: 'shop_tools.models',
      output: 'shop_tools.output',
      program: 'shop_tools.program',
      'order_lines.source': 'shop_tools.order_lines',
      'order_lines.rules': 'shop_tools.order_lines_rules',
      'order_lines.storage': 'shop_tools.order_lines_storage',
    },
  },
})
type World = ReturnType<typeof world>

/** What a function of the unit receives: what it declared and nothing else. */
const seen = (unit: Backbone, from: World): never =>
  read(from, [...unit.reads, ...(unit.collects ?? [])] as readonly never[]) as never
const ask = <T>(answer: T | ((from: never, item: never) => T) | undefined, from: never): T | undefined =>
  typeof answer === 'function' ? (answer as (from: never) => T)(from) : answer

const filesOf = (unit: Backbone, from: World) =>
  unit.files.filter(file => file.when === undefined || (file.when as (from: never) => boolean)(seen(unit, from)))

const rendered = (name: string, unit: Backbone, from: World) =>
  filesOf(unit, from).flatMap(file => {
    const view = seen(unit, from)
    const template = ask(file.template, view)
    if (template?.endsWith('.py') !== true) return []
    const text = render(
      { name: template, text: readFileSync(join(shelf, name, 'template', template), 'utf8') },
      {
        names: { ...sampleNames(from.names, from.component), ...ask(file.names, view) },
        choices: {
          errors: { chosen: from.architecture.errors, ids: errorsIds },
          concurrency: { chosen: from.intake.concurrency, ids: concurrencyIds },
        },
        slots: ask(file.slots, view) ?? {},
        loops: ask(file.loops, view) ?? {},
      },
    )
    if (isRefusal(text)) throw new Error(JSON.stringify(text))
    return [{ role: file.role, text }]
  })

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

test('the kinds of the shelf include those that this version promises [C-61]', () => {
  expect(folders).toEqual(expect.arrayContaining(['client', 'custom', 'pipeline', 'resource', 'validator', 'worker']))
})

describe.each(units)('%s', (name, unit) => {
  const everyWorld = errorsIds.flatMap(errors =>
    testingIds.flatMap(testing =>
      (['sync', 'async'] as const).map(concurrency => world(unit.id, errors, testing, [], concurrency)),
    ),
  )

  test('says what it is, in one sentence [C-42]', () => {
    expect(unit.id).toBe(name)
    expect(unit.title).toMatch(/^[A-Z].*\.$/)
    expect(unit.extension ?? 'None.').toMatch(/^[A-Z].*\.$/)
  })

  test('has one source, roles that occur once, and needs that exist [C-60]', () => {
    const roles = unit.files.map(file => file.role as string)
    expect(new Set(roles).size).toBe(roles.length)
    expect(roles).toContain('source')
    // What is no part of the source comes after it, unless the source is made after that.
    const before = unit.files.find(file => file.role === 'source')?.needs ?? []
    for (const file of unit.files.filter(each => each.role !== 'source' && !before.includes(each.role)))
      expect(file.needs).toContain('source')
  })

  test('takes no options where none are promised, and refuses unknown ones', () => {
    expect(unit.options.safeParse({}).success || !withoutOptions.has(unit.id)).toBe(true)
    expect(unit.options.safeParse({ no_such_option: 1 }).success).toBe(false)
  })

  test('makes tests as far as they were chosen, each file at its own path [C-77]', () => {
    for (const from of everyWorld) {
      const files = filesOf(unit, from)
      const paths = files.map(file => ask(file.path, seen(unit, from)))
      expect(new Set(paths).size).toBe(paths.length)
      expect(files.some(file => file.role === 'test')).toBe(from.architecture.testing !== 'none')
    }
  })

  test('has a maker for every file: a template that lies beside it, or a mind [C-61]', () => {
    for (const from of everyWorld) {
      for (const file of filesOf(unit, from)) {
        const template = ask(file.template, seen(unit, from))
        expect(template !== undefined).toBe(file.maker === undefined)
        expect(template === undefined || existsSync(join(shelf, name, 'template', template))).toBe(true)
      }
    }
  })

  test('has a contract that parses and names exactly what the package exports [C-62]', () => {
    for (const from of everyWorld) {
      const source = unit.files.find(file => file.role === 'source')
      const contract = ask(source?.interface, seen(unit, from)) ?? ''
      const names = grammar.parsing(contract, root => {
        expect(syntaxErrorsOf(root)).toEqual([])
        return interfaceOf(root).members.map(member => member.name)
      })
      const exported = unit.id === 'custom' ? ['price'] : (contributed(unit, from).exports ?? [])
      expect(keptInside[unit.id] === true ? [] : names.toSorted()).toEqual(exported.toSorted())
      expect(names.length).toBeGreaterThan(0)
    }
  })

  test('keeps its own contract, and every text that it makes parses [C-62]', () => {
    for (const from of everyWorld) {
      const source = unit.files.find(file => file.role === 'source')
      const contract = ask(source?.interface, seen(unit, from)) ?? ''
      const wanted = grammar.parsing(contract, root => interfaceOf(root))
      for (const { role, text } of rendered(name, unit, from)) {
        grammar.parsing(text, root => {
          const { missing, different } =
            role === 'source' ? compareInterfaces(wanted, interfaceOf(root)) : { missing: [], different: [] }
          expect({ role, errors: syntaxErrorsOf(root), missing, different }).toEqual({
            role,
            errors: [],
            missing: [],
            different: [],
          })
        })
      }
    }
  })

  test('two of a kind never export the same name', () => {
    const second = { name: 'clean_up', pascal: 'CleanUp', kind: unit.id }
    const first = world(unit.id, 'exceptions', 'unit', [second])
    const other = { ...first, component: { ...first.component, ...second } }
    const mine = contributed(unit, first).exports ?? []
    const theirs = new Set(contributed(unit, other).exports)
    expect(mine.filter(each => theirs.has(each))).toEqual([])
  })
})

const contributed = (unit: Backbone, from: World): Contribution => ask(unit.contributes, seen(unit, from)) ?? {}
