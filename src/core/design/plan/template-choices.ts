import { choices } from '../answers/choices.ts'

/** An answer as a template's regions ask for it. */
export interface TemplateChoice {
  readonly chosen: string | readonly string[]
  readonly ids: readonly string[]
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The answers with a closed list that a unit's reading holds, by the last part of their path: `logging`, `errors`. */
export const templateChoices = (reading: unknown): Readonly<Record<string, TemplateChoice>> => {
  const found: Record<string, TemplateChoice> = {}
  for (const [path, choice] of Object.entries(choices)) {
    let value: unknown = reading
    for (const key of path.split('.')) {
      value = isBranch(value) ? value[key] : undefined
    }
    if (typeof value !== 'string' && !Array.isArray(value)) continue
    found[path.split('.').at(-1) ?? path] = { chosen: value, ids: choice.options.map(option => option.id) }
  }
  return found
}
