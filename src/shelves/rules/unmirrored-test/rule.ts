import { isOfTests } from '../../../core/python/file-role.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { rule } from '../../../ports/rule.ts'

/** How many tests of a project must lie where their module lies, and of how many, for it to be the project's way. */
const share = 0.85
const fewest = 8

const stem = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .replace(/\.py$/, '')
    .replace(/^test_+|_tests?$/g, '')
    .replace(/^_+/, '')

/** The folders below the one that holds tests: `tests/unit/orders/test_api.py` → `orders`. */
const below = (path: string): readonly string[] => {
  const folders = path.split('/').slice(0, -1)
  const last = folders.findLastIndex(each => /^tests?$/.test(each))
  return folders.slice(last + 1).filter((each, index) => index > 0 || !/^(?:unit|unit_tests|units)$/.test(each))
}

/** Where a module lies, without the underscores that say how it is used. */
const placeOf = (path: string): { readonly whole: string; readonly folder: string; readonly own: string } => {
  const parts = path
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .split('/')
    .map(each => each.replace(/^_+|_+$/g, ''))
  return { whole: parts.join('/'), folder: parts.slice(0, -1).join('/'), own: parts.at(-1) ?? '' }
}

export default rule({
  id: 'unmirrored-test',
  pack: 'tests',
  allows: 'allow tests that do not lie as what they test',
  what: 'A test file has no module in its place, in a project whose tests lie as its modules do.',
  why: 'Whoever changes a module looks for its tests in the mirrored place, and believes that there are none.',
  fix: 'Move the file: what tests `orders/api.py` is `tests/orders/test_api.py`.',
  bad: 'def test_total() -> None:\n    assert total() == 3\n',
  good: '"""The tests lie in tests/test_cart.py, as the module does."""\n',
  at: 'tests/test_basket.py',
  beside: Object.fromEntries(
    ['api', 'cart', 'catalogue', 'checkout', 'mail', 'orders', 'prices', 'stock'].flatMap(each => [
      [`src/shop/${each}.py`, 'VALUE = 1\n'],
      [`tests/test_${each}.py`, 'def test_value() -> None:\n    assert VALUE == 1\n'],
    ]),
  ),
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'project',
    collect: source => (/^ *(?:async )?def test_|^class Test/m.test(source.text) ? true : undefined),
    judge: files => {
      const modules = files.filter(({ path }) => !isOfTests(path)).map(({ path }) => placeOf(path))
      const isMirrored = (path: string): boolean => {
        const [place, name] = [below(path).join('/'), stem(path)]
        // The package itself is tested by the name of its file.
        if (name === 'init') return true
        return modules.some(({ whole, folder, own }) => {
          const fits = place === '' || folder === place || folder.endsWith(`/${place}`)
          const isDeeper = place !== '' && (whole === place || whole.endsWith(`/${place}`))
          return (fits && (own === name || name.startsWith(`${own}_`))) || isDeeper
        })
      }
      const tests = files.filter(
        ({ path, collected }) =>
          collected === true &&
          isTestFile(path) &&
          !/(?:^|\/)(?:integration|e2e|properties|functional|load|\w*online|bench)\w*\//.test(path),
      )
      // What lies at the top may be about the whole.
      const strays = tests.filter(
        ({ path }) =>
          !isMirrored(path) && (below(path).length > 0 || tests.every(each => below(each.path).length === 0)),
      )
      return tests.length < fewest || strays.length > tests.length * (1 - share)
        ? []
        : strays.map(({ path }) => ({
            path,
            line: 1,
            column: 1,
            message:
              'No module lies where this test says: the other tests of the project are named and placed as what they test.',
          }))
    },
  },
})
