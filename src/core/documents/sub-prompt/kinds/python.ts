import { designRules, furtherDecisions, prohibitions } from '../design-rules.ts'
import type { SubPromptFacts } from '../facts.ts'
import type { Kind } from '../kind.ts'
import { code, indented, items } from '../lines.ts'
import { importRules, moduleOf, pythonLanguage, styleRules } from '../python-rules.ts'

/** What senior engineers ask of any module, whatever it does. */
export const craft: readonly string[] = [
  'Patterns: small pure functions and frozen dataclasses first; state only where the purpose asks for it; what is passed in is never changed.',
  'Edge cases: empty input, one element, the largest sensible input, wrong types at the public border, Unicode; each has a defined result.',
  'Performance: no worse than linear in the input unless the purpose needs it; no work at import time.',
  'Security: no `eval`, `exec`, `pickle`, shell commands or SQL put together from text; no secret in code, logs or error messages; input from outside is checked before it is used.',
  'No unfinished part: every function does what its docstring says; no comment that repeats the code.',
]

const options = ({ component }: SubPromptFacts): readonly string[] =>
  component === undefined || Object.keys(component.options).length === 0
    ? []
    : ['', 'Options chosen for the component:', '', ...indented(JSON.stringify(component.options, null, 2))]

const withDecisions = (facts: SubPromptFacts): readonly string[] => {
  const further = furtherDecisions(facts.early)
  return further.length === 0 ? [] : ['', ...further]
}

export const python: Kind = {
  language: pythonLanguage,
  constraints: facts => [
    ...styleRules(facts),
    ...importRules(facts, false),
    '- Docstrings: Google style, for the module and everything public; what and why, not how; "Args", "Returns" and "Raises" where there are any.',
    '- Output goes to the caller or the log; no `print`.',
    ...prohibitions(facts.early),
  ],
  api: () => [
    'The design asks for no public name here. Keep what the file needs private, or offer only what its purpose says.',
  ],
  implementation: facts => [
    ...items([...designRules(facts.early), ...craft]),
    ...options(facts),
    ...withDecisions(facts),
  ],
  testing: ({ early }) =>
    early.architecture.testing === 'none'
      ? [
          '- The design has no tests. The file must still be testable: no hidden state, no clock, no network of its own.',
        ]
      : items([
          'Tests are files of their own; write none here.',
          'They will call everything public: each promised result, each edge case, each failure. Coverage of the project must reach 80 %, branches counted.',
          'Nothing depends on the clock, on chance, on the network or on the order of tests, unless it is passed in.',
        ]),
  usage: ({ task }) => {
    const module = moduleOf(task.path)
    return module === undefined
      ? ['The file is run as it lies.']
      : [...indented(`import ${module}`), '', `What is public is used as ${code(module)} offers it above.`]
  },
  output: 'one Python file',
}
