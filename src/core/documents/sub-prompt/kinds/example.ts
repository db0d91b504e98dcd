import { prohibitions } from '../design-rules.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'
import { importRules, pythonLanguage, styleRules } from '../python-rules.ts'

export const example: Kind = {
  language: pythonLanguage,
  constraints: facts => [
    ...styleRules(facts),
    ...importRules(facts, false),
    '- Docstrings: Google style, for the module and each function; the first line says what the example shows.',
    '- `print` is welcome: the example shows its results.',
    ...prohibitions(facts.early),
  ],
  api: () => [
    'None: the file is a script. A `main()` that returns nothing, called under `if __name__ == "__main__":`.',
  ],
  implementation: () =>
    items([
      'Patterns: what a user of the package would write on the first day, top to bottom, without cleverness.',
      'Edge cases: at least one input that works and one that is refused, both shown.',
      'Errors: caught where a user would catch them, and shown in words.',
      'Performance: it ends within a second.',
      'Security: no network, no file outside a temporary folder, no secret.',
    ]),
  testing: () => ['- Its exit code is 0 and its output is the same each time: no clock, no chance, no network.'],
  usage: ({ task, late }) => [`- ${code(`${late.manager.run} python ${task.path}`)}`],
  output: 'one Python file',
}
