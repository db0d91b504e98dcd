import { visibleLines } from '../../base/visible.ts'
import type { Found } from '../../core/gates/rules/found.ts'
import type { Style } from './style.ts'
import { hanging } from './table.ts'

const widest = 160

/** A line of source as a screen can bear it, with a mark below what is meant. */
const frame = ({ excerpt = '', line = 1, column = 1, end }: Found, style: Style): readonly string[] => {
  if (excerpt.trim() === '') return []
  const plain = excerpt.replaceAll('\t', ' ')
  const indent = plain.length - plain.trimStart().length
  // What is far to the right is brought into view.
  const from = column - 1 - indent > widest - 30 ? column - 21 : indent
  const [shown = ''] = visibleLines(plain.slice(from, from + widest))
  const last = end === undefined || end.line !== line ? column : end.column
  const width = Math.max(1, Math.min(last - column, widest - (column - 1 - from)))
  const number = String(line)
  return [
    style.dim(`  ${number} | `) + shown,
    `${style.dim(`  ${' '.repeat(number.length)} | `)}${' '.repeat(Math.max(0, column - 1 - from))}${style.red('^'.repeat(width))}`,
  ]
}

/** One finding of a rule for a person: where, which rule, what, the line itself, how to mend it. */
export const foundLines = (each: Found, style: Style, columns: number): readonly string[] => [
  `${style.bold(each.path)}:${each.line ?? 1}:${each.column ?? 1}  ${style.yellow(each.rule)}${each.code === undefined ? '' : ` (${each.code})`}  ${style.dim(each.severity)}`,
  ...hanging('  ', each.message, columns),
  ...frame(each, style),
  ...(each.mend === undefined
    ? []
    : [
        `  ${style.green('can be mended')} by ${each.mend.safety === 'safe' ? '--fix' : '--fix --unsafe'}: ${each.mend.does}`,
      ]),
]
