import { prohibitions } from '../design-rules.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'

export const data: Kind = {
  language: ({ task }) => [
    task.path.endsWith('.json')
      ? '- JSON (RFC 8259), without comments.'
      : /\.ya?ml$/.test(task.path)
        ? '- YAML 1.2.'
        : '- JSON with comments.',
  ],
  constraints: ({ early }) => [
    ...items([
      'Annotations: none; every value has the type that its reader expects.',
      'Length: only keys that are needed.',
      'Allowed: actions, images and hooks at a named version. Prohibited: a moving version (`latest`, `main`), a script fetched and run.',
      'Style: two-space indentation, no anchors, strings quoted where YAML would read something else; a newline at the end.',
    ]),
    ...prohibitions(early),
  ],
  api: () => ['None: the file is read by a tool, and its keys are that tool’s.'],
  implementation: ({ early, late }) =>
    items([
      `Patterns: commands are those of the project: ${code(late.manager.install)} to install, ${code(`${late.manager.run} pytest`)}, ${code(`${late.manager.run} ruff check`)} and ${code(`${late.manager.run} mypy .`)} to check.`,
      `Edge cases: every supported Python (${early.python.versions.join(', ')}) where the file names versions.`,
      'Errors: a failing step fails the whole; nothing continues on error.',
      'Performance: caches where the tool offers them.',
      'Security: the least permissions that suffice; no secret, no text from outside put into a shell command.',
    ]),
  testing: ({ task }) => [`- ${code(task.path)} parses, and the tool that reads it accepts it.`],
  usage: ({ task }) => [`- The tool that owns ${code(task.path)} reads it from there; nobody calls it by hand.`],
  output: 'one file in its own format',
}
