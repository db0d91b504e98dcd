import { type ChoicePath, choices, type Option } from '../../../core/design/answers/choices.ts'

/** What the chosen answer means for the project, in one sentence. */
export const meansOf = (path: ChoicePath, id: string): string =>
  (choices[path].options as readonly Option[]).find(option => option.id === id)?.means ?? ''
