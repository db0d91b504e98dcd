import { ownPath, type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { CheckOutcome } from '../../core/gates/finding.ts'
import { named, type Unnamed } from '../../core/gates/finding-id.ts'
import { unable } from '../../core/gates/tool-end.ts'
import { isTestFile } from '../../core/python/test-file.ts'
import type { Check, CheckRequest } from '../../ports/check.ts'

export { cutShort, lastWords, parsedJson, unable } from '../../core/gates/tool-end.ts'

/** A judged file with its text. */
export interface Looked {
  readonly path: RepoPath
  readonly text: string
}

/** The files of the focus that a check speaks about. */
export const focused = (request: CheckRequest, appliesTo: Check['appliesTo']): readonly Looked[] =>
  request.focus
    .filter(path => appliesTo(path, request) === true)
    .map(path => ({ path, text: request.files.get(path) }))
    .filter((each): each is Looked => each.text !== undefined)

/** Zero files are never a pass. */
export const nothingToCheck = (what: string): CheckOutcome => unable('crashed', `there was nothing to check: ${what}`)

/** Findings with their stable names, and the figures. */
export const outcome = (
  findings: readonly Unnamed[],
  request: CheckRequest,
  metrics: Readonly<Record<string, number>>,
): CheckOutcome => ({ findings: named(findings, request.files), metrics })

/** A path as a tool wrote it; what lies outside the repository is told at the file that configures the tools. */
export const toolPath = (text: string): RepoPath => {
  const path = repoPath(text.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''))
  return typeof path === 'string' ? path : ownPath('pyproject.toml')
}

export const isPython = (path: string): boolean => /\.pyi?$/.test(path)

/** A file that exists for tests: fixtures and helpers too. */
export const isInTests = (path: string): boolean =>
  /(?:^|\/)tests?\//.test(path) || isTestFile(path) || /(?:^|\/)conftest\.py$/.test(path)
