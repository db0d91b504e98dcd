import { words } from './words.ts'

export const environmentErrors = {
  'TSQ-TOOL-MISSING': words<{ tool: string; install: string; otherwise?: string }>({
    meaning: 'A program that is needed is not on this machine.',
    what: d => `${d.tool} was not found`,
    why: () => 'The check needs the real tool; an imitation would prove nothing.',
    todo: d =>
      `Install it with \`${d.install}\`, then run the same command again${d.otherwise === undefined ? '' : `; or ${d.otherwise}`}.`,
  }),
  'TSQ-PYTHON-MISSING': words<{ range: string; found: readonly string[] }>({
    meaning: 'No Python interpreter on this machine fits the project’s range.',
    what: d => `no Python ${d.range} was found${d.found.length > 0 ? ` (found ${d.found.join(', ')})` : ''}`,
    why: () => 'The project’s own interpreter has the last word on whether its code runs.',
    todo: () =>
      'Install one (`uv python install`), widen intake.python (in a run `trysquare revise intake` opens it), or begin with --embedded; then run the same command again.',
  }),
  'TSQ-NETWORK': words<{ doing: string; detail: string; command: string }>({
    meaning: 'The package index could not be reached.',
    what: d => `${d.doing} failed: the package index did not answer`,
    why: d => d.detail,
    todo: d => `What was made is kept. When the network is back: \`${d.command}\`.`,
  }),
  'TSQ-LOCK-FAILED': words<{ manager: string; detail: string; command: string }>({
    meaning: 'The dependency manager could not produce the lock file or the environment.',
    what: d => `${d.manager} failed`,
    why: d => d.detail,
    todo: d => `What was made is kept. Mend the cause, then \`${d.command}\`.`,
  }),
  'TSQ-REVISION': words<{ revision: string; detail: string }>({
    meaning: 'A revision that is to be compared with is not in the repository.',
    what: d => `there is no revision "${d.revision}" here`,
    why: d => d.detail,
    todo: () =>
      'Name a branch, a tag or a commit that `git log --all --oneline` shows; what is only elsewhere must be fetched first.',
  }),
  'TSQ-GIT': words<{ doing: string; detail: string }>({
    meaning: 'A git command failed.',
    what: d => `git could not ${d.doing}`,
    why: d => d.detail,
    todo: () => 'Mend the cause and run the same command again, or answer `git: false`.',
  }),
} as const
