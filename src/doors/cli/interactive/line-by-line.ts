import { StringDecoder } from 'node:string_decoder'

/** Keys of a terminal, handed out one line at a time. */
export interface Keys {
  /** Gives every key to the sink, up to the end of the line; answers a function that stops earlier. */
  readonly line: (sink: (text: string) => void) => () => void
  /** Whether more was typed or pasted than the line that was handed out. */
  readonly more: () => Promise<boolean>
}

/** How long the rest of a paste may take to arrive. */
const burst = 30

/** A prompt that ends with its line would lose what was pasted behind it; this keeps it for the next prompt. */
export const lineByLine = (input: NodeJS.ReadStream): Keys => {
  const decoder = new StringDecoder('utf8')
  let held = ''
  let sink: ((text: string) => void) | undefined
  const flush = () => {
    while (held !== '' && sink !== undefined) {
      const end = held.search(/[\r\n]/)
      const text = end === -1 ? held : held.slice(0, end)
      held = end === -1 ? '' : held.slice(end).replace(/^(?:\r\n|\r|\n)/, '')
      const to = sink
      if (text !== '') to(text)
      if (end === -1) continue
      sink = undefined
      to('\r')
    }
  }
  const onData = (chunk: Buffer | string) => {
    held += typeof chunk === 'string' ? chunk : decoder.write(chunk)
    // Leaving drops what was typed ahead: it was meant for questions that are not asked any more.
    const left = held.lastIndexOf('\u0003')
    if (left !== -1) held = held.slice(left)
    flush()
  }
  const listen = () => {
    input.setRawMode(true)
    input.on('data', onData)
    input.resume()
  }
  const hush = () => {
    input.off('data', onData)
    // Between prompts the terminal is as the person left it, so that Ctrl-C ends long work too.
    input.setRawMode(false)
    input.pause()
  }
  return {
    line: to => {
      sink = to
      listen()
      flush()
      return () => {
        sink = undefined
        hush()
      }
    },
    more: async () => {
      if (held !== '') return true
      listen()
      await new Promise(done => void setTimeout(done, burst))
      hush()
      return held !== ''
    },
  }
}
