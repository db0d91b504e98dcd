import { designRules, prohibitions } from '../design-rules.ts'
import type { SubPromptFacts } from '../facts.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'
import { importRules, pythonLanguage, styleRules } from '../python-rules.ts'

const depth = ({ early }: SubPromptFacts): string =>
  ({
    none: 'The design has no tests; this file stays as small as its purpose allows.',
    unit: 'Each public function and class by itself.',
    'unit+integration':
      'Each public function and class by itself; files below `tests/integration` use the package as its users do.',
    comprehensive:
      'Each public function and class by itself, the package as its users use it, and properties that must hold for every input.',
  })[early.architecture.testing]

export const pythonTest: Kind = {
  language: pythonLanguage,
  constraints: facts => [
    ...styleRules(facts),
    ...importRules(facts, true),
    '- Docstrings: none needed; the name of a test says what is promised.',
    ...prohibitions(facts.early),
  ],
  api: () => ['None: pytest finds functions that begin with `test_`.'],
  implementation: ({ early }) =>
    items([
      'Patterns: plain functions; arrange, act, assert; `pytest.mark.parametrize` for tables of cases; fixtures only where two tests share something.',
      'Edge cases: empty, smallest, largest, malformed, each with the exact result that is promised.',
      'Errors: each failure that the interface names is provoked, and its type and data are asserted, not only that something went wrong.',
      'Performance: the whole suite stays under 30 seconds, so no sleeping and no large data.',
      'Security: no real secret, no network, files only in `tmp_path`.',
      ...designRules(early).map(rule => `The code under test follows this: ${rule}`),
    ]),
  testing: facts =>
    items([
      depth(facts),
      'Every test can fail: run against a target whose functions return nothing, each must fail by its assertion.',
      'No skipped test, no expected failure, no mock of the package’s own code.',
      'The same result each time: no clock, no chance without a seed, no order of tests.',
    ]),
  usage: ({ task, late }) => [`- ${code(`${late.manager.run} pytest ${task.path}`)}`],
  output: 'one Python file',
}
