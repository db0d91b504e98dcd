import { expect, test } from 'vitest'
import { isInEarnest, isOfProgram, isOfTests, isSample } from './file-role.ts'

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
