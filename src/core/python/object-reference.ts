/** What an entry point leads to. */
export interface ObjectReference {
  /** Dotted. */
  readonly module: string
  /** Dotted, inside the module. */
  readonly attribute?: string
}

const name = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/**
 * `package.module:attribute [extras]` as the entry points specification writes it; undefined for anything else. Source:
 * packaging.python.org, "Entry points specification".
 */
export const objectReference = (text: string): ObjectReference | undefined => {
  const [reference = ''] = text.split('[')
  const [module = '', attribute, ...more] = reference.split(':').map(each => each.trim())
  if (more.length > 0 || module.length > 300 || !name.test(module)) return undefined
  if (attribute === undefined) return { module }
  return attribute.length <= 300 && name.test(attribute) ? { module, attribute } : undefined
}
