import { expect, test } from 'vitest'
import {
  isBesideProgram,
  isCommandLineFile,
  isInEarnest,
  isOfProgram,
  isOfTests,
  isSample,
  isSettings,
  runsItself,
} from './file-role.ts'

test.each([
  ['src/app/api.py', 'program'],
  ['app/testing_ground.py', 'program'],
  ['app/contest.py', 'program'],
  ['tests/unit/helpers.py', 'test'],
  ['src/app/test_api.py', 'test'],
  ['app/conftest.py', 'test'],
  ['shop/tests.py', 'test'],
  ['docs/conf.py', 'sample'],
  ['examples/run.py', 'sample'],
  ['scripts/load.py', 'errand'],
  ['alembic/versions/1a2b.py', 'errand'],
  ['setup.py', 'errand'],
])('%s is of the kind %s', (path, kind) => {
  expect(isOfTests(path)).toBe(kind === 'test')
  expect(isSample(path)).toBe(kind === 'sample')
  expect(isOfProgram(path)).toBe(kind === 'program')
  expect(isInEarnest(path)).toBe(kind === 'program' || kind === 'errand')
})

test.each([
  'src/app/settings.py',
  'app/core/config.py',
  'app/config/base.py',
  'app/settings_local.py',
  'app/db_config.py',
])('%s is where things are set', path => {
  expect(isSettings(path)).toBe(true)
})

test('other files are not', () => {
  expect(['src/app/reconfigure.py', 'src/app/confirm.py', 'app/api.py'].map(isSettings)).toEqual([false, false, false])
})

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
