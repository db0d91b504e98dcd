import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import type { World } from '../../../app/world.ts'
import { type KnownError, wordsOf } from '../../../base/errors/known-error.ts'
import type { Refusal } from '../../../base/refusal.ts'
import { editing } from '../editor.ts'
import type { Style } from '../style.ts'
import type { Ask, Terminal } from './terminal.ts'

/** Thrown through a dialog when the person leaves it; the decider turns it into the words that say how to go on. */
export class Left extends Error {}

/** How the dialogs speak: wrapped lines out, trimmed answers in. */
export interface Talk {
  readonly style: Style
  readonly width: number
  /** Prints lines; one that is too long goes on below its own indentation. */
  readonly say: (...lines: readonly string[]) => void
  /** Prints a text as it is: a file's lines mean something where they stand. */
  readonly show: (text: string) => void
  /** Prints why something was not taken. */
  readonly refuse: (...refused: readonly (Refusal | KnownError | string)[]) => void
  /** What was typed, trimmed. Leaves the dialog on Ctrl-C. */
  readonly ask: (label: string, more?: Omit<Ask, 'label'>) => Promise<string>
  readonly edit: (text: string, name: string) => Promise<string | undefined>
}

/** What stands in columns goes on in its last column: everything up to the last wide gap is kept for the first line. */
const hanging = (line: string): string =>
  /^(?: *\S+(?: \S+)*? {2,}){1,2}(?=\S)/.exec(line)?.[0] ?? /^ */.exec(line)?.[0] ?? ''

const colours = new RegExp(`^((?:${String.fromCharCode(27)}\\[\\d+m)*)( *)(.*)$`, 's')

const wrapped = (line: string, width: number): string => {
  if (stringWidth(line) <= width) return line
  const [, colour = '', spaces = '', rest = line] = colours.exec(line) ?? []
  const columns = colour === '' ? hanging(line) : ''
  // Beside a wide first column there is no room for another; and colours would be cut.
  const fits = columns !== '' && width - columns.length >= 24 && stripVTControlCharacters(columns) === columns
  const head = fits ? columns : spaces
  return wrapAnsi(fits ? line.slice(head.length) : colour + rest, Math.max(20, width - head.length), { hard: false })
    .split('\n')
    .map((each, index) => (index === 0 ? head : ' '.repeat(head.length)) + each)
    .join('\n')
}

const toldOf = (refused: Refusal | KnownError | string): string => {
  if (typeof refused === 'string') return refused
  const { what, why, todo } = wordsOf(refused.code)
  return `${what(refused.data)}. ${why(refused.data)} ${todo(refused.data)}`
}

/** Dialogs over a terminal. */
export const talkOver = (terminal: Terminal, world: Pick<World, 'processes' | 'files' | 'host'>): Talk => {
  const width = () => Math.min(100, terminal.columns)
  const say = (...lines: readonly string[]) => {
    for (const line of lines) terminal.write(`${wrapped(line, width())}\n`)
  }
  return {
    style: terminal.style,
    get width() {
      return width()
    },
    say,
    show: text => terminal.write(text.endsWith('\n') ? text : `${text}\n`),
    refuse: (...refused) => say(...refused.map(each => `${terminal.style.red('✗')} ${toldOf(each)}`)),
    ask: async (label, more = {}) => {
      const typed = await terminal.ask({ label, ...more })
      if (typed === undefined) throw new Left()
      // The first line's indentation is part of a drawing.
      return more.lines === 'block' ? typed.trimEnd() : typed.trim()
    },
    edit: async (text, name) => {
      const otherwise = await terminal.edit?.(text, name)
      if (otherwise !== undefined) return otherwise
      const edited = terminal.edit === undefined ? await editing(world)(text, name) : { none: 'There is no editor.' }
      if ('text' in edited) return edited.text
      say(`${terminal.style.yellow('!')} ${edited.none}`)
      return undefined
    },
  }
}
