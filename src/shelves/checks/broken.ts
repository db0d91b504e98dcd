import { NestedTooDeeply } from '../../base/errors/nested-too-deeply.ts'
import { keeping } from '../../base/keep.ts'
import type { Unnamed } from '../../core/gates/finding-id.ts'
import type { EmbeddedTools } from '../../ports/check.ts'
import { stumblesIn } from './facts.ts'
import type { Looked } from './looking.ts'

/** The newest version that the embedded Ruff knows. */
const newest = 15

/** Ruff's name of a Python version. */
export const targetVersion = (python: string): string => {
  const minor = Number(/^3\.(\d+)/.exec(python)?.[1] ?? 11)
  return `py3${Math.min(minor, newest)}`
}

/** What one file's text breaks. */
export interface Reading {
  readonly errors: readonly { readonly line: number; readonly column: number; readonly message: string }[]
  /** tree-sitter stumbled where Ruff's parser did not: the grammar does not know PEP 696 and `lazy import`. */
  readonly misread: boolean
}

/** Whoever delivers such a file wants a tool to fall over; the file is at fault, and no check looks further into it. */
const judge = (text: string, tools: EmbeddedTools, python: string): Reading => {
  try {
    return judged(text, tools, python)
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return { errors: [{ line: 1, column: 1, message: error.message }], misread: false }
  }
}

const judged = (text: string, { ruff, grammar }: EmbeddedTools, python: string): Reading => {
  const settings = {
    'target-version': targetVersion(python),
    lint: { select: ['F701', 'F702', 'F704', 'F706', 'F707'] },
  }
  const errors = ruff
    .check(text, settings)
    .map(each => ({ line: each.start.row, column: each.start.column, message: each.message }))
  // With every other walk that the checks take over the tree: what cannot be followed is found here, once.
  const seen = stumblesIn(text, grammar)
  return { errors, misread: errors.length === 0 && seen.length > 0 }
}

/** Enough for the largest plan; a reading is a few bytes beside a text that is there anyway. */
const most = 10_000

const readings = new WeakMap<EmbeddedTools['grammar'], Map<string, (text: string) => Reading>>()

/**
 * Every syntax error of a file. Ruff's parser is the judge, because it knows every form of each version; tree-sitter, on which
 * the other checks stand, only tells whether it could follow. Every check asks it of every file, so the answers are kept.
 */
export const readSyntax = (text: string, tools: EmbeddedTools, python: string): Reading => {
  const byVersion = readings.get(tools.grammar) ?? new Map<string, (text: string) => Reading>()
  readings.set(tools.grammar, byVersion)
  const read = byVersion.get(python) ?? keeping(most, (each: string) => judge(each, tools, python))
  byVersion.set(python, read)
  return read(text)
}

/** The one finding that every other check has for a file that does not parse. */
export const doesNotParse = (check: string, { path }: Looked, { errors }: Reading): Unnamed | undefined => {
  const [first] = errors
  if (!first) return undefined
  return {
    check,
    rule: 'does-not-parse',
    path,
    line: first.line,
    column: first.column,
    message: `The file is not valid Python (${first.message}), so this check could not look into it.`,
    severity: 'high',
    fix: 'Mend the syntax first; see the findings of the check "syntax".',
  }
}
