import { objectReference } from './object-reference.ts'
import { below, entriesOf, type Located, textOf, textsOf } from './packaging/located.ts'

/** What kind of door a program has. */
export type EntryKind =
  /** A command that installing the package makes. */
  | 'console-script'
  | 'gui-script'
  /** What another program finds by its group, as pytest finds its plug-ins. */
  | 'plugin'
  /** `python -m package`. */
  | 'main-module'
  /** An object that a server or a worker is told to load. */
  | 'app'
  /** A function that makes such an object. */
  | 'app-factory'
  /** Django’s manage.py. */
  | 'django-manage'
  /** A file that does something when it is run by itself. */
  | 'script'

/** One way into a program, with the place that says so. */
export interface EntryPoint {
  readonly kind: EntryKind
  /** The command, the name in its group, the module or the object. */
  readonly name: string
  readonly module: string
  readonly attribute?: string
  /** Of a plug-in: the group that it is found by. */
  readonly group?: string
  /** Of an application: the library whose it is, such as `fastapi`. */
  readonly framework?: string
  readonly place: { readonly path: string; readonly line: number }
}

/** What was declared and is no reference that Python could load. */
export interface BadReference {
  readonly name: string
  readonly text: string
  readonly place: EntryPoint['place']
}

/** What a packaging file declares: entry points, and what claims to be one. */
export interface Declared {
  readonly entries: readonly EntryPoint[]
  readonly bad: readonly BadReference[]
  /** Where entry points are made that only running would tell. */
  readonly computed: readonly EntryPoint['place'][]
}

const kindOf = (group: string): { readonly kind: EntryKind; readonly group?: string } =>
  group === 'console_scripts'
    ? { kind: 'console-script' }
    : group === 'gui_scripts'
      ? { kind: 'gui-script' }
      : { kind: 'plugin', group }

const one = (path: string, group: string, name: string, text: string, line: number): Declared => {
  const reference = objectReference(text)
  const place = { path, line }
  const kind = kindOf(group)
  // A command needs something to call; a plug-in may be a whole module.
  if (reference === undefined || (kind.group === undefined && reference.attribute === undefined))
    return { entries: [], bad: [{ name, text, place }], computed: [] }
  return { entries: [{ ...kind, name, ...reference, place }], bad: [], computed: [] }
}

const nothing: Declared = { entries: [], bad: [], computed: [] }

/** All of them as one. */
export const declaredTogether = (all: readonly Declared[]): Declared => ({
  entries: all.flatMap(each => each.entries),
  bad: all.flatMap(each => each.bad),
  computed: all.flatMap(each => each.computed),
})

/** `name = reference` in a table; Poetry also writes a table with the reference in it. */
const inTable = (path: string, group: string, table: Located | undefined): Declared =>
  declaredTogether(
    entriesOf(table).map(([name, node]) => {
      if (below(node, 'type')?.value === 'file') return nothing
      const text = textOf(below(node, 'reference') ?? below(node, 'callable') ?? node)
      return text === undefined
        ? { ...nothing, computed: [{ path, line: node.line }] }
        : one(path, group, name, text, node.line)
    }),
  )

/** `name = reference` in lines, as setup.cfg and setup.py have them. */
const inLines = (path: string, group: string, node: Located): Declared => {
  const lines = textsOf(node).flatMap(({ text, line }) =>
    text.split('\n').map((each, index) => ({ text: each.trim(), line: line + index })),
  )
  return declaredTogether(
    lines
      .filter(each => each.text !== '' && !each.text.startsWith('#'))
      .map(({ text, line }) => {
        const [name = '', ...reference] = text.split('=')
        return one(path, group, name.trim(), reference.join('=').trim(), line)
      }),
  )
}

/** Files that are installed as commands as they lie there, named from the packaging file’s own folder. */
const scriptFiles = (path: string, list: Located | undefined): Declared => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const entries = textsOf(list)
    .filter(({ text }) => /^[\w./-]+$/.test(text) && !text.split('/').includes('..'))
    .map(
      ({ text, line }): EntryPoint => ({
        kind: 'script',
        name: `${folder}${text}`,
        module: `${folder}${text}`,
        place: { path, line },
      }),
    )
  const computed = list !== undefined && list.value === undefined ? [{ path, line: list.line }] : []
  return { entries, bad: [], computed }
}

/** The entry points of a pyproject.toml: PEP 621, Poetry’s and Flit’s own tables. */
export const entriesOfPyproject = (path: string, root: Located): Declared => {
  const groups = ['project', 'entry-points'] as const
  const legacy = [below(root, 'tool', 'poetry', 'plugins'), below(root, 'tool', 'flit', 'entrypoints')]
  return declaredTogether([
    inTable(path, 'console_scripts', below(root, 'project', 'scripts')),
    inTable(path, 'gui_scripts', below(root, 'project', 'gui-scripts')),
    ...entriesOf(below(root, ...groups)).map(([group, table]) => inTable(path, group, table)),
    inTable(path, 'console_scripts', below(root, 'tool', 'poetry', 'scripts')),
    inTable(path, 'console_scripts', below(root, 'tool', 'flit', 'scripts')),
    ...legacy.flatMap(entriesOf).map(([group, table]) => inTable(path, group, table)),
    scriptFiles(path, below(root, 'tool', 'setuptools', 'script-files')),
  ])
}

/** The entry points of a setup.cfg. */
export const entriesOfSetupCfg = (path: string, root: Located): Declared =>
  declaredTogether([
    ...entriesOf(below(root, 'options.entry_points')).map(([group, node]) => inLines(path, group, node)),
    scriptFiles(path, below(root, 'options', 'scripts')),
  ])

/** A text in the dialect of entry_points.txt, as `setup(entry_points="""[console_scripts] …""")` takes it. */
const inText = (path: string, text: string, first: number): Declared => {
  let group = ''
  return declaredTogether(
    text.split('\n').map((raw, index) => {
      const line = raw.trim()
      if (line.startsWith('[') && line.endsWith(']')) group = line.slice(1, -1).trim()
      else if (line !== '' && group !== '') return inLines(path, group, { line: first + index, value: line })
      return nothing
    }),
  )
}

const ofArgument = (path: string, node: Located | undefined): Declared => {
  if (node === undefined) return nothing
  if (typeof node.value === 'string') return inText(path, node.value, node.line)
  if (!(node.value instanceof Map)) return { ...nothing, computed: [{ path, line: node.line }] }
  return declaredTogether(
    entriesOf(node).map(([group, list]) =>
      list.value === undefined ? { ...nothing, computed: [{ path, line: list.line }] } : inLines(path, group, list),
    ),
  )
}

/** The entry points that a setup.py hands to `setup`, read as syntax. */
export const entriesOfSetupPy = (path: string, root: Located): Declared =>
  declaredTogether([ofArgument(path, below(root, 'entry_points')), scriptFiles(path, below(root, 'scripts'))])
