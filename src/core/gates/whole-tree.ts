import type { RepoPath } from '../../base/repo-path.ts'
import type { Finding } from './finding.ts'
import { findingId } from './finding-id.ts'
import type { Checked } from './rows.ts'

/** A file that is not there as text: a link, bytes by its nature, or what nobody can read. */
export interface Unseen {
  readonly kind: 'link' | 'binary' | 'unreadable'
  /** What stands for its content in the hash of the tree. */
  readonly content: string
}

/** What is wrong with a tree as a whole, whatever its checks say of the files in it. */
export interface WholeTree {
  /** Files that no check could look at, by path. */
  readonly unseen: ReadonlyMap<string, Unseen>
  /** Files that were accepted and are gone. */
  readonly gone: readonly RepoPath[]
  /** Something wrote there while the checks ran. */
  readonly moved: boolean
  /** Files of the plan in whose place a person kept what lies there, each with the command that decides otherwise. */
  readonly kept?: ReadonlyMap<string, string>
}

const instead = (otherwise: string | undefined): string =>
  otherwise === undefined ? '' : ` You kept it where the plan has a file: \`${otherwise}\` has the planned one made.`

/** What nobody can read nobody has checked: it is a finding, never a skip. A linked folder may hold anything. */
const notChecked = (path: string, { kind }: Unseen, otherwise: string | undefined): Finding => ({
  id: findingId({ rule: 'not-checked', path, text: path }),
  check: 'syntax',
  rule: 'not-checked',
  path: path as RepoPath,
  message:
    kind === 'link'
      ? 'It is a symbolic link: what it leads to is not part of the repository, and no check looked at it.'
      : `It cannot be read as text in UTF-8 (or it is too large, or its name is no ordinary path), so no check looked at it.${instead(otherwise)}`,
  severity: 'high',
  fix: 'Save it in UTF-8 under an ordinary name, or take it out of the repository.',
})

/** Whoever takes a file away takes everything it promised: a test that fails could not be silenced more simply. */
const isGone = (path: RepoPath): Finding => ({
  id: findingId({ rule: 'gone', path, text: path }),
  check: 'contract',
  rule: 'gone',
  path,
  message: 'The file was accepted and is gone, and with it everything that it offers or proves.',
  severity: 'high',
  fix: `Bring it back: git checkout HEAD -- ${path}`,
})

const movedWhileChecked: Finding = {
  id: findingId({ rule: 'changed-while-checked', path: '.', text: '.' }),
  check: 'syntax',
  rule: 'changed-while-checked',
  path: '.' as RepoPath,
  message: 'The repository changed while it was checked, so the results are about another tree.',
  severity: 'high',
  fix: 'Let nothing write there meanwhile (a test, an editor, a build), and run the gate again.',
}

/** Adds to the results of the checks what is wrong with the tree as a whole, each at the check that it belongs to. */
export const withWholeTree = (
  checked: readonly Checked[],
  { unseen, gone, moved, kept }: WholeTree,
): readonly Checked[] => {
  const found = [
    ...[...unseen]
      // A picture or an archive is what it should be; whatever else cannot be read could hold anything.
      .filter(([, { kind }]) => kind !== 'binary')
      .map(([path, each]) => notChecked(path, each, kept?.get(path))),
    ...gone.map(isGone),
    ...(moved ? [movedWhileChecked] : []),
  ]
  return checked.map(each => ({
    ...each,
    outcome: {
      ...each.outcome,
      findings: [...each.outcome.findings, ...found.filter(({ check }) => check === each.check)],
    },
  }))
}
