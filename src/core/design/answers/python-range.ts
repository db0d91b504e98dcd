import { satisfies, validRange } from '@renovatebot/pep440'
import type { PythonFacts } from '../world.ts'

/**
 * The minor versions of CPython that get at least security fixes, oldest first, and those that no longer do.
 * Source: devguide.python.org/versions, November 2026 (3.10 ended in October 2026; 3.15 came out in October 2026).
 */
const supported = ['3.11', '3.12', '3.13', '3.14', '3.15'] as const
const ended = ['3.7', '3.8', '3.9', '3.10'] as const

/** The lowest Python that the code Trysquare writes runs on. */
export const lowestWritten = '3.11'

/** A specifier set as `requires-python` writes it: a bare `3.11` is `==3.11.*`. Undefined when it is not PEP 440. */
export const pythonSpecifier = (text: string): string | undefined => {
  const trimmed = text.trim()
  if (/^\d+\.\d+$/.test(trimmed)) return `==${trimmed}.*`
  if (!/[<>=~!]/.test(trimmed) || !validRange(trimmed)) return undefined
  return trimmed.replaceAll(/\s+/g, '')
}

const admits = (specifier: string, minor: string): boolean =>
  // The first and a late patch release: `>=3.11.4` admits 3.11 although 3.11.0 is out.
  ['0', '99'].some(patch => satisfies(`${minor}.${patch}`, specifier))

/** The minor versions that a specifier set admits, oldest first; ended ones only when asked. */
export const minorsIn = (specifier: string, which: 'supported' | 'all' = 'supported'): readonly string[] =>
  (which === 'all' ? [...ended, ...supported] : supported).filter(minor => admits(specifier, minor))

/** The facts that follow from a valid specifier set. */
export const pythonFacts = (specifier: string): PythonFacts => {
  const versions = minorsIn(specifier)
  return { range: specifier, minimum: versions[0] ?? lowestWritten, versions }
}

/** Whether a found interpreter, such as `3.11.7`, fits. */
export const fits = (specifier: string, version: string): boolean => satisfies(version, specifier)

/** Whether every later Python is admitted, however far away it is. */
export const isOpenAbove = (specifier: string): boolean => fits(specifier, '3.99.0')
