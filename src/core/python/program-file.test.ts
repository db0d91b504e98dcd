import { expect, test } from 'vitest'
import { isBesideProgram, isCommandLineFile, runsItself } from './program-file.ts'

test.each([
  'tests/unit/test_a.py',
  'docs/conf.py',
  'examples/a/b.py',
  'setup.py',
  'src/shop/test_api.py',
  'conftest.py',
])('%s is beside the program', path => expect(isBesideProgram(path)).toBe(true))

test.each(['src/shop/api.py', 'src/shop/testimony.py', 'src/shop/__init__.py'])('%s is the program', path =>
  expect(isBesideProgram(path)).toBe(false),
)

test('a door to the terminal is known by its name', () => {
  expect(
    ['src/shop/cli.py', 'src/shop/__main__.py', 'src/shop/commands/add.py', 'scripts/x.py'].every(isCommandLineFile),
  ).toBe(true)
  expect(['src/shop/client.py', 'src/shop/domain.py'].some(isCommandLineFile)).toBe(false)
})

test('a file that runs itself says so at its beginning or end', () => {
  expect(runsItself('#!/usr/bin/env python3\n')).toBe(true)
  expect(runsItself('x = 1\nif __name__ == "__main__":\n    main()\n')).toBe(true)
  expect(runsItself('text = "if __name__ == \'__main__\'"\n')).toBe(false)
})
