import { sampleText } from '../product/product.ts'

/** A bad input: what it is, the code with which it is refused, its bytes, and the line that the error names. */
export interface Row {
  readonly what: string
  readonly code: string
  readonly given: string | Uint8Array
  readonly line?: number
}

/** The answers that every row spoils in one place. */
export const sample = sampleText('schema-guard')

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** A file that is something else from its first byte on. */
export const whole = (what: string, code: string, given: string | Uint8Array, line?: number): Row => ({
  what,
  code,
  given,
  ...(line !== undefined && { line }),
})

/** The value of one key put otherwise. */
export const valued = (what: string, code: string, key: string, value: string): Row => {
  const found = new RegExp(`^  ${key}: .*$`, 'm').exec(sample)
  if (found === null) throw new Error(`the sample has no ${key}`)
  return whole(
    what,
    code,
    sample.replace(found[0], () => `  ${key}: ${value}`),
    lineOf(sample, found.index),
  )
}

/** A line that is put below a section's key. */
export const added = (what: string, code: string, section: string, line: string): Row => {
  const at = sample.indexOf(`${section}:\n`)
  if (at < 0) throw new Error(`the sample has no ${section}`)
  return whole(
    what,
    code,
    sample.replace(`${section}:\n`, () => `${section}:\n  ${line}\n`),
    lineOf(sample, at) + 1,
  )
}

/** A drawn tree instead of the template; the line counts within the drawing. */
export const drawn = (what: string, code: string, tree: string, line = 1): Row => {
  const mode = '  mode: template'
  const indented = tree.replaceAll(/^/gm, '    ')
  const given = sample.replace(mode, () => `  mode: tree\n  tree: |\n${indented}`)
  return whole(what, code, given, lineOf(sample, sample.indexOf(mode)) + 1 + line)
}

/** Other components, each as one line of YAML; the error names the line of the last one. */
export const parts = (what: string, code: string, ...components: readonly string[]): Row => {
  const start = sample.indexOf('components:\n')
  const listed = components.map(each => `  - {${each}}\n`).join('')
  const given = `${sample.slice(0, start)}components:\n${listed}${sample.slice(sample.indexOf('features:'))}`
  return whole(what, code, given, lineOf(sample, start) + components.length)
}
