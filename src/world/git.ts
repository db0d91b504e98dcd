import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import type { Files } from '../ports/files.ts'
import type { Git, GitPerson } from '../ports/git.ts'
import type { Ended, Processes } from '../ports/processes.ts'
import { emptied, settingsAsVariables } from './harmless-git.ts'

/**
 * Variables by which a hook or a wrapper points git at its own repository; inherited, they would send a commit there. Source:
 * `git rev-parse --local-env-vars`.
 */
const elsewhere: Readonly<Record<string, undefined>> = Object.fromEntries(
  [
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_CONFIG_COUNT',
    'GIT_OBJECT_DIRECTORY',
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_IMPLICIT_WORK_TREE',
    'GIT_GRAFT_FILE',
    'GIT_INDEX_FILE',
    'GIT_NO_REPLACE_OBJECTS',
    'GIT_REPLACE_REF_BASE',
    'GIT_PREFIX',
    'GIT_SHALLOW_FILE',
    'GIT_COMMON_DIR',
    'GIT_NAMESPACE',
  ].map(name => [name, undefined]),
)

const install = 'apt-get install git'

const detailOf = ({ stderr, timedOut }: Ended): string =>
  timedOut ? 'it did not end in time' : stderr.trim().split('\n').slice(-3).join(' ') || 'it gave no reason'

/** A repository's own folder, or, in a worktree or a submodule, the file that points to it. */
const isRepository = async (files: Files, folder: string): Promise<boolean> =>
  ((await files.names(folder)) ?? []).includes('.git')

/** Those of the paths that are there, as git takes them literally. */
const existing = async (files: Files, folder: string, paths: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const path of paths)
    if ((await files.below(folder).bytes(join(folder, path))) !== undefined) found.push(`:(literal)${path}`)
  return found
}

type Reading = (folder: string, args: readonly string[]) => Promise<Ended>

/** Git as it is on this machine. */
export const realGit = (processes: Processes, files: Files): Git => {
  const git = async (
    folder: string | undefined,
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>> = {},
  ) => {
    const ended = await processes.run({
      program: 'git',
      args,
      ...(folder !== undefined && { cwd: folder }),
      env: { ...elsewhere, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...env },
      timeoutSeconds: 60,
    })
    if (ended.missing)
      throw new KnownError('TSQ-TOOL-MISSING', { tool: 'git', install, otherwise: 'answer `git: false`' })
    return ended
  }
  /**
   * Reads a repository that may be a stranger’s: nothing that it says about itself is run, and none of its words leads git to another
   * working tree. Its settings are asked for their names first, those of files that they include as well.
   */
  const reading = async (folder: string, args: readonly string[]) => {
    const listed = await git(folder, ['config', '--list', '--name-only', '-z'], settingsAsVariables())
    if (listed.exit !== 0)
      throw new KnownError('TSQ-GIT', { doing: 'read the settings of the repository', detail: detailOf(listed) })
    const keys = [...new Set(listed.stdout.split('\0'))].filter(key => key !== '')
    return git(folder, [`--work-tree=${folder}`, ...args], settingsAsVariables(emptied(keys)))
  }
  const must = async (folder: string, doing: string, args: readonly string[], how: Reading = git) => {
    const ended = await how(folder, args)
    if (ended.exit !== 0) throw new KnownError('TSQ-GIT', { doing, detail: detailOf(ended) })
    return ended.stdout.trim()
  }
  /** The person of the user's own configuration, in one question. */
  const askPerson = async (): Promise<GitPerson> => {
    try {
      const ended = await git(undefined, [
        'config',
        '--global',
        '--null',
        '--get-regexp',
        String.raw`^user\.(name|email)$`,
      ])
      // One entry each: the key, a line feed, the value. The last of several counts, as it does for git.
      const entries = new Map(
        ended.stdout.split('\0').map(each => {
          const end = each.indexOf('\n')
          return [each.slice(0, Math.max(0, end)), each.slice(end + 1).trim()] as const
        }),
      )
      return { name: entries.get('user.name') || undefined, email: entries.get('user.email') || undefined }
    } catch (error) {
      // Without git there is simply no suggestion.
      if (error instanceof KnownError && error.code === 'TSQ-TOOL-MISSING') return { name: undefined, email: undefined }
      throw error
    }
  }
  let asked: Promise<GitPerson> | undefined
  const person = (): Promise<GitPerson> => (asked ??= askPerson())
  return {
    person,
    state: async folder => {
      if (!(await isRepository(files, folder))) return { repository: false, head: undefined, clean: false }
      const head = await reading(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])
      const status = await reading(folder, [
        'status',
        '--porcelain',
        '--untracked-files=normal',
        '--ignore-submodules=all',
      ])
      return {
        repository: true,
        head: head.exit === 0 ? head.stdout.trim() : undefined,
        clean: status.exit === 0 && status.stdout.trim() === '',
      }
    },
    ignored: async folder => {
      if (!(await isRepository(files, folder))) return []
      const listing = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory']
      return (await must(folder, 'see what is ignored', listing, reading))
        .split('\0')
        .filter(each => each !== '')
        .map(each => each.replace(/\/$/, ''))
    },
    firstCommit: async ({ folder, message, author, only }) => {
      const fresh = !(await isRepository(files, folder))
      if (fresh) await must(folder, 'make a repository', ['init', '--quiet', '--initial-branch=main'])
      const taken = ['--', ...(await existing(files, folder, only)), '.trysquare']
      await must(folder, 'take the files in', ['add', ...taken])
      // The user's own git, as configured; only where it knows no person, the project's first author stands in.
      const { name, email } = await person()
      const identity =
        name !== undefined && email !== undefined
          ? []
          : ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`]
      const isStaged = async () =>
        (await git(folder, ['diff', '--cached', '--quiet', '--no-ext-diff', ...taken])).exit !== 0
      // Nothing is to be tidied up yet in a repository of one commit.
      if (fresh || (await isStaged()))
        await must(folder, 'commit', [
          ...identity,
          '-c',
          'maintenance.auto=false',
          'commit',
          '--quiet',
          '--message',
          message,
          ...taken,
        ])
      return must(folder, 'name the commit', ['rev-parse', 'HEAD'])
    },
  }
}
