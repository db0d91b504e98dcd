import { parts, type Row } from './rows.ts'

const part = 'TSQ-COMPONENT'
const at = (path: string, name = 'a') => `name: ${name}, kind: validator, does: x, path: ${path}`
const custom = (stub: string) => `name: a, kind: custom, does: x, interface: "${stub}"`

const names: readonly Row[] = [
  parts('the same name twice', part, 'name: a, kind: validator, does: x', 'name: a, kind: pipeline, does: x'),
  parts('a keyword', 'TSQ-ANSWERS-INVALID', 'name: class, kind: validator, does: x'),
  parts('a class instead of a module', 'TSQ-ANSWERS-INVALID', 'name: Order, kind: validator, does: x'),
  parts('a private name', 'TSQ-ANSWERS-INVALID', 'name: __init__, kind: validator, does: x'),
  parts('a module of the standard library', 'TSQ-ANSWERS-INVALID', 'name: json, kind: validator, does: x'),
  parts('a device of Windows', 'TSQ-ANSWERS-INVALID', 'name: aux, kind: validator, does: x'),
  parts('the package itself', part, 'name: schema_guard, kind: validator, does: x'),
  parts('two names of one class', part, 'name: a_b, kind: validator, does: x', 'name: a__b, kind: validator, does: x'),
  parts('250 letters', 'TSQ-ANSWERS-INVALID', `name: ${'a'.repeat(250)}, kind: validator, does: x`),
  parts('no name', 'TSQ-ANSWERS-SHAPE', 'kind: validator, does: x'),
  parts('no kind', 'TSQ-ANSWERS-SHAPE', 'name: a, does: x'),
  parts('no sentence', 'TSQ-ANSWERS-SHAPE', 'name: a, kind: validator'),
  parts('a kind that is none', 'TSQ-ANSWERS-VALUE', 'name: a, kind: __proto__, does: x'),
  parts('an option that is none', 'TSQ-ANSWERS-KEY', 'name: a, kind: validator, does: x, options: {a: b}'),
  parts(
    'options nested 900 deep',
    'TSQ-ANSWERS-SYNTAX',
    `name: a, kind: validator, does: x, options: ${'{a: '.repeat(900)}x${'}'.repeat(900)}`,
  ),
]

const paths: readonly Row[] = [
  parts('two parts on one path', part, at('src/schema_guard/x.py'), at('src/schema_guard/x.py', 'b')),
  parts('the packaging’s own path', part, at('pyproject.toml')),
  parts('the package’s own file', part, at('src/schema_guard/__init__.py')),
  parts('the folder above', 'TSQ-ANSWERS-INVALID', at('../x.py')),
  parts('a folder', 'TSQ-ANSWERS-INVALID', at('src/schema_guard/')),
  parts('a text file', part, at('notes.txt')),
  parts('a file outside of the package', part, at('lib/x.py')),
  parts('another package', part, at('src/other/x.py')),
  parts('a test', part, at('tests/test_a.py')),
  parts('a module that nobody can import', part, at('src/schema_guard/my-file.py')),
  parts('a module called as a keyword', part, at('src/schema_guard/class.py')),
  parts('a folder with the ending of a file', part, at('src/schema_guard/a.py/b.py')),
  parts('a module that is a folder too', part, at('src/schema_guard/x/y.py', 'b'), at('src/schema_guard/x.py')),
]

const stubs: readonly Row[] = [
  parts('a custom part without an interface', 'TSQ-STUB-NEEDED', 'name: a, kind: custom, does: x'),
  parts('an interface that does not parse', part, custom('def f(')),
  parts('an interface in words', part, custom('takes orders and keeps them')),
  parts('an interface that names nothing', part, custom('# nothing yet')),
  parts('an interface nested 9,000 deep', part, custom(`x: ${'['.repeat(9000)}${']'.repeat(9000)}`)),
  parts('an interface of 21,000 letters', 'TSQ-ANSWERS-SHAPE', custom('x'.repeat(21_000))),
  parts('an interface with a zero', 'TSQ-ANSWERS-SHAPE', custom(String.raw`def f() -> None: ...\0`)),
  parts('an interface that is turned around', 'TSQ-ANSWERS-SHAPE', custom(String.raw`x: int # \u202E`)),
]

export const components: readonly Row[] = [...names, ...paths, ...stubs]
