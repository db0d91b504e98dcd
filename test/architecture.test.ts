import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')

/** The import table of the house: which rooms a room may import. `types` rooms may be imported for their types only. */
const table: Readonly<Record<string, { readonly all: readonly string[]; readonly types?: readonly string[] }>> = {
  base: { all: [] },
  ports: { all: ['base'], types: ['core/*'] },
  'core/journal': { all: ['base'], types: ['ports'] },
  'core/python': { all: ['base'], types: ['ports'] },
  'core/project': { all: ['base', 'core/python'], types: ['ports'] },
  'core/render': { all: ['base'], types: ['ports'] },
  'core/design': { all: ['base', 'core/python'], types: ['ports'] },
  'core/gates': { all: ['base', 'core/python'], types: ['ports'] },
  'core/workflow': { all: ['base', 'core/design', 'core/gates', 'core/journal'], types: ['ports'] },
  'core/documents': { all: ['base', 'core/python', 'core/design', 'core/gates'], types: ['ports', 'core/workflow'] },
  shelves: { all: ['base', 'ports', 'core/*'] },
  world: { all: ['base', 'ports', 'core/journal'] },
  app: { all: ['base', 'ports', 'core/*', 'shelves', 'world'] },
  doors: { all: ['base', 'app', 'core/*'], types: ['ports'] },
}

/** Where this table is wider than the first design, a page says why. */
const pages = [
  '0002-documents-print-what-design-and-gates-define.md',
  '0003-doors-may-call-the-pure-core.md',
  '0010-a-thread-composes-its-own-tools.md',
  '0009-a-room-for-what-a-repository-is.md',
]

interface Edge {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = globSync('src/**/*.ts', { cwd: root }).filter(file => !file.endsWith('.test.ts'))

const edgesOf = (file: string): readonly Edge[] => {
  const text = readFileSync(join(root, file), 'utf8')
  const imports = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm)
  return [...imports].flatMap(([, typed, from, dynamic]) => {
    const target = from ?? dynamic
    if (target === undefined || !target.endsWith('.ts')) return []
    return [{ from: file, to: relative(root, resolve(root, dirname(file), target)), typeOnly: typed !== undefined }]
  })
}

const edges = files.flatMap(edgesOf)

const roomOf = (file: string): string => {
  const [, first, second] = file.split('/')
  return first === 'core' ? `core/${second}` : (first ?? '')
}

/** Within the shelves, the unit; within the doors, the door: they may not import one another. */
const unitOf = (file: string): string => {
  const [, room, first, second] = file.split('/')
  return room === 'shelves' ? `${first}/${second}` : room === 'doors' ? (first ?? '') : ''
}

const matches = (room: string, allowed: readonly string[]) =>
  allowed.some(each => each === room || (each === 'core/*' && room.startsWith('core/')))

test('every file lies in a room of the house', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(files.map(roomOf).filter(room => !(room in table))).toEqual([])
})

test('no import leaves the table of the house, and a wider table has its page', () => {
  const bad = edges.filter(edge => {
    const from = roomOf(edge.from)
    const to = roomOf(edge.to)
    const rule = table[from]
    if (from === to || rule === undefined) return false
    return !matches(to, rule.all) && !(edge.typeOnly && matches(to, rule.types ?? []))
  })
  expect(bad.map(edge => `${edge.from} → ${edge.to}${edge.typeOnly ? ' (type)' : ''}`)).toEqual([])
  for (const page of pages) expect(readFileSync(join(root, 'docs', 'decisions', page), 'utf8')).toMatch(/^# /)
})

test('no unit imports a unit of another shelf, no door another door; only compose wires shelves and world', () => {
  const shelf = (file: string) => file.split('/')[2]
  const bad = edges.filter(edge => {
    if (roomOf(edge.from) === 'shelves' && roomOf(edge.to) === 'shelves') return shelf(edge.from) !== shelf(edge.to)
    if (roomOf(edge.from) === 'doors' && roomOf(edge.to) === 'doors') return unitOf(edge.from) !== unitOf(edge.to)
    if (roomOf(edge.from) === 'app' && (roomOf(edge.to) === 'world' || roomOf(edge.to) === 'shelves'))
      return edge.from !== 'src/app/compose.ts' && edge.from !== 'src/app/compose-lens.ts'
    return false
  })
  expect(bad.map(edge => `${edge.from} → ${edge.to}`)).toEqual([])
})

test('only world touches files, processes, the clock and the network; only doors the console', () => {
  const outside = /from 'node:(?:fs|child_process|net|http|https|dgram|sqlite)[^']*'|\bfetch\(|from 'execa'/
  const clock = /\bnew Date\(\)|\bDate\.now\(\)/
  const console = /\bconsole\.|process\.(?:stdout|stderr|stdin|exit)\b/
  const found = files.flatMap(file => {
    const text = readFileSync(join(root, file), 'utf8')
    const room = roomOf(file)
    const complaints: string[] = []
    // compose reads templates that lie beside units: it is where the real world is wired.
    const wires = room === 'world' || file === 'src/app/compose.ts' || room === 'doors'
    if (!wires && outside.test(text)) complaints.push(`${file} reaches outside`)
    if (!wires && clock.test(text)) complaints.push(`${file} asks the clock`)
    if (room !== 'doors' && console.test(text)) complaints.push(`${file} writes to the console`)
    return complaints
  })
  expect(found).toEqual([])
})

test('no two files import each other in a circle', () => {
  const next = new Map<string, string[]>()
  for (const edge of edges) if (!edge.typeOnly) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const each of next.get(file) ?? []) visit(each, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('no path of this repository leads out of it', () => {
  expect(edges.filter(edge => edge.to.startsWith('..')).map(edge => edge.from)).toEqual([])
  expect(source).toContain(root)
})
