import type { Reporter } from '../../ports/reporter.ts'
import type { Style } from './style.ts'
import { hanging } from './table.ts'

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** The line that is kept of a step. */
const ended = (
  style: Style,
  title: string,
  since: number,
  outcome?: string,
  how: 'well' | 'badly' = 'well',
): string => {
  const mark = how === 'well' ? style.green('✓') : style.red('✗')
  return `${mark} ${title}${outcome === undefined ? '' : ` ${style.dim(outcome)}`} ${style.dim(seconds(since))}\n`
}

/** What is to be known, wrapped where somebody looks at it; a log keeps it on one line. */
const noted = (stream: NodeJS.WriteStream, style: Style, text: string): string =>
  `${hanging(`${style.yellow('!')} `, text, stream.isTTY ? stream.columns : Number.POSITIVE_INFINITY).join('\n')}\n`

/** Progress as plain lines: begun and ended, each with its time. For pipes, logs and people alike. */
export const plainReporter = (stream: NodeJS.WriteStream, style: Style): Reporter => ({
  step: title => {
    const since = performance.now()
    return (outcome, how) => void stream.write(ended(style, title, since, outcome, how))
  },
  note: text => void stream.write(noted(stream, style, text)),
})

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Progress on a terminal: the running steps on one line that is replaced, and a line kept for each that ended. */
export const liveReporter = (stream: NodeJS.WriteStream, style: Style): Reporter => {
  const running = new Map<symbol, string>()
  let frame = 0
  let timer: NodeJS.Timeout | undefined
  const clear = () => void stream.write('\r\u001b[2K')
  const draw = () => {
    clear()
    const line = `${frames[frame++ % frames.length] ?? ''} ${[...running.values()].join(' · ')}`
    stream.write(style.dim(line.slice(0, Math.max(20, stream.columns - 1))))
  }
  const stop = () => {
    if (running.size > 0 || timer === undefined) return
    clearInterval(timer)
    timer = undefined
  }
  return {
    step: title => {
      const key = Symbol(title)
      const since = performance.now()
      running.set(key, title)
      if (timer === undefined) {
        timer = setInterval(draw, 80)
        // A spinner must not keep a process alive that has nothing left to do.
        timer.unref()
      }
      return (outcome, how) => {
        running.delete(key)
        clear()
        stream.write(ended(style, title, since, outcome, how))
        stop()
      }
    },
    note: text => {
      if (timer !== undefined) clear()
      stream.write(noted(stream, style, text))
    },
  }
}

/** Shows nothing. */
export const silent: Reporter = { step: () => () => undefined, note: () => undefined }
