import { expect, test } from 'vitest'
import { callables } from '../../src/core/python/api/call-changes.ts'
import { thingChanges } from '../../src/core/python/api/compare-things.ts'
import { type Names, namesOf } from '../../src/core/python/api/names.ts'
import { publicApi } from '../../src/core/python/api/public-api.ts'
import type { Definition } from '../../src/core/python/api/things.ts'
import type { ModuleInterface, Parameter } from '../../src/core/python/interface.ts'
import { interfaceIn, library, parses, target } from './library.ts'

const facts = new Map([...library].map(([path, text]) => [path, interfaceIn(text)]))

const namesWith = (path: string, changed: ModuleInterface | undefined): Names =>
  namesOf(
    {
      paths: [...facts.keys()],
      read: each => (each === path && changed ? changed : facts.get(each)) ?? { members: [] },
    },
    target,
  )

const names = namesWith('', undefined)

/** Every function that the library offers, once, under one of its names; of overloads nothing is left in the library's own source. */
const offered = [...publicApi(names).values()].flatMap(({ thing, paths }) =>
  thing.kind === 'definition' && thing.group.kind === 'function' && !thing.group.overloaded
    ? [{ thing, name: paths[0] ?? '' }]
    : [],
)

const find = (view: Names, name: string): Definition | undefined => {
  const parts = name.split('.')
  const at = parts.findLastIndex((_, index) => view.modules.all.has(parts.slice(0, index + 1).join('.')))
  let found = view.attribute(parts.slice(0, at + 1).join('.'), parts[at + 1] ?? '')
  for (const part of parts.slice(at + 2)) found = found && view.member(found, part)
  return found?.kind === 'definition' ? found : undefined
}

const written = ({ name, kind, default: given, hasDefault }: Parameter): string =>
  `${kind === 'variable positional' ? '*' : kind === 'variable keyword' ? '**' : ''}${name}${hasDefault ? `=${given ?? 'None'}` : ''}`

/** The list as it would be written, with its separators. */
const list = (parameters: readonly Parameter[]): string =>
  parameters
    .flatMap((each, at) => {
      const [before, after] = [parameters[at - 1], parameters[at + 1]]
      const opens =
        each.kind === 'keyword-only' && before?.kind !== 'keyword-only' && before?.kind !== 'variable positional'
      const closes = each.kind === 'positional-only' && after?.kind !== 'positional-only'
      return [...(opens ? ['*'] : []), written(each), ...(closes ? ['/'] : [])]
    })
    .join(', ')

/** The four mutations of one of the parameters that callers give; those that the function has no parameter for are left out. */
const mutations = (
  all: readonly Parameter[],
  given: readonly Parameter[],
): readonly (readonly [string, readonly Parameter[]])[] => {
  const callers = new Set(given.map(each => each.name))
  const own = all.filter(each => callers.has(each.name) && !each.kind.startsWith('variable'))
  const named = given.filter(each => each.kind === 'positional or keyword' || each.kind === 'keyword-only')
  const chosen = own[Math.floor(own.length / 2)]
  const called = named[Math.floor(named.length / 2)]
  const pair = all.findIndex((each, at) => {
    const next = all[at + 1]
    const isPlain = callers.has(each.name) && each.kind === 'positional or keyword'
    return isPlain && next?.kind === each.kind && next.hasDefault === each.hasDefault
  })
  const optional = own.find(each => each.hasDefault)
  return [
    ...(chosen ? [['drop', all.filter(each => each !== chosen)] as const] : []),
    ...(called
      ? [['rename', all.map(each => (each.name === called.name ? { ...each, name: `${each.name}_` } : each))] as const]
      : []),
    ...(pair >= 0
      ? [['reorder', all.map((each, at) => all[at === pair ? pair + 1 : at === pair + 1 ? pair : at] ?? each)] as const]
      : []),
    ...(optional
      ? [['default', all.map(each => (each === optional ? { ...each, hasDefault: false } : each))] as const]
      : []),
  ]
}

/** Where the parameters of a function are written, found by its name: the line is the one of `def`. */
const rewrite = (text: string, line: number, parameters: string): string | undefined => {
  const start = text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length
  const open = text.indexOf('(', start)
  let depth = 0
  for (let at = open; at >= 0 && at < text.length; at += 1) {
    if ('([{'.includes(text[at] ?? '')) depth += 1
    if (')]}'.includes(text[at] ?? '')) depth -= 1
    if (depth === 0) return `${text.slice(0, open)}(${parameters})${text.slice(at + 1)}`
  }
  return undefined
}

test('one mutation of a signature, written into the source of the library, is found [K-21]', {
  timeout: 900_000,
}, () => {
  const missed: string[] = []
  let tried = 0
  offered.forEach(({ thing, name }, index) => {
    if (index % 8 !== 0 || thing.group.kind !== 'function') return
    const [member] = thing.group.signatures
    const [callable] = callables(thing.group, thing.binding)
    const text = library.get(thing.path)
    if (!member || !callable || text === undefined) return
    for (const [how, parameters] of mutations(member.parameters, callable.parameters)) {
      const changed = rewrite(text, member.line, list(parameters))
      if (changed === undefined || !parses(changed)) continue
      const view = namesWith(thing.path, interfaceIn(changed))
      const now = find(view, name)
      // Another definition of the name may have been the one that counts.
      if (now === undefined || now.line !== thing.line) continue
      tried += 1
      const old = find(names, name) ?? thing
      if (!thingChanges(old, now, { names: view }).some(each => each.effect === 'breaking'))
        missed.push(`${name} ${how}: (${list(parameters)})`)
    }
  })
  expect(tried).toBeGreaterThan(1000)
  expect(missed.length / tried, missed.join('\n')).toBeLessThan(0.01)
})
