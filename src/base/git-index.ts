import { utf8Text } from './utf8.ts'

/** The fixed part of an entry before its hash, and the flags behind it. Source: gitformat-index(5). */
const beforeHash = 40

const endOfName = (bytes: Uint8Array, from: number): number => {
  const end = bytes.indexOf(0, from)
  return end === -1 ? bytes.length : end
}

/** The number that version 4 writes before a name: how much of the name before it is to be taken away. */
const offsetAt = (bytes: Uint8Array, from: number): readonly [value: number, next: number] => {
  let at = from
  let value = (bytes[at] ?? 0) & 127
  while (((bytes[at] ?? 0) & 128) !== 0 && at < bytes.length) {
    at += 1
    value = (value + 1) * 128 + ((bytes[at] ?? 0) & 127)
  }
  return [value, at + 1]
}

const namesWith = (bytes: Uint8Array, hash: number): readonly string[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint32(4)
  const count = view.getUint32(8)
  const names: string[] = []
  let at = 12
  let before = Buffer.alloc(0)
  for (let index = 0; index < count; index += 1) {
    const start = at
    const flagsAt = start + beforeHash + hash
    if (flagsAt + 4 > bytes.length) return undefined
    const flags = view.getUint16(flagsAt)
    let nameAt = flagsAt + (version >= 3 && (flags & 0x4000) !== 0 ? 4 : 2)
    let kept = Buffer.alloc(0)
    if (version === 4) {
      const [cut, next] = offsetAt(bytes, nameAt)
      if (cut > before.length) return undefined
      kept = before.subarray(0, before.length - cut)
      nameAt = next
    }
    const end = endOfName(bytes, nameAt)
    const name = Buffer.concat([kept, bytes.subarray(nameAt, end)])
    // The flags say how long a name is: where that is not so, these are no entries.
    const length = flags & 0xfff
    if (name.length === 0 || (length < 0xfff && length !== name.length)) return undefined
    // A name that is no text is named nowhere.
    names.push(utf8Text(name) ?? '\uFFFD')
    before = name
    at = version === 4 ? end + 1 : start + Math.ceil((end - start + 1) / 8) * 8
    if (at > bytes.length) return undefined
  }
  return names
}

/**
 * The paths that a repository tracks, read off its index as data: no program is asked, and none of the repository’s settings. Undefined
 * where it is none, or of a kind that is not read here (split in two files).
 */
export const trackedPaths = (bytes: Uint8Array): readonly string[] | undefined => {
  if (bytes.length < 12 || String.fromCodePoint(...bytes.subarray(0, 4)) !== 'DIRC') return undefined
  const version = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4)
  if (version < 2 || version > 4) return undefined
  const isSplit = Buffer.from(bytes).includes('link', 12) && Buffer.from(bytes).subarray(-400).includes('link')
  if (isSplit) return undefined
  // Repositories of SHA-256 have longer hashes, and nothing in the index says so.
  return namesWith(bytes, 20) ?? namesWith(bytes, 32)
}
