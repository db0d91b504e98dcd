import type { Unnamed } from '../../../core/gates/finding-id.ts'
import type { Looked } from '../looking.ts'

/** Ruff obeys these only where they stand on a line of their own. */
const blanket = /^\s*#\s*(?:ruff|flake8)\s*:\s*(?:noqa|file-ignore)\b/i

/** Comments that silence Ruff, or rules of it, for a whole file. */
export const blanketNoqa = ({ path, text }: Looked): readonly Unnamed[] =>
  text.split('\n').flatMap((line, index) =>
    blanket.test(line)
      ? [
          {
            check: 'style',
            rule: 'blanket-noqa',
            path,
            line: index + 1,
            message: 'This comment silences Ruff for the whole file.',
            severity: 'medium',
            confidence: 'high',
            why: 'What comes later to the file is not looked at either.',
            fix: 'Remove it; where one line must differ, write `# noqa: CODE` at that line, with the reason.',
          },
        ]
      : [],
  )
