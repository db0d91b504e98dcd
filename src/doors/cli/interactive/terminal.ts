import { PassThrough } from 'node:stream'
import { isCancel, TextPrompt } from '@clack/core'
import { type Style, styleFor } from '../style.ts'
import { type Keys, lineByLine } from './line-by-line.ts'

/** One prompt. */
export interface Ask {
  /** What stands before the cursor. */
  readonly label: string
  /** Stands there already, to be changed. */
  readonly initial?: string
  /** `paste`: lines that arrive together are one answer. `block`: lines until an empty one. */
  readonly lines?: 'paste' | 'block'
}

/** What the interactive decider needs of a terminal: no more than this, so that a test can be one. */
export interface Terminal {
  readonly columns: number
  readonly style: Style
  write(text: string): void
  /** What was typed, or undefined when the person wants to leave (Ctrl-C). */
  ask(question: Ask): Promise<string | undefined>
  /** Opens a text for editing in another way than the person's own editor. */
  edit?(text: string, name: string): Promise<string | undefined>
}

const leaves = '\u0003'

const one = async (
  keys: Keys,
  label: string,
  initial: string | undefined,
  output: NodeJS.WriteStream,
): Promise<string | undefined> => {
  const input = new PassThrough()
  const prompt = new TextPrompt({
    input,
    output,
    ...(initial !== undefined && { initialUserInput: initial }),
    render() {
      return `${label}${this.state === 'cancel' ? this.userInput : this.userInputWithCursor}`
    },
  })
  const typed = prompt.prompt()
  // Ctrl-D on an empty line means the same as Ctrl-C; a lone Escape is a slip and must not end the run.
  const stop = keys.line(text => input.write(text === '\u001b' ? '' : text === '\u0004' ? leaves : text))
  try {
    const answer = await typed
    return isCancel(answer) ? undefined : (answer ?? '')
  } finally {
    stop()
    input.end()
  }
}

/** The real terminal: prompts by @clack/core, which redraws no more than the line that is typed. */
export const realTerminal = (
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Terminal => {
  const style = styleFor(output)
  const keys = lineByLine(input)
  return {
    get columns() {
      return Math.max(40, output.columns)
    },
    style,
    write: text => void output.write(text),
    ask: async ({ label, initial, lines }) => {
      const sign = style.cyan(`${label} › `)
      const first = await one(keys, sign, initial, output)
      if (first === undefined || lines === undefined) return first
      // A single character is a command (`<`, `e`), and an empty first line is no block.
      if (lines === 'block' && first.trim().length < 2) return first
      const all = [first]
      // A paste without a final newline leaves its last line at a prompt of its own, where Enter takes it.
      while (lines === 'block' ? all.at(-1) !== '' : await keys.more()) {
        const next = await one(keys, style.dim('  … '), undefined, output)
        if (next === undefined) return undefined
        all.push(next)
      }
      return all.join('\n')
    },
  }
}
