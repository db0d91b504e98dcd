/** What programs take a terminal for that does not say how large it is. */
const usual = { columns: 80, rows: 24 } as const

/**
 * Gives a terminal that says it has no columns or no rows the usual size: some machines that build and some programs that record
 * open such ones, and what wraps or redraws lines cannot do so in none. A size that it reports later counts.
 */
export const sized = <Stream extends NodeJS.WriteStream>(stream: Stream): Stream => {
  if (!stream.isTTY) return stream
  for (const side of ['columns', 'rows'] as const) {
    let told = stream[side]
    Object.defineProperty(stream, side, {
      configurable: true,
      enumerable: true,
      get: () => (told > 0 ? told : usual[side]),
      set: (size: number) => {
        told = size
      },
    })
  }
  return stream
}
