import type { SyntaxNode } from '../../../ports/grammar.ts'
import { standardLibrary } from '../stdlib.ts'

/** Names of the standard library that mean one thing wherever they are used, by the module that has them. Source: docs.python.org/3/library. */
const homes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    collections: 'Counter OrderedDict defaultdict deque namedtuple',
    'collections.abc':
      'AsyncGenerator AsyncIterable AsyncIterator Awaitable Callable Collection Coroutine Generator Hashable Iterable Iterator Mapping MutableMapping MutableSequence Sequence Sized',
    contextlib: 'AsyncExitStack ExitStack asynccontextmanager contextmanager nullcontext suppress',
    dataclasses: 'asdict astuple dataclass field',
    datetime: 'UTC timedelta timezone',
    decimal: 'Decimal InvalidOperation',
    enum: 'Enum Flag IntEnum StrEnum auto',
    fractions: 'Fraction',
    functools: 'cache cached_property lru_cache partial reduce singledispatch total_ordering wraps',
    itertools: 'accumulate chain groupby islice pairwise product starmap takewhile zip_longest',
    pathlib: 'Path PurePath PurePosixPath',
    types: 'MappingProxyType SimpleNamespace TracebackType',
    typing:
      'Annotated Any ClassVar Final Generic Literal NamedTuple NewType NoReturn ParamSpec Protocol Self TypeVar TypedDict assert_never cast overload runtime_checkable',
    uuid: 'UUID uuid4',
  }).flatMap(([module, names]) => names.split(' ').map(name => [name, module] as const)),
)

/** How a name that nothing defines comes in; undefined when it could mean more than one thing, or nothing that is known. */
export const importFor = (
  name: string,
  source: string,
  project: ReadonlyMap<string, string>,
  python: string,
): string | undefined => {
  const own = project.get(name)
  const home = homes[name]
  const isModule = standardLibrary(python).has(name) && usedAsModule(name, source)
  const found = [
    ...(own === undefined ? [] : [`from ${own} import ${name}`]),
    ...(home === undefined ? [] : [`from ${home} import ${name}`]),
    ...(isModule ? [`import ${name}`] : []),
  ]
  return found.length === 1 ? found[0] : undefined
}

/** Whether every use of a name goes on with a dot: then it is the module that is meant. */
const usedAsModule = (name: string, source: string): boolean => {
  const uses = [...source.matchAll(new RegExp(String.raw`(?<![\w.])${name}\b(\s*\.)?`, 'g'))]
  return uses.length > 0 && uses.every(([, dot]) => dot !== undefined)
}

const isDocstring = (node: SyntaxNode): boolean =>
  node.type === 'expression_statement' && node.namedChildren[0]?.type === 'string'

/** The row before which imports are put in: behind the docstring, the comments above it and what comes from the future. */
export const importRow = (root: SyntaxNode): number => {
  const statements = root.namedChildren.filter((each): each is SyntaxNode => each !== null)
  const first = statements.find(
    (each, index) =>
      each.type !== 'comment' &&
      each.type !== 'future_import_statement' &&
      !(isDocstring(each) && statements.slice(0, index).every(before => before.type === 'comment')),
  )
  return first?.startPosition.row ?? root.endPosition.row
}

/** The text with import statements put in before a row, as a paragraph of their own; sorting them in is the formatter's work. */
export const withImports = (text: string, row: number, statements: readonly string[]): string => {
  const lines = text.split('\n')
  const next = lines[row] ?? ''
  const apart = /^(?:import|from)\s/.test(next) ? [] : ['']
  return [...lines.slice(0, row), ...statements, ...apart, ...lines.slice(row)].join('\n')
}
