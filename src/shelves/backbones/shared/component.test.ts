import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { ComponentFacts } from '../../../ports/backbone.ts'
import { isSource, offered, opening, sourcePath, testPath } from './component.ts'

const component: ComponentFacts = {
  name: 'pipeline',
  pascal: 'Pipeline',
  does: 'chains steps',
  path: undefined,
  options: {},
  interface: undefined,
}
const names = { package: 'forge' }
const drawn = (...files: string[]) => ({ drawn: files.length > 0, files: files as RepoPath[] })

test.each([
  [undefined, [], 'src/forge/pipeline.py', 'tests/test_pipeline.py'],
  [undefined, ['src/forge/core/pipeline.py'], 'src/forge/core/pipeline.py', 'tests/test_pipeline.py'],
  ['src/forge/flow.py', ['src/forge/pipeline.py'], 'src/forge/flow.py', 'tests/test_flow.py'],
])(
  'the module lies where it was answered, else drawn, else by its name; its tests mirror it [C-41, C-77]',
  (path, files, source, tested) => {
    const from = { component: { ...component, path }, names, structure: drawn(...files) }
    expect(sourcePath(from)).toBe(source)
    expect(testPath(from)).toBe(tested)
  },
)

test.each(['src/forge/pipeline.pyi', 'tests/pipeline.py', 'src/forge/my_pipeline.py'])(
  '%s is not the module [C-41]',
  path => {
    expect(isSource(path, { component, names })).toBe(false)
  },
)

test('a short sentence opens the docstring, a long one follows a short first line', () => {
  expect(opening(component)).toEqual(['"""Chains steps.'])
  const long = opening({ ...component, does: `${'word '.repeat(60)}!` })
  expect(long.slice(0, 2)).toEqual(['"""The pipeline of this package.', ''])
  expect(Math.max(...long.map(line => line.length))).toBeLessThanOrEqual(96)
})

test('no sentence ends the docstring early', () => {
  assert(
    property(string({ minLength: 1, maxLength: 300, unit: constantFrom('"', '\\', '\n', 'a', ' ', '.') }), does => {
      const text = `${opening({ ...component, does }).join('\n')}\n`
      expect(text.slice(3)).not.toMatch(/"""|\\/)
    }),
  )
})

test('functions are exported by the only component of their kind, unless a module has their name', () => {
  const one = { name: 'pipeline', kind: 'pipeline' }
  const of = (...others: { name: string; kind: string }[]) =>
    offered(['Pipeline'], ['change', 'step'], { component, components: [one, ...others] })
  expect(of({ name: 'rules', kind: 'validator' })).toEqual(['Pipeline', 'change', 'step'])
  expect(of({ name: 'step', kind: 'validator' })).toEqual(['Pipeline', 'change'])
  expect(of({ name: 'second', kind: 'pipeline' })).toEqual(['Pipeline'])
})
