/** The text of a source file, or why it has none. */
export type Decoded =
  | { readonly text: string; readonly mark: boolean }
  | { readonly problem: string; readonly line: number }

/** Source: PEP 263, and the tokenizer's own pattern in Lib/tokenize.py of CPython. */
const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/

const head = 400

/** The encoding that the first two lines declare, as they declare it. */
const declared = (bytes: Uint8Array): string | undefined => {
  const lines = Buffer.from(bytes.subarray(0, head))
    .toString('latin1')
    .split(/\r\n?|\n/)
    .slice(0, 2)
  const [first = '', second = ''] = lines
  const found = declaration.exec(first) ?? (/^[ \t\f]*(?:#.*)?$/.test(first) ? declaration.exec(second) : null)
  return found?.[1]
}

/** Python's name of an encoding as the Encoding Standard calls it. */
const label = (name: string): string => {
  const plain = name.toLowerCase().replaceAll('_', '-')
  if (/^(?:latin-?1|iso-?8859-1|l1|ascii|us-ascii)$/.test(plain)) return 'windows-1252'
  return plain
    .replace(/^cp(\d+)$/, 'windows-$1')
    .replace(/^utf8$|^utf-8-sig$/, 'utf-8')
    .replace(/^iso8859/, 'iso-8859')
}

const decoder = (name: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label(name), { fatal: true })
  } catch {
    return undefined
  }
}

const lineOfByte = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1)

/** The first byte that begins no character in UTF-8. */
const misfit = (bytes: Uint8Array): number => {
  let [low, high] = [0, bytes.length]
  const fits = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Reads source as Python does: in UTF-8, with a byte order mark or without, or in the encoding that its first two lines declare. `mark`
 * says that there was such a mark, which is not part of the text.
 */
export const decodePython = (bytes: Uint8Array): Decoded => {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { problem: 'it holds a NUL byte, which Python refuses', line: lineOfByte(bytes, nul) }
  const name = mark ? 'utf-8' : (declared(bytes) ?? 'utf-8')
  const reader = decoder(name)
  if (reader === undefined) return { problem: `it declares the encoding "${name}", which cannot be read here`, line: 1 }
  try {
    return { text: reader.decode(bytes), mark }
  } catch {
    return label(name) === 'utf-8'
      ? { problem: 'it is not UTF-8, and declares no other encoding', line: lineOfByte(bytes, misfit(bytes)) }
      : { problem: `it is not in the encoding "${name}" that it declares`, line: 1 }
  }
}
