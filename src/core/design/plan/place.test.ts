import { expect, test } from 'vitest'
import { candidate } from '../../../../test/candidates.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { ownPath } from '../../../base/repo-path.ts'
import { type Placement, place } from './place.ts'
import type { Candidate } from './units.ts'

const drawn = (...files: readonly string[]) => ({ drawn: true, files: files.map(ownPath) })
const template = { drawn: false, files: [] }
const placed = (all: readonly Candidate[], tree: Parameters<typeof place>[1]): Placement => {
  const found = place(all, tree)
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  return found
}
const where = (placement: Placement) => Object.fromEntries(placement.placed.map(each => [each.role, each.path]))

const init = candidate({ role: 'init', path: 'src/p/__init__.py' })
const config = candidate({
  role: 'config',
  path: 'src/p/config.py',
  needs: ['init'],
  accepts: path => path.endsWith('/settings.py') || path.endsWith('/config.py'),
})
const lock = candidate({ role: 'lock', path: 'uv.lock', standing: { template: true, needed: 'uv writes it' } })
const ornament = candidate({ role: 'ornament', path: 'docs/adr.md', standing: { template: false } })
const part = candidate({ role: 'check.source', path: 'src/p/check.py', component: 'check', needs: ['init'] })

test('a template holds what stands in it, at its own path [C-41]', () => {
  const placement = placed([init, config, lock, ornament], template)
  expect(where(placement)).toEqual({ init: 'src/p/__init__.py', config: 'src/p/config.py', lock: 'uv.lock' })
  expect(placement.additions).toEqual([])
})

test('in a drawn tree the drawn path wins [C-41]', () => {
  const placement = placed([init, config], drawn('src/p/__init__.py', 'src/p/core/settings.py'))
  expect(where(placement).config).toBe('src/p/core/settings.py')
})

test('of two units that accept a file it is the one that calls its file so [C-41]', () => {
  const any = candidate({ role: 'any', path: 'tests/test_init.py', accepts: path => path.startsWith('src/') })
  const own = candidate({ role: 'own', path: 'tests/test_p.py', accepts: path => path.endsWith('/test_p.py') })
  const placement = placed([any, own], drawn('src/p/test_p.py', 'src/p/test_other.py'))
  expect(where(placement)).toEqual({ own: 'src/p/test_p.py', any: 'src/p/test_other.py' })
})

test('of two files that a unit accepts it takes its very own; the other is asked about [C-41]', () => {
  expect(place([init, config], drawn('src/p/__init__.py', 'src/p/settings.py', 'src/p/config.py'))).toMatchObject({
    code: 'TSQ-TREE-MISFIT',
    data: { path: 'src/p/settings.py' },
  })
})

test.each([
  ['src/p/mystery.py', 'Add a component'],
  ['assets/logo.svg', 'add the file yourself'],
])('the drawn file %s that nobody claims is asked about, with a way out [C-41]', (path, todo) => {
  const found = place([init], drawn('src/p/__init__.py', path))
  expect(found).toMatchObject({ code: 'TSQ-TREE-MISFIT', data: { path } })
  expect((found as { readonly data: { readonly todo: string } }).data.todo).toContain(todo)
})

test('what the decisions need and the drawing lacks is proposed with its reason, and what it needs in turn [C-41]', () => {
  const { additions } = placed([init, config, lock, ornament, part], drawn('src/p/config.py'))
  expect(additions.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'src/p/__init__.py', reason: expect.stringContaining('needs it') },
    { path: 'src/p/check.py', reason: 'it is the component check' },
    { path: 'uv.lock', reason: 'uv writes it' },
  ])
})

test('a drawn tree goes without what nobody needs [C-41]', () => {
  expect(where(placed([init, ornament], drawn('src/p/__init__.py')))).toEqual({ init: 'src/p/__init__.py' })
})

