import { expect, test } from 'vitest'
import { distributionName, moduleNameProblem, namesOf, packageNameProblem, repositoryNameProblem } from './names.ts'

test.each(['plain', 'schema_guard', 'a', 'orders2'])('"%s" is a package’s name [C-11]', name => {
  expect(packageNameProblem(name)).toBeUndefined()
})

test.each([
  ['class', 'keyword'],
  ['match', 'keyword'],
  ['async', 'keyword'],
  ['json', 'standard library'],
  ['asyncio', 'standard library'],
  ['tomllib', 'standard library'],
  ['abc', 'standard library'],
  ['Orders', 'identifier'],
  ['my-package', 'identifier'],
  ['2fast', 'identifier'],
  ['', 'identifier'],
  ['../evil', 'identifier'],
  ['a b', 'identifier'],
  ['café', 'identifier'],
  ['аpp', 'identifier'],
  ['_private', 'underscore'],
  ['trailing_', 'underscore'],
  ['tests', 'folder'],
  ['x'.repeat(31), '30 characters'],
])('"%s" is no package’s name, and the reason says why [C-11]', (name, reason) => {
  expect(packageNameProblem(name)).toContain(reason)
})

test('a module may begin with an underscore or be called tests; a package may not', () => {
  expect(moduleNameProblem('_private')).toBeUndefined()
  expect(moduleNameProblem('tests')).toBeUndefined()
  expect(moduleNameProblem('_')).toContain('keyword')
})

test.each(['none', 'true', 'false'])(
  'no component is called "%s": its class would be a word of Python [C-42]',
  name => {
    expect(moduleNameProblem(name)).toContain('which is a Python keyword')
  },
)

test('a bad name is told as what it names [C-42]', () => {
  expect(moduleNameProblem('Order Lines')).toMatch(/^A component’s name is a Python identifier/)
  expect(packageNameProblem('Order Lines')).toMatch(/^A package name is a Python identifier/)
})

test.each(['orders-api', 'a', 'A.b_c', '1st'])('"%s" is safe as a folder [C-11]', name => {
  expect(repositoryNameProblem(name)).toBeUndefined()
})

test.each(['', '../evil', 'a/b', 'a\\b', '.hidden', '-rf', 'x.git', 'x.', 'a..b', 'a b', 'x'.repeat(101), 'a\nb'])(
  '"%s" is not safe as a folder [C-11]',
  name => {
    expect(repositoryNameProblem(name)).toBeDefined()
  },
)

test.each([
  ['Schema_Guard', 'schema-guard'],
  ['a.-_b', 'a-b'],
  ['FRIENDLY.Bard', 'friendly-bard'],
])('%s is installed as %s: what an index compares (PEP 503) [C-11]', (name, installed) => {
  expect(distributionName(name)).toBe(installed)
})

test('every other name follows from the two', () => {
  expect(namesOf({ package_name: 'schema_guard', repository_name: 'schema-guard.py' })).toEqual({
    package: 'schema_guard',
    pascal: 'SchemaGuard',
    distribution: 'schema-guard',
    repository: 'schema-guard.py',
    env_prefix: 'SCHEMA_GUARD_',
    title: 'Schema Guard Py',
  })
})
