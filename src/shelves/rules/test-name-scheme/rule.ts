import { field } from '../../../core/python/nodes.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const scheme = /^test_\w+_should_\w+_when_\w+$/

export default rule({
  id: 'test-name-scheme',
  pack: 'tests',
  allows: 'allow test names outside of the scheme',
  what: 'A test is not called `test_<function>_should_<expected>_when_<condition>`.',
  why: 'With one scheme the list of tests reads as the list of promises. It is one house’s scheme among several, so the rule is only looked for by its name.',
  fix: 'Say the function, what is expected of it, and when.',
  bad: 'def test_price() -> None:\n    assert price(0) == 0\n',
  good: 'def test_price_should_be_zero_when_nothing_is_bought() -> None:\n    assert price(0) == 0\n',
  at: 'tests/test_price.py',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  files: isTestFile,
  look: {
    by: 'source',
    mentions: ['def test_'],
    visit: {
      function_definition: (node, source) => {
        const name = field(node, 'name')
        if (
          name?.text.startsWith('test_') !== true ||
          scheme.test(name.text) ||
          source.functionAround(node) !== undefined
        )
          return undefined
        return at(name, `\`${name.text}\` is not of the form \`test_<function>_should_<expected>_when_<condition>\`.`)
      },
    },
  },
})
