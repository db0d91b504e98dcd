import wrapAnsi from 'wrap-ansi'
import type { World } from '../../../app/world.ts'
import { type KnownError, wordsOf } from '../../../base/errors/known-error.ts'
import type { Refusal } from '../../../base/refusal.ts'
import type { Style } from '../style.ts'
import { editing } from './editor.ts'
import type { Ask, Terminal } from './terminal.ts'

/** Thrown through a dialog when the person leaves it; the decider turns it into the words that say how to go on. */
export class Left extends Error {}

/** How the dialogs speak: wrapped lines out, trimmed answers in. */
export interface Talk {
  readonly style: Style
  readonly width: number
  /** Prints lines; one that is too long goes on below its own indentation. */
  readonly say: (...lines: readonly string[]) => void
  /** Prints why something was not taken. */
  readonly refuse: (...refused: readonly (Refusal | KnownError | string)[]) => void
  /** What was typed, trimmed. Leaves the dialog on Ctrl-C. */
  readonly ask: (label: string, more?: Omit<Ask, 'label'>) => Promise<string>
  readonly edit: (text: string, name: string) => Promise<string | undefined>
}

const wrapped = (line: string, width: number): string => {
  const indent = /^ */.exec(line)?.[0] ?? ''
  if (line.length <= width) return line
  return wrapAnsi(line.slice(indent.length), Math.max(20, width - indent.length), { hard: false })
    .split('\n')
    .map(each => `${indent}${each}`)
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
    refuse: (...refused) => say(...refused.map(each => `${terminal.style.red('✗')} ${toldOf(each)}`)),
    ask: async (label, more = {}) => {
      const typed = await terminal.ask({ label, ...more })
      if (typed === undefined) throw new Left()
      return typed.trim()
    },
    edit: async (text, name) => {
      const edited = terminal.edit === undefined ? await editing(world)(text, name) : await terminal.edit(text, name)
      if (edited === undefined) {
        say(
          `${terminal.style.yellow('!')} No editor: set EDITOR (for example \`export EDITOR=nano\`), or it did not end well. Nothing was taken from it.`,
        )
      }
      return edited
    },
  }
}
