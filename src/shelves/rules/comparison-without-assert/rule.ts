import { isOfTests } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'comparison-without-assert',
  pack: 'tests',
  allows: 'allow a comparison as a statement in a test',
  what: 'A test compares two values and does nothing with the result.',
  why: 'The `assert` was forgotten: the comparison may be false every time.',
  fix: 'Write `assert` before it.',
  bad: 'def test_price() -> None:\n    price(2) == 3\n',
  good: 'def test_price() -> None:\n    assert price(2) == 3\n',
  at: 'tests/test_price.py',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfTests,
  look: {
    by: 'ruff',
    code: 'B015',
    // In a block that has to raise, the comparison itself is what is tried.
    except: ({ line }, source) => {
      const lines = source.text.split('\n')
      const indent = /^\s*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0
      const around = lines
        .slice(0, line - 1)
        .findLast(each => each.trim() !== '' && (/^\s*/.exec(each)?.[0].length ?? 0) < indent)
      return around !== undefined && /raises|warns|assertRaises|try\s*:|suppress|filterwarnings|catch/.test(around)
    },
  },
})
