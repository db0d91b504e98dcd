import type { ContentHash } from '../base/brand.ts'
import { firstFew } from '../base/first-few.ts'
import { contentHash } from '../base/hash.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { shellWord } from '../base/shell-word.ts'
import type { Finding } from '../core/gates/finding.ts'
import type { Checked } from '../core/gates/rows.ts'
import type { Row, Validation } from '../core/gates/verdict.ts'
import { sharesWith } from '../core/python/reached.ts'
import type { Beside } from './beside.ts'

/** As many files as are named one by one. */
const few = 10

/** The checks that load or follow what the files of a project import; every other one looks at each file by itself. */
const loading: ReadonlySet<string> = new Set(['tests', 'types'])

/** Whether a verdict stands on files that no plan names: only where a check that loads them ran. */
export const standsOnFiles = (rows: readonly Row[]): boolean =>
  rows.some(row => loading.has(row.check) && row.outcome !== 'SKIPPED')

/** What a verdict says of the files in no plan on which it stands; undefined where there are none. */
export const groundsWords = (paths: readonly string[]): string | undefined =>
  paths.length === 0
    ? undefined
    : `The checks ran with ${paths.length === 1 ? 'a file' : 'files'} that no plan names and nobody reviewed: ${firstFew(paths, few)}.`

/** What a check's result depends on although it is no text, by its hash. */
export const hashesOfBytes = (bytes: ReadonlyMap<RepoPath, Uint8Array>): Readonly<Record<string, ContentHash>> =>
  Object.fromEntries([...bytes].map(([path, content]) => [path, contentHash(content)]))

const unusedBy = ({ path }: Finding, { conftests, tooLarge }: Beside): readonly string[] => {
  const shared = conftests.filter(each => sharesWith(each, path))
  return [
    ...(shared.length === 0 ? [] : [`${firstFew(shared, 3)}: in no plan, so it takes no part when a file is checked`]),
    ...(tooLarge.length === 0 ? [] : [`${firstFew(tooLarge, 3)}: too large to be laid beside what is checked`]),
  ]
}

const toBringIn = ({ path }: Finding, { conftests }: Beside): string | undefined => {
  const [first] = conftests.filter(each => sharesWith(each, path))
  return first === undefined
    ? undefined
    : `If its tests need ${first}, put that into the plan: trysquare plan add ${shellWord(first)} --purpose "…"; then it is reviewed like any other file.`
}

const withWords = (finding: Finding, beside: Beside): Finding => {
  const unused = finding.check === 'tests' ? unusedBy(finding, beside) : []
  if (unused.length === 0) return finding
  const fix = [finding.fix, toBringIn(finding, beside)].filter(each => each !== undefined).join(' ')
  return { ...finding, message: `${finding.message} (${unused.join('; ')})`, ...(fix !== '' && { fix }) }
}

/** Says with each finding of the tests what lies in the repository and took no part: they may fail for want of it. */
export const withUnused = (checked: readonly Checked[], beside: Beside): readonly Checked[] =>
  beside.conftests.length + beside.tooLarge.length === 0
    ? checked
    : checked.map(each => ({
        ...each,
        outcome: { ...each.outcome, findings: each.outcome.findings.map(one => withWords(one, beside)) },
      }))

/** Says with tests that passed that they ran with modules that nobody reviewed. */
export const standingOn = ({ texts }: Beside, validation: Validation): Validation => {
  const modules = [...texts.keys()].filter(path => path.endsWith('.py')).toSorted()
  if (modules.length === 0) return validation
  return {
    ...validation,
    rows: validation.rows.map(row =>
      row.check === 'tests' && row.outcome === 'PASS'
        ? { ...row, reason: `${row.reason}; with what no plan names: ${firstFew(modules, 3)}` }
        : row,
    ),
  }
}
