import { styleText } from 'node:util'

/** Colours for one stream: only on a terminal, and never under NO_COLOR. */
export const styleFor = (stream: NodeJS.WriteStream) => {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) => styleText(format, text, { stream })
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  }
}
export type Style = ReturnType<typeof styleFor>
