import type { Refusal } from '../../base/refusal.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { Ruff, RuffSettings } from '../../ports/ruff.ts'
import type { StructuredFile } from '../../ports/unit-file.ts'
import { finishPython } from './python.ts'
import { type RenderContext, render, type Template } from './render.ts'
import { structuredText } from './structured.ts'

/** What a file is made of: a template with its context, or data; Python is formatted at the end. */
export interface Parts {
  /** Where the file will lie; its ending decides whether it is Python. */
  readonly path: string
  readonly source:
    | { readonly template: Template; readonly context: RenderContext }
    | { readonly structured: StructuredFile }
  readonly ruff: Ruff
  /** What `ruffSettings` gives for the project. */
  readonly settings: RuffSettings
}

/** The text of one file, as it will be seen. */
export const renderText = ({ path, source, ruff, settings }: Parts): string | Refusal<'TSQ-TEMPLATE'> => {
  if ('structured' in source) return structuredText(source.structured)
  const text = render(source.template, source.context)
  if (isRefusal(text) || !/\.pyi?$/.test(path)) return text
  return text.trim() === '' ? '' : finishPython(source.template.name, text, ruff, settings)
}
