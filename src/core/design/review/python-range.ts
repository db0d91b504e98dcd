import { satisfies } from '@renovatebot/pep440'

/** The oldest minor version of Python 3 that still gets security fixes. Python retires one every October: raise it then. */
export const oldestSupported = 11

const newestImaginable = 40
const patches = [0, 1, 2, 4, 8, 12, 16, 20, 24]

/** Patch releases that the specifier names itself, so that `==3.12.7` is seen. */
const named = (range: string): readonly number[] =>
  [...range.matchAll(/3\.\d+\.(\d+)/g)].map(match => Number(match[1] ?? 0))

/** The minor versions of Python 3 that a specifier set lets through, lowest first; `3.11` alone means `==3.11.*`. */
export const minorsOf = (range: string): readonly number[] => {
  const specifier = /^\s*\d+\.\d+\s*$/.test(range) ? `==${range.trim()}.*` : range
  const tried = [...patches, ...named(range).flatMap(patch => [patch, patch + 1])]
  return Array.from({ length: newestImaginable }, (_, minor) => minor).filter(minor =>
    tried.some(patch => satisfies(`3.${minor}.${patch}`, specifier)),
  )
}
