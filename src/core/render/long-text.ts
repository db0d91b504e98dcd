import { type Escaped, py, vouched } from './escaped.ts'
import { wrapped } from './words.ts'

/**
 * A text as a Python expression. One longer than what fits on its line goes over several, since the formatter would not break it;
 * one that fits stays whole, since the formatter would join it again.
 */
export const longText = (text: string, fits: number): readonly Escaped[] => {
  if (text.length <= fits) return [py.str(text)]
  const parts = wrapped(text, fits - 6)
  return [
    vouched('('),
    ...parts.map((part, index) => py`    ${py.str(index + 1 < parts.length ? `${part} ` : part)}`),
    vouched(')'),
  ]
}

/** A keyword argument with such a text, and its comma. */
export const spoken = (keyword: string, text: string, fits: number): readonly Escaped[] => {
  const [first = py``, ...more] = longText(text, fits)
  const lines = [py`${py.name(keyword)}=${first}`, ...more]
  return lines.map((line, index) => (index + 1 < lines.length ? line : py`${line},`))
}

/** An assignment of such a text. */
export const assigned = (name: string, text: string, fits: number): readonly Escaped[] => {
  const [first = py``, ...more] = longText(text, fits - name.length - 3)
  return [py`${py.name(name)} = ${first}`, ...more]
}
