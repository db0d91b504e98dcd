import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'

export const lock: Kind = {
  language: ({ late }) => [`- The lock format of ${late.manager.id}.`],
  constraints: ({ late }) =>
    items([
      'Annotations and docstrings: none; a program writes this file.',
      'Length: whatever the resolution takes.',
      `Allowed: what ${late.manager.id} itself resolves from the project’s declared requirements. Prohibited: a single line written or changed by hand.`,
      'Style: as the manager prints it.',
    ]),
  api: () => ['None.'],
  implementation: ({ late }) =>
    items([
      `Patterns: run ${late.manager.id} in the repository and deliver what it wrote.`,
      'Edge cases: every supported Python and platform is in the resolution.',
      'Errors: when the index cannot be reached, deliver nothing and say so; never imitate a lock file.',
      'Performance: no upgrade that was not asked for.',
      'Security: hashes of every artefact are kept.',
    ]),
  testing: ({ late }) => [`- ${code(late.manager.install)} accepts it without changing it.`],
  usage: ({ late }) => [`- ${code(late.manager.install)}`],
  output: 'the file that the manager wrote',
}
