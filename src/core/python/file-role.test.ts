import { expect, test } from 'vitest'
import { isInEarnest, isOfProgram, isOfTests, isSample, isSettings } from './file-role.ts'

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