test('the order of the drawing does not show in the plan [C-63]', () => {
  const files = ['src/p/config.py', 'uv.lock', 'src/p/__init__.py']
  const roles = placed([init, config, lock], drawn(...files)).placed.map(each => each.role)
  expect(roles).toEqual(['init', 'config', 'lock'])
  expect(placed([init, config, lock], drawn(...files.toReversed())).placed.map(each => each.role)).toEqual(roles)
})

test.each([
  ['the same path', 'src/p/check.py'],
  ['paths that some systems hold for the same', 'src/p/Check.py'],
])('two components on %s are refused, drawn or not [C-42]', (_, path) => {
  const other = candidate({ role: 'other.source', path, component: 'other' })
  const refused = { code: 'TSQ-COMPONENT', data: { path: 'component other' } }
  expect(place([init, part, other], template)).toMatchObject(refused)
  expect(place([init, part, other], drawn('src/p/__init__.py'))).toMatchObject(refused)
})

test('two components on one drawn path are refused as well [C-42]', () => {
  const other = candidate({ role: 'other.source', path: 'src/p/check.py', component: 'other' })
  expect(place([init, part, other], drawn('src/p/__init__.py', 'src/p/check.py'))).toMatchObject({
    code: 'TSQ-COMPONENT',
  })
})

test('a path that leaves the repository is refused [Q-05]', () => {
  expect(place([candidate({ role: 'evil', path: '../evil.py' })], template)).toMatchObject({ code: 'TSQ-PATH' })
})

test('a drawn tree without any test gets those of what it holds; one that draws some means those [C-41] [C-76]', () => {
  const conftest = candidate({ role: 'conftest', path: 'tests/conftest.py' })
  const tested = candidate({ role: 'check.test', path: 'tests/test_check.py', needs: ['check.source', 'conftest'] })
  const other = candidate({ role: 'config-test', path: 'tests/test_config.py', needs: ['config', 'conftest'] })
  const all = [init, config, part, conftest, tested, other]
  const none = placed(all, drawn('src/p/__init__.py', 'src/p/check.py'))
  expect(none.additions).toEqual([
    { path: 'tests/conftest.py', reason: 'the design asks for tests, and the tree holds none' },
    { path: 'tests/test_check.py', reason: 'the design asks for tests, and the tree holds none' },
  ])
  const some = placed(all, drawn('src/p/__init__.py', 'src/p/check.py', 'src/p/config.py', 'tests/test_config.py'))
  expect(Object.keys(where(some))).toEqual(['init', 'config', 'check.source', 'conftest', 'config-test'])
})

test('a module that a drawn tree lacks brings its own tests, and nothing that only they would need [C-41] [C-76]', () => {
  const asked = { template: true, needed: 'it was asked for' }
  const app = candidate({ role: 'app', path: 'src/p/api/app.py', needs: ['init'], standing: asked })
  const conftest = candidate({ role: 'conftest', path: 'tests/conftest.py' })
  const tested = candidate({ role: 'app-test', path: 'tests/api/test_app.py', needs: ['app', 'conftest'] })
  const wide = candidate({ role: 'check.test', path: 'tests/test_check.py', needs: ['check.source', 'config'] })
  const start = candidate({ role: 'init-test', path: 'tests/test_init.py', accepts: path => path.endsWith('_init.py') })
  const all = [init, config, part, app, conftest, tested, wide, start]
  const reason = 'src/p/api/app.py is added, and the design asks for tests'
  const apart = placed(all, drawn('src/p/__init__.py', 'tests/test_init.py'))
  expect(apart.additions).toContainEqual({ path: 'tests/api/test_app.py', reason })
  expect(apart.additions.map(each => each.path)).toContain('tests/conftest.py')
  const narrow = placed(all, drawn('src/p/__init__.py', 'src/p/test_init.py'))
  // Tests lie beside the code where the drawn ones do; those that need a module that nobody drew stay away.
  expect(narrow.additions).toContainEqual({ path: 'src/p/api/test_app.py', reason })
  expect(Object.keys(where(narrow))).not.toContain('config')
})
