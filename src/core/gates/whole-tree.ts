import type { RepoPath } from '../../base/repo-path.ts'
import type { Finding } from './finding.ts'
import { findingId } from './finding-id.ts'
import type { Checked } from './rows.ts'

/** What is wrong with a tree as a whole, whatever its checks say of the files in it. */
export interface WholeTree {
  /** Files that no check could look at: by path, the hash of the bytes, or `a link`. */
  readonly unseen: ReadonlyMap<string, string>
  /** Files that were accepted and are gone. */
  readonly gone: readonly RepoPath[]
  /** Something wrote there while the checks ran. */
  readonly moved: boolean
}

/** Files that must be text: an ending that says so, and content that is not. */
const mustBeText = /\.(?:py|pyi|pth|toml|md|rst|txt|ya?ml|json|cfg|ini|lock)$/

/** What nobody can read nobody has checked: it is a finding, never a skip. A linked folder may hold anything. */
const notChecked = (path: string, content: string): Finding => ({
  id: findingId({ rule: 'not-checked', path, text: path }),
  check: 'syntax',
  rule: 'not-checked',
  path: path as RepoPath,
  message:
    content === 'a link'
      ? 'It is a symbolic link: what it leads to is not part of the repository, and no check looked at it.'
      : 'Its name or its content cannot be read as text, so no check looked at it.',
  severity: 'high',
  fix: 'Put a file in UTF-8 with an ordinary name there, or take it out of the repository.',
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
export const withWholeTree = (checked: readonly Checked[], { unseen, gone, moved }: WholeTree): readonly Checked[] => {
  const found = [
    ...[...unseen]
      .filter(([path, content]) => content === 'a link' || mustBeText.test(path))
      .map(([path, content]) => notChecked(path, content)),
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
