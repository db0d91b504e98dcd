import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { iniSettings } from './ini.ts'
import { below, entriesOf, type Settings, textOf, textsOf } from './located.ts'
import { setupCall } from './setup-py.ts'
import { tomlSettings } from './toml.ts'

const grammar = await loadGrammar()
const root = (settings: Settings) => ('root' in settings ? settings.root : undefined)

describe('TOML with lines [P-20]', () => {
  const text =
    'a.b = 1\n[x]\ny = ["p",\n "q"]\n["d.e"]\nf = { g = true }\n[[z]]\nk = 1\n[[z]]\nk = 2\n[z.w]\nm = 1.5\n__proto__ = "p"\n'
  const read = root(tomlSettings(text))

  test('every value has its line', () => {
    expect(below(read, 'a', 'b')).toEqual({ line: 1, value: 1 })
    expect(textsOf(below(read, 'x', 'y'))).toEqual([
      { text: 'p', line: 3 },
      { text: 'q', line: 4 },
    ])
    expect(below(read, 'd.e', 'f', 'g')).toEqual({ line: 6, value: true })
    expect(below(read, 'z')?.value).toHaveLength(2)
    expect(below(read, 'constructor')).toBeUndefined()
  })

  test('what is no TOML says where it stops being some', () => {
    expect(tomlSettings('a = 1\na = 2\n')).toMatchObject({ line: 2 })
    expect(tomlSettings(`a = ${'['.repeat(100_000)}`)).toMatchObject({ broken: expect.any(String) as string })
  })

  test('whatever the text is, it is read or refused [Q-05]', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '=',
      '"',
      '\n',
      'a',
      '.',
      '{',
      '}',
      ',',
      '1',
      '__proto__',
      '[[',
      ']]',
      "'",
      '#',
    )
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), all => void tomlSettings(all.join(''))))
  })
})

describe('the dialect of configparser [P-20]', () => {
  test('values go on below their keys, each line with its place', () => {
    const read = root(
      iniSettings(
        '[metadata]\nName = a\n# a comment\n[options]\npackages: find:\npackage_dir =\n    = src\n    x = y ; z\n',
      ),
    )
    expect(textOf(below(read, 'metadata', 'name'))).toBe('a')
    expect(textOf(below(read, 'options', 'packages'))).toBe('find:')
    expect(textsOf(below(read, 'options', 'package_dir'))).toEqual([
      { text: '= src', line: 7 },
      { text: 'x = y ; z', line: 8 },
    ])
  })

  test('a value before the first section is refused with its line', () => {
    expect(iniSettings('\na = 1\n')).toMatchObject({ line: 2 })
  })

  test('whatever the text is, it is read or refused [Q-05]', () => {
    fc.assert(fc.property(fc.string(), text => void iniSettings(text)))
  })
})

describe('setup.py as syntax [P-20] [Q-09]', () => {
  const call = (text: string) => grammar.parsing(text, setupCall)

  test('literals, module constants, dict() and tables are followed; all else is open', () => {
    const text = [
      'import setuptools as s, os',
      'NAME = "a" "b"',
      'EXTRA = dict(python_requires=">=3.9")',
      'TWICE = 1',
      'TWICE = 2',
      'if True:',
      '    s.setup()',
      'setuptools.setup(name=NAME, version=os.environ["V"], n=TWICE, zip_safe=False, **EXTRA, **os.environ)',
    ].join('\n')
    const found = call(text)
    expect(found?.open).toBe(true)
    expect(entriesOf(found?.root).map(([key, node]) => [key, node.value, node.line])).toEqual([
      ['name', 'ab', 8],
      ['version', undefined, 8],
      ['n', undefined, 8],
      ['zip_safe', false, 8],
      ['python_requires', '>=3.9', 3],
    ])
  })

  test('names that are bound in a circle end', () => {
    expect(textOf(below(call('a = b\nb = a\nsetup(name=a)\n')?.root, 'name'))).toBeUndefined()
  })

  test('where no setup is called there is nothing', () => {
    expect(call('x = 1\n')).toBeUndefined()
  })
})
