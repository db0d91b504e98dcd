import { furtherDecisions, prohibitions } from '../design-rules.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'

export const markdown: Kind = {
  language: () => ['- Markdown as GitHub reads it (CommonMark with tables); simple, precise English.'],
  constraints: ({ early, late }) => [
    ...items([
      'Annotations: code blocks name their language.',
      'Length: as short as it can be and still be complete.',
      `Allowed in examples: the standard library, ${code(early.names.package)} and its declared requirements. Prohibited: links that lead nowhere, badges of what does not exist, files that the repository does not hold.`,
      `Style: one heading of the first level, sentence case, commands of ${late.manager.id} and no other manager.`,
      'Raw HTML: none.',
    ]),
    ...prohibitions(early),
  ],
  api: ({ late }) =>
    late.plan.exports.length === 0
      ? ['The package exports no names that the text could promise.']
      : [
          'Names that the text may promise, and no others:',
          '',
          ...items(late.plan.exports.map(each => `${code(each.module)}: ${each.names.map(code).join(', ')}`)),
        ],
  implementation: ({ early, late }) => {
    const further = furtherDecisions(early)
    return [
      ...items([
        'Patterns: what it is, then how to use it, then how it works; the reader with little time first.',
        'Edge cases: what does not work, or is not promised, is said.',
        'Errors: a command that may fail says what then.',
        'Performance: no claim without a measurement.',
        'Security: no secret, no real token or address in an example.',
        `Commands: ${code(late.manager.install)} to install, ${code(late.manager.build)} to build.`,
      ]),
      ...(further.length === 0 ? [] : ['', ...further]),
    ]
  },
  testing: () =>
    items([
      'Every command in it can be run in a clean checkout and succeeds.',
      'Every relative link leads to a file of the repository.',
    ]),
  usage: ({ task }) => [`- ${code(task.path)} is read in the repository; nothing runs it.`],
  output: 'one Markdown file',
}
