import { wrapAnsi } from 'fast-wrap-ansi'
import { type KnownError, wordsOf } from '../../base/errors/known-error.ts'
import { oneLine } from '../../base/visible.ts'
import type { Style } from './style.ts'

const indented = (label: string, text: string, columns: number): readonly string[] =>
  // What a person wrote comes back to the screen here: nothing in it may steer the terminal.
  wrapAnsi(oneLine(text), Math.max(40, columns - 8), { hard: false })
    .split('\n')
    .map((line, index) => `  ${index === 0 ? label.padEnd(6) : '      '}${line}`)

/** The words of a known error: what, why, what to do. */
export const errorLines = (error: KnownError, style: Style, columns: number): readonly string[] => {
  const words = wordsOf(error.code)
  const { place } = error
  const where =
    place?.file === undefined
      ? ''
      : `  ${style.dim([place.file, place.line, place.column].filter(each => each !== undefined).join(':'))}`
  const sign = words.exit === 3 ? style.yellow('?') : style.red('✗')
  const head = wrapAnsi(
    `${sign} ${style.bold(error.code)}  ${oneLine(words.what(error.data))}${where}`,
    Math.max(40, columns),
    {
      hard: false,
    },
  )
  const others = error.others.map(each => {
    const at = each.place?.line === undefined ? '' : ` (line ${each.place.line})`
    const { what, todo, brief = todo } = wordsOf(each.code)
    return `${what(each.data)}${at}. ${brief(each.data)}`
  })
  return [
    ...head.split('\n'),
    ...indented('Why', words.why(error.data), columns),
    ...indented('Do', words.todo(error.data), columns),
    ...others.flatMap(each => indented('Also', each, columns)),
  ]
}

/** What a run stops for, as programs read it. */
export const neededData = ({ code, data }: KnownError): Readonly<Record<string, unknown>> => {
  const words = wordsOf(code)
  return { code, ...data, what: words.what(data), todo: words.todo(data) }
}

/** An error as programs read it. */
interface ErrorData {
  readonly error: Readonly<Record<string, unknown>>
}

/** The same for programs. */
export const errorData = (error: KnownError): ErrorData => {
  const words = wordsOf(error.code)
  return {
    error: {
      code: error.code,
      what: words.what(error.data),
      why: words.why(error.data),
      todo: words.todo(error.data),
      ...error.place,
      ...(error.others.length > 0 && { others: error.others.map(each => errorData(each).error) }),
    },
  }
}
