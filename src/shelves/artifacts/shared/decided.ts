import { type ChoicePath, choices, type Option } from '../../../core/design/answers/choices.ts'
import type { Intake } from '../../../core/design/answers/types.ts'
import { isProgram } from '../../../core/design/purpose.ts'

/** What a choice means for a program, where the words of the question speak of what is imported. */
const forPrograms: Readonly<Record<string, string>> = {
  'architecture.errors exceptions':
    'A hierarchy with one base class; what is below it ends the program with one line and a code of its own.',
  'architecture.logging stdlib': 'The logging module; the program itself shows its records, on standard error.',
  'architecture.logging minimal': 'A named logger, whose records the program shows on standard error.',
}

/** What the chosen answer means for the project, in one sentence. */
export const meansOf = (path: ChoicePath, id: string, intake: Pick<Intake, 'purpose'>): string =>
  (isProgram({ intake }) ? forPrograms[`${path} ${id}`] : undefined) ??
  (choices[path].options as readonly Option[]).find(option => option.id === id)?.means ??
  ''
