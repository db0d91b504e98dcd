import { field, parts } from '../../../core/python/nodes.ts'
import { argument, hidesArguments, positional } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'skip-without-reason',
  pack: 'tests',
  allows: 'allow tests to be skipped without a reason',
  what: 'A test is skipped, or expected to fail, and nothing says why.',
  why: 'Nobody can tell when it may run again, so it never does.',
  fix: 'Give `reason="…"`, best with what has to happen first.',
  bad: 'import pytest\n\n\n@pytest.mark.skip\ndef test_price() -> None:\n    assert price(2) == 3\n',
  good: 'import pytest\n\n\n@pytest.mark.skip(reason="prices come with the next release of the catalogue")\ndef test_price() -> None:\n    assert price(2) == 3\n',
  at: 'tests/test_price.py',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['mark.skip', 'mark.xfail', 'unittest'],
    visit: {
      decorator: (node, source) => {
        const [inside] = parts(node)
        const call = inside?.type === 'call' ? inside : undefined
        const name = source.nameOf(call === undefined ? inside : field(call, 'function'))
        if (
          inside === undefined ||
          name === undefined ||
          !/^(?:pytest\.mark\.(?:skip|xfail)|unittest\.skip)$/.test(name)
        )
          return undefined
        const [condition] = call === undefined ? [] : positional(call)
        const isSaid =
          call !== undefined &&
          (hidesArguments(call) ||
            argument(call, 'reason') !== undefined ||
            argument(call, 'raises') !== undefined ||
            condition !== undefined)
        const above = source.text.split('\n')[node.startPosition.row - 1] ?? ''
        const beside = source.text.split('\n')[node.endPosition.row] ?? ''
        return isSaid || /#/.test(beside) || /^\s*#/.test(above)
          ? undefined
          : at(inside, 'Nothing says why, or until when.')
      },
    },
  },
})
