import { expect, test } from 'vitest'
import type { Import } from './imports.ts'
import { isConftest, placesOfImport, sharesWith } from './reached.ts'

const asked = (module: string, names: readonly string[] = [], level = 0): Import => ({
  module,
  level,
  names,
  line: 1,
  column: 1,
  typeChecking: false,
  optional: false,
  inFunction: false,
})

test('an import may mean a module, a name of it or one below it, and the packages above are needed too [K-12]', () => {
  const places = placesOfImport('src/shop/orders.py', asked('shop.own', ['price']))
  for (const place of ['src/shop/own.py', 'src/shop/own/price.py', 'src/shop/__init__.py', 'shop/own/__init__.py'])
    expect(places).toContain(place)
})

test('dots are counted from the file that has them; what leads out of the package lies nowhere [K-12]', () => {
  expect(placesOfImport('src/shop/cart/sum.py', asked('', ['own'], 2))).toContain('src/shop/own.py')
  expect(placesOfImport('src/shop/orders.py', asked('own', [], 3))).toEqual([])
})

test('a bare name may lie beside the file, and nothing else may [K-12]', () => {
  const places = placesOfImport('tests/unit/test_own.py', asked('helpers'))
  expect(places).toContain('tests/unit/helpers.py')
  expect(places).not.toContain('tests/helpers.py')
})

test('what tests share is known by its name, in any case, and counts for its folder and those below [K-12]', () => {
  expect(['conftest.py', 'tests/conftest.py', 'tests/ConfTest.py'].every(isConftest)).toBe(true)
  expect(['tests/my_conftest.py', 'conftest.pyi', 'conftest/a.py'].some(isConftest)).toBe(false)
  expect(sharesWith('conftest.py', 'tests/unit/test_own.py')).toBe(true)
  expect(sharesWith('tests/unit/conftest.py', 'tests/unit/test_own.py')).toBe(true)
  expect(sharesWith('tests/unit/conftest.py', 'tests/test_own.py')).toBe(false)
})
