import { readlinkSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { KnownError } from '../../base/errors/known-error.ts'
import { gitignore, type Ignores } from '../../base/gitignore.ts'
import { built, leftOut as ofTools } from '../../base/own-files.ts'
import { foldersAbove } from '../../base/repo-path.ts'
import type { Files } from '../../ports/files.ts'
import type { Oddity, Survey, Surveyor } from '../../ports/survey.ts'
import { contentsOf } from './contents.ts'
import { type Entry, entriesIn } from './entries.ts'
import { readGitFolder } from './git-folder.ts'

/** What environments, installers and builds leave, besides what every part of Trysquare leaves out. */
const alsoOfTools = new Set([
  '.tox',
  '.nox',
  '.eggs',
  '.direnv',
  '__pypackages__',
  'site-packages',
  '.pytype',
  '.ipynb_checkpoints',
  '.terraform',
  '.svn',
  '.hg',
  '.bzr',
])

/** Where a link says that it leads, by its words alone: nothing is followed. */
const leadsOut = (top: string, path: string): boolean => {
  try {
    const inside = relative(top, resolve(dirname(path), readlinkSync(path)))
    return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  } catch {
    // It is gone, or may not be read: it leads nowhere.
    return false
  }
}

/** A folder that is to be looked through. */
interface Level {
  /** In the tree; '' at its top. */
  readonly folder: string
  /** The `.gitignore` files that lead here, the innermost first, each with its folder. */
  readonly ignores: readonly { readonly base: string; readonly says: Ignores }[]
  /** It is ignored itself: only what is tracked in it all the same belongs to the project. */
  readonly ignored: boolean
}

const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

const isIgnored = ({ ignores, ignored }: Level, path: string, isFolder: boolean): boolean => {
  if (ignored) return true
  for (const { base, says } of ignores) {
    const said = says(base === '' ? path : path.slice(base.length + 1), isFolder)
    if (said !== undefined) return said
  }
  return false
}

const withIgnores = async (files: Files, top: string, level: Level, entries: readonly Entry[]): Promise<Level> => {
  if (!entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')) return level
  try {
    const text = (await files.read(join(top, level.folder, '.gitignore'), 1_000_000)) ?? ''
    return { ...level, ignores: [{ base: level.folder, says: gitignore(text) }, ...level.ignores] }
  } catch (error) {
    // No text, or too much of it: what it would say is not heard.
    if (error instanceof KnownError) return level
    throw error
  }
}

/** Two names that are one on a system that does not tell cases apart. */
const caseTwins = (folder: string, entries: readonly Entry[]): readonly Oddity[] => {
  const seen = new Set<string>()
  return entries.flatMap(({ name }): readonly Oddity[] => {
    const lower = name.toLowerCase()
    if (seen.has(lower)) return [{ path: below(folder, name), what: 'case-twin' }]
    seen.add(lower)
    return []
  })
}

/** An environment, or another repository: whatever it is called, it is not this project. */
const foreignFolder = (entries: readonly Entry[]): 'environment' | 'repository' | undefined => {
  if (entries.some(({ name }) => name === '.git')) return 'repository'
  return entries.some(({ name }) => name === 'pyvenv.cfg' || name === 'conda-meta') ? 'environment' : undefined
}

/** What is found on the way. */
class Finds {
  readonly paths: string[] = []
  readonly oddities: Oddity[] = []
  readonly leftOut: string[] = []
  readonly open: Level[] = []
  /** Files and folders of git’s index; undefined where there is none. */
  tracked: ReadonlySet<string> | undefined
  private readonly top: string

  constructor(top: string) {
    this.top = top
  }

  take(level: Level, { name, kind }: Entry): void {
    const path = below(level.folder, name)
    if (kind === 'folder') this.takeFolder(level, path, name)
    else if (kind === 'file') {
      if (!ofTools.has(name) && (!isIgnored(level, path, false) || this.tracked?.has(path) === true))
        this.paths.push(path)
    } else if (!ofTools.has(name))
      this.oddities.push({
        path,
        what: kind === 'link' && leadsOut(this.top, join(this.top, path)) ? 'link-out' : kind,
      })
  }

  private takeFolder(level: Level, path: string, name: string): void {
    const isTracked = this.tracked?.has(path) === true
    const isBuilt = level.folder === '' && built.has(name) && !isTracked
    const ignored = isIgnored(level, path, true)
    if (
      ofTools.has(name) ||
      alsoOfTools.has(name) ||
      name.endsWith('.egg-info') ||
      isBuilt ||
      (ignored && !isTracked)
    ) {
      if (name !== '.git') this.leftOut.push(path)
    } else this.open.push({ folder: path, ignores: level.ignores, ignored })
  }
}

/** Paths, and the folders that lead to them. */
const withFolders = (paths: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...paths].flatMap(path => [path, ...foldersAbove(path)]))

/** The entries of a folder; undefined where it may not be read. */
const read = (top: string, folder: string, count: () => void): readonly Entry[] | undefined => {
  try {
    return entriesIn(join(top, folder), count)
  } catch (error) {
    if (error instanceof KnownError) throw error
    if (folder === '') throw new KnownError('TSQ-FILE-DENIED', { path: top, doing: 'reading' })
    return undefined
  }
}

/** Looks through strangers’ folders. */
export const realSurveyor = (files: Files): Surveyor => ({
  survey: async (folder, most): Promise<Survey> => {
    const top = resolve(folder)
    const finds = new Finds(top)
    let entriesSeen = 0
    const count = (): void => {
      entriesSeen += 1
      if (entriesSeen > most) throw new KnownError('TSQ-ADOPT-TOO-MANY', { folder: top, most })
    }
    const first = read(top, '', count) ?? []
    const repository = foreignFolder(first) === 'repository'
    const git = repository ? await readGitFolder(files, top) : undefined
    finds.tracked = git?.tracked && withFolders(git.tracked)
    finds.open.push({ folder: '', ignores: [{ base: '', says: gitignore(git?.exclude ?? '') }], ignored: false })
    let told = 0
    for (let level = finds.open.pop(); level !== undefined; level = finds.open.pop()) {
      const entries = level.folder === '' ? first : read(top, level.folder, count)
      const foreign = entries === undefined || level.folder === '' ? undefined : foreignFolder(entries)
      if (entries === undefined) finds.oddities.push({ path: level.folder, what: 'unreadable' })
      else if (foreign === 'environment') finds.leftOut.push(level.folder)
      else if (foreign === 'repository') finds.oddities.push({ path: level.folder, what: 'repository' })
      else {
        finds.oddities.push(...caseTwins(level.folder, entries))
        const here = await withIgnores(files, top, level, entries)
        for (const entry of entries) finds.take(here, entry)
      }
      if (finds.paths.length - told >= 2000) {
        told = finds.paths.length
        // Whoever shows how far this is, or wants to end it, gets a turn.
        await setImmediate()
      }
    }
    return {
      paths: finds.paths.toSorted(),
      oddities: finds.oddities.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      leftOut: finds.leftOut.toSorted(),
      head: git?.head,
      repository,
      real: realpathSync(top),
    }
  },
  contents: contentsOf,
})
