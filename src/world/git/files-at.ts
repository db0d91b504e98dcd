import { KnownError } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { Base, History } from '../../ports/history.ts'
import type { Ended, Processes } from '../../ports/processes.ts'

/** No source that anybody reads is larger. */
const largest = 5_000_000

/** What is asked for at once; a program's output has a bound. */
const atOnce = 10_000_000

/**
 * The commands used here (rev-parse, ls-tree, cat-file without --textconv and --filters) read objects and nothing else: no filter, hook,
 * or diff driver has a part in that. What is not here is not fetched, since a remote may be a command; objects that stand in for others
 * are not looked at. Sources: git-cat-file(1), git-ls-tree(1), git(1) on the variables.
 */
const surroundings = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
}

const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'safe.bareRepository=explicit']

interface Entry {
  readonly path: RepoPath
  readonly object: string
  readonly size: number
}

/** `100644 blob 3b18e5… 12\tpath`: regular files only; a link is a path in its text, a submodule another repository. */
const entryOf = (line: string): Entry | undefined => {
  const found = /^100(?:644|755) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(line)
  const path = found && repoPath(Buffer.from(found[3] ?? '', 'latin1').toString('utf8'))
  if (!found || path === null || isRefusal(path)) return undefined
  return { path, object: found[1] ?? '', size: Number(found[2]) }
}

/** Lists no longer than what a program may print, in their order. */
const portions = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const all: Entry[][] = []
  let left = 0
  for (const entry of entries) {
    if (left < entry.size || all.length === 0) {
      all.push([])
      left = atOnce
    }
    all.at(-1)?.push(entry)
    left -= entry.size + 100
  }
  return all
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const asText = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** `<object> blob <size>\n<bytes>\n` for each, as `cat-file --batch` prints it; an object that is not there has no size. */
const contentsOf = (printed: Buffer, entries: readonly Entry[]): ReadonlyMap<RepoPath, string> => {
  const texts = new Map<RepoPath, string>()
  let at = 0
  for (const { path, object } of entries) {
    const end = printed.indexOf(0x0a, at)
    const [name, kind, size] = printed.toString('latin1', at, end).split(' ')
    at = end + 1
    if (name !== object || kind !== 'blob') continue
    const text = asText(printed.subarray(at, at + Number(size)))
    at += Number(size) + 1
    if (text !== undefined) texts.set(path, text)
  }
  return texts
}

const detailOf = ({ stderr }: Ended): string => stderr.trim().split('\n').slice(-3).join(' ') || 'git gave no reason'

/** What a repository was, asked of git as it is on this machine. */
export const realHistory = (processes: Processes): History => {
  const asked = async (folder: string, args: readonly string[], input?: string): Promise<Ended> => {
    const ended = await processes.run({
      program: 'git',
      args: [...settings, ...args],
      cwd: folder,
      plain: true,
      env: surroundings,
      encoding: 'latin1',
      ...(input !== undefined && { input }),
      timeoutSeconds: 120,
    })
    if (ended.missing)
      throw new KnownError('TSQ-TOOL-MISSING', {
        tool: 'git',
        install: 'apt-get install git',
        otherwise: 'leave the comparison out',
      })
    return ended
  }
  const git = async (folder: string, doing: string, args: readonly string[], input?: string): Promise<Buffer> => {
    const ended = await asked(folder, args, input)
    if (ended.exit !== 0) throw new KnownError('TSQ-GIT', { doing, detail: detailOf(ended) })
    return Buffer.from(ended.stdout, 'latin1')
  }

  return {
    filesAt: async (folder, revision, wanted): Promise<Base> => {
      const found = await asked(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
      if (found.exit !== 0) throw new KnownError('TSQ-REVISION', { revision, detail: detailOf(found) })
      const commit = found.stdout.trim()
      const listed = await git(folder, `list the files of ${commit}`, ['ls-tree', '-r', '-z', '-l', commit])
      const entries = listed
        .toString('latin1')
        .split('\0')
        .map(entryOf)
        .filter(each => each !== undefined)
        .filter(each => each.size <= largest && wanted(each.path))
      const files = new Map<RepoPath, string>()
      for (const portion of portions(entries)) {
        const objects = `${portion.map(each => each.object).join('\n')}\n`
        const printed = await git(folder, `read the files of ${commit}`, ['cat-file', '--batch'], objects)
        for (const [path, text] of contentsOf(printed, portion)) files.set(path, text)
      }
      return { revision: commit, files }
    },
  }
}
