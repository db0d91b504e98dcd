import { prohibitions } from '../design-rules.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'

export const plainText: Kind = {
  language: ({ task }) => [`- Plain text in UTF-8, in the form that readers of ${code(task.path)} expect.`],
  constraints: ({ early }) => [
    ...items([
      'Annotations and docstrings: none.',
      'Length: only lines that do something.',
      'Allowed: what the purpose names. Prohibited: secrets, values that hold on one machine only.',
      'Style: one entry on a line, lines that end with a newline, no blanks at their end.',
    ]),
    ...prohibitions(early),
  ],
  api: () => ['None.'],
  implementation: ({ early }) =>
    items([
      'Patterns: the conventional layout of such a file.',
      'Edge cases: it also holds on Windows and macOS.',
      'Errors: an entry that matches nothing is left out.',
      'Performance: not a concern here.',
      `Security: no secret, not even as a comment. Environment variables of the project begin with ${code(early.names.env_prefix)} and carry no value here.`,
    ]),
  testing: () => ['- The tool that reads it accepts it without a warning.'],
  usage: ({ task }) => [`- ${code(task.path)} is read from where it lies.`],
  output: 'one text file',
}
