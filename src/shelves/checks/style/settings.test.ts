import { expect, test } from 'vitest'
import { covers, styleSettings } from './settings.ts'

const of = (files: Readonly<Record<string, string>>) =>
  styleSettings(path => files[path], { python: '3.12', package: 'library' })

test.for([
  ['ALL', 'D100', true],
  ['D', 'D100', true],
  ['D', 'DTZ001', false],
  ['PL', 'PLR0913', true],
  ['S10', 'S101', true],
  ['S101', 'S102', false],
  ['E', 'ERA001', false],
] as const)('%s covers %s: %s', ([selector, code, wanted]) => {
  expect(covers(selector, code)).toBe(wanted)
})

test.for([
  ['tests/**', 'tests/a/test_x.py', true],
  ['tests/*', 'tests/a/test_x.py', true],
  ['**/__init__.py', 'src/a/__init__.py', true],
  ['__init__.py', 'src/a/__init__.py', true],
  ['{tests,examples}/*.py', 'examples/a.py', true],
  ['tests/**', 'src/tests_of.py', false],
  ['!src/**', 'tests/a.py', true],
  ['!src/**', 'src/a.py', false],
  ['src/a.py', 'src/axpy', false],
] as const)('the ignores of %s are for %s: %s [K-13]', ([glob, path, wanted]) => {
  const text = `[tool.ruff.lint.per-file-ignores]\n"${glob}" = ["S101"]\n`
  expect(of({ 'pyproject.toml': text }).ignored(path, 'S101')).toBe(wanted)
})

test('ruff.toml goes before pyproject.toml, as Ruff has it [K-13]', () => {
  const { settings, excluded } = of({
    'pyproject.toml': '[tool.ruff]\nline-length = 80\n',
    'ruff.toml': 'line-length = 120\nextend-exclude = ["gen"]\n',
  })
  expect(settings).toMatchObject({ 'line-length': 120, 'target-version': 'py312' })
  expect(excluded('src/gen/a.py')).toBe(true)
  expect(excluded('src/a.py')).toBe(false)
})

test('the project’s own package is known as its own', () => {
  expect(of({}).settings).toMatchObject({ lint: { isort: { 'known-first-party': ['library'] } } })
})
