/**
 * Patterns of file names as git and workspaces write them: `*`, `?`, `[a-z]`, and `**` for any number of folders. They come from
 * repositories of strangers, so nothing here is turned into a regular expression: a name is compared in steps whose number is at
 * most that of its characters times that of the pattern’s.
 */

interface One {
  readonly matches: (char: string) => boolean
  /** How many characters of the pattern it takes. */
  readonly length: number
}

const inClass = (pattern: string, start: number): One | undefined => {
  const negated = pattern[start + 1] === '!' || pattern[start + 1] === '^'
  let at = start + (negated ? 2 : 1)
  const ranges: (readonly [string, string])[] = []
  // A bracket that stands first is one of the characters.
  for (let first = true; first || pattern[at] !== ']'; first = false) {
    if (at >= pattern.length) return undefined
    if (pattern[at] === '\\') at += 1
    const low = pattern[at] ?? ''
    const isRange = pattern[at + 1] === '-' && at + 2 < pattern.length && pattern[at + 2] !== ']'
    ranges.push([low, isRange ? (pattern[at + 2] ?? '') : low])
    at += isRange ? 3 : 1
  }
  return {
    matches: char => ranges.some(([low, high]) => low <= char && char <= high) !== negated,
    length: at - start + 1,
  }
}

const oneAt = (pattern: string, at: number): One => {
  const char = pattern[at] ?? ''
  if (char === '?') return { matches: () => true, length: 1 }
  const group = char === '[' ? inClass(pattern, at) : undefined
  if (group !== undefined) return group
  if (char === '\\' && at + 1 < pattern.length) return { matches: other => other === pattern[at + 1], length: 2 }
  return { matches: other => other === char, length: 1 }
}

/** Whether a name without slashes fits a pattern without slashes. Only the last star needs another try. */
export const nameFits = (pattern: string, name: string): boolean => {
  let [p, n] = [0, 0]
  let star: readonly [number, number] | undefined
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = [p + 1, n]
      p += 1
      continue
    }
    const one = p < pattern.length ? oneAt(pattern, p) : undefined
    if (one?.matches(name[n] ?? '') === true) {
      p += one.length
      n += 1
    } else if (star !== undefined) {
      const [after, from] = star
      star = [after, from + 1]
      p = after
      n = from + 1
    } else return false
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}

/** Whether a path fits a pattern, folder by folder. */
export const pathFits = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/').slice(0, 100)
  const parts = path.split('/')
  // Row by row: which beginnings of the path fit the beginning of the pattern.
  let fits = [true, ...parts.map(() => false)]
  for (const each of wanted) {
    const next = fits.map(() => false)
    for (let at = 0; at <= parts.length; at += 1) {
      if (each === '**') next[at] = fits[at] === true || (at > 0 && next[at - 1] === true)
      else if (at > 0) next[at] = fits[at - 1] === true && nameFits(each, parts[at - 1] ?? '')
    }
    fits = next
  }
  return fits.at(-1) === true
}
