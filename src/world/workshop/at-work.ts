import { dirname } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { Files } from '../../ports/files.ts'
import type { Mark, Unfinished } from '../../ports/workshop.ts'
import type { Sign } from './guard.ts'
import { type Lying, look, type Thing } from './lying.ts'

/** What lay there when the first command began, by hash: enough to tell that it changed. */
type Listing = readonly (readonly [path: string, lay: string])[]

/** Larger ones are not listed: then it is told that a command was cut off, and not what changed meanwhile. */
const most = { entries: 200_000, bytes: 64_000_000, doer: 2000, files: 64 }

/**
 * What proves itself is not compared: the history by its chain, receipts and deliveries by their hashes. This program may have been
 * ended while it wrote there itself, as it may have left the beginning of any file.
 */
const ofItself = /^\.trysquare\/(?:runs|evidence|workspace)\/|(?:^|\/)\.tsq-\d+-[0-9a-f]{12}\.tmp$/

const kindOf = (thing: Thing): string => {
  if (thing.is === 'other') return 'other'
  return thing.is === 'link'
    ? `link ${contentHash(thing.to)}`
    : `file ${thing.mode.toString(8)} ${contentHash(thing.bytes)}`
}

/** What lies there, as far as it is compared. */
const listingOf = (lying: Lying): Listing =>
  [...lying].filter(([path]) => !ofItself.test(path)).map(([path, thing]) => [path, kindOf(thing)])

interface Stored {
  readonly doer: string
  readonly files: readonly RepoPath[]
  readonly lay: Listing | undefined
}

const textFor = (doer: string, at: readonly RepoPath[], lay: Listing | undefined): string =>
  `${JSON.stringify({ v: 1, doer: doer.slice(0, most.doer), files: at, ...(lay !== undefined && { lay }) })}\n`

/** Keeps who is at work on what, and how everything lay there before the first of them began; on the disk before any begins. */
export const signOf = (files: Files, { file, doer }: Mark): Sign => {
  let began: Listing = []
  let isKept = false
  return async (at, lying) => {
    if (at.length === 0) {
      await files.remove(file)
      isKept = false
      return
    }
    if (!isKept) began = listingOf(lying)
    isKept = true
    const whole = began.length > most.entries ? undefined : textFor(doer, at, began)
    // What could not be read again would be no mark at all.
    const isReadable = whole !== undefined && Buffer.byteLength(whole) <= most.bytes
    await files.write(file, isReadable ? whole : textFor(doer, at, undefined))
  }
}

const lies = /^(?:other|link [0-9a-f]{64}|file [0-7]{1,7} [0-9a-f]{64})$/

const isEntry = (each: unknown): each is Listing[number] =>
  Array.isArray(each) && each.length === 2 && typeof each[0] === 'string' && lies.test(String(each[1]))

const isListing = (value: unknown): value is Listing =>
  Array.isArray(value) && value.length <= most.entries && value.every(isEntry)

const isFiles = (value: unknown): value is readonly RepoPath[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= most.files &&
  value.every(each => typeof each === 'string' && !isRefusal(repoPath(each)))

/** Whoever may write here may have laid anything: what is not exactly a mark is none, and no path of it is ever opened. */
const parsed = (text: string): Stored | undefined => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { v, doer, files, lay } = value as Readonly<Record<string, unknown>>
  if (v !== 1 || typeof doer !== 'string' || doer.length > most.doer || !isFiles(files)) return undefined
  return lay === undefined || isListing(lay) ? { doer, files, lay } : undefined
}

const textOf = async (files: Files, file: string): Promise<string | undefined> => {
  try {
    return await files.below(dirname(file)).read(file, most.bytes)
  } catch (error) {
    // A link, something else than text, or too much: it was not written here.
    if (error instanceof KnownError) return ''
    throw error
  }
}

const sinceOf = (before: Listing, now: Listing): NonNullable<Unfinished['since']> => {
  const [was, is] = [new Map(before), new Map(now)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter(path => was.get(path) !== is.get(path))
    .toSorted()
    .map(path => ({ path, how: is.has(path) ? (was.has(path) ? 'changed' : 'new') : 'gone' }))
}

/** What a command that was cut off left behind; undefined when none was at work. */
export const unfinished = async (files: Files, repository: string, file: string): Promise<Unfinished | undefined> => {
  const text = await textOf(files, file)
  if (text === undefined) return undefined
  const mark = parsed(text)
  if (mark === undefined) return { doer: undefined, files: [], since: undefined }
  const { doer, files: at, lay } = mark
  return { doer, files: at, since: lay === undefined ? undefined : sinceOf(lay, listingOf(await look(repository))) }
}
