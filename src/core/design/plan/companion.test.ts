import { expect, test } from 'vitest'
import { companionOf } from './companion.ts'

const planned = (tests: readonly string[], { testing = 'comprehensive', source = 'src/shop/order.py' } = {}) => {
  const files = [['order.source', source], ...tests.map(path => ['order.test', path])]
  return {
    tasks: files.map(([role, path]) => ({ role, path })),
    early: { architecture: { testing }, names: { package: 'shop' }, structure: { drawn: false, files: [] } },
  } as unknown as Parameters<typeof companionOf>[1]
}

test.each([
  ['in one folder', ['tests/test_order.py'], 'tests/test_tax.py'],
  ['in folders like those of the modules', ['tests/unit/test_order.py'], 'tests/unit/money/test_tax.py'],
  ['beside the modules', ['src/shop/test_order.py'], 'src/shop/money/test_tax.py'],
])('the test of a new module lies where the plan has its others: %s [C-77] [C-64]', (_, tests, wanted) => {
  expect(companionOf('src/shop/money/tax.py', planned(tests))).toBe(wanted)
})

test.each([
  ['what is no module of the package', 'docs/conf.py', {}],
  ['no Python', 'src/shop/data.json', {}],
  ['a test', 'src/shop/test_own.py', {}],
  ['a package’s own file', 'src/shop/money/__init__.py', {}],
  ['a module whose test there is', 'src/shop/order.py', {}],
  ['a design without tests', 'src/shop/tax.py', { testing: 'none' }],
])('%s comes alone [C-64]', (_, path, design) => {
  expect(companionOf(path, planned(['tests/test_order.py'], design))).toBeUndefined()
})
