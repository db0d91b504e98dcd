import { expect, test } from 'vitest'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { renamed } from './renamed.ts'

const grammar = await loadGrammar()
const now = (text: string, from = 'logsieve', to = 'siever', classes: Readonly<Record<string, string>> = {}) =>
  grammar.parsing(text, root => renamed(root, text, { from, to, classes: new Map(Object.entries(classes)) }))

test.each([
  ['a module', 'import logsieve.errors\n', 'import siever.errors\n'],
  ['an alias', 'import logsieve as ls, os\nls.run()\n', 'import siever as ls, os\nls.run()\n'],
  ['a name', 'from logsieve.models import logsieve\n', 'from siever.models import logsieve\n'],
  ['within a function', 'def f():\n    from logsieve import x\n', 'def f():\n    from siever import x\n'],
  [
    'and what is said of it',
    'import logsieve\nlogsieve.logsieve(logsieve=logsieve)\n',
    'import siever\nsiever.logsieve(logsieve=siever)\n',
  ],
  ['in a formatted text', 'import logsieve\nf"logsieve {logsieve.X}"\n', 'import siever\nf"logsieve {siever.X}"\n'],
  [
    'in a pattern',
    'import logsieve\nmatch a:\n    case logsieve.X:\n        pass\n',
    'import siever\nmatch a:\n    case siever.X:\n        pass\n',
  ],
  ['behind signs of two units', 'import logsieve\n"🦉"; logsieve.x\n', 'import siever\n"🦉"; siever.x\n'],
])('an import follows its package: %s [C-04]', (_, text, wanted) => {
  expect(now(text)).toBe(wanted)
})

test.each([
  ['a text', 'LOG = "/var/log/logsieve/run.log"  # logsieve\n'],
  ['a longer name', 'def raise_logsieve(logsieves: int) -> None: ...\n'],
  ['another package', 'import logsieve_more\nfrom other.logsieve import logsieve\nlogsieve.x\n'],
  ['a relative import', 'from .logsieve import x\nfrom . import logsieve\n'],
  ['a name that nobody imported', 'logsieve = 1\nlogsieve.real\n'],
])('what only reads like the package stays: %s [C-04]', (_, text) => {
  expect(now(text)).toBe(text)
})

test('a name that something else has taken is not the package [C-04]', () => {
  const text = `import data


def size(data: bytes, *more: int) -> int:
    json_data = data.decode()
    return len(json_data) + [data.real for data in more][0]


class Row:
    data: int = 0
    shown = data

    def read(self) -> int:
        return data.read(self.data)


def load() -> object:
    return data.load()
`
  expect(now(text, 'data', 'facts')).toBe(
    text
      .replace('import data', 'import facts')
      .replace('return data.read(', 'return facts.read(')
      .replace('return data.load(', 'return facts.load('),
  )
})

test('the package’s classes follow by their exact names, unless they are somebody else’s [C-04]', () => {
  const classes = { LogsieveError: 'SieverError' }
  const text =
    'from logsieve.errors import LogsieveError as E, LogsieveError\n\nclass MyLogsieveError(LogsieveError):\n    """A LogsieveError."""\n'
  expect(now(text, 'logsieve', 'siever', classes)).toBe(
    'from siever.errors import SieverError as E, SieverError\n\nclass MyLogsieveError(SieverError):\n    """A LogsieveError."""\n',
  )
  const listed = '__all__ = ["LogsieveError", "Logsieve"]\nclass LogsieveError(Exception): ...\nx = "LogsieveError"\n'
  expect(now(listed, 'logsieve', 'siever', classes)).toBe(
    '__all__ = ["SieverError", "Logsieve"]\nclass SieverError(Exception): ...\nx = "LogsieveError"\n',
  )
  const others = 'from other import LogsieveError\n\nraise LogsieveError\n'
  expect(now(others, 'logsieve', 'siever', classes)).toBe(others)
})
