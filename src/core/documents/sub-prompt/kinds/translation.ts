import type { SubPromptFacts } from '../facts.ts'
import type { Kind } from '../kind.ts'
import { code, items } from '../lines.ts'

const tagOf = ({ task }: SubPromptFacts): string => /README\.([^/]+)\.md$/.exec(task.path)?.[1] ?? 'en'

export const translation: Kind = {
  language: facts => [`- Markdown as GitHub reads it, in the language with the tag ${code(tagOf(facts))} (BCP 47).`],
  constraints: () =>
    items([
      'Annotations: code blocks keep the language they name.',
      'Length: as long as the original, section by section.',
      'Allowed: the words, in the other language. Prohibited: new claims, left-out sections, changed links, changed commands.',
      'Style: the same sections in the same order; the tone of good technical writing in that language.',
      'Code, commands, names of files and of options stay in English.',
    ]),
  api: () => ['None: what the original promises, and nothing else.'],
  implementation: () =>
    items([
      'Patterns: below the title, a note that the English README is primary, and how to keep this one in step with it.',
      'Edge cases: a term without a good translation stays in English, explained once.',
      'Errors: a mistake of the original is translated as it stands, and named beside the delivery.',
      'Performance and security: nothing beyond the original; no secret.',
    ]),
  testing: () =>
    items([
      'It has as many headings, links and code blocks as the original, in the same order.',
      'Each code block is equal to the original’s, to the letter.',
    ]),
  usage: ({ task }) => [`- ${code(task.path)} is read beside the English README, in the same repository.`],
  output: 'one Markdown file',
}
