import { join } from 'node:path'
import { z } from 'zod'
import { contentHash, valueHash } from '../../base/hash.ts'
import type { World } from '../world.ts'
import type { Looked } from './look.ts'

/**
 * That a repository’s code may be run is a person’s word, and lies where no repository can write it: in the user’s state folder, under the
 * folder’s real path. It holds for exactly the tree that lay there: whoever changes a file afterwards was not trusted with it.
 */
const schema = z.object({ folder: z.string(), tree: z.string(), by: z.string(), at: z.string() })

/** A person’s word, as it is kept. */
export type Trust = z.infer<typeof schema>

const placeOf = (world: World, real: string): string =>
  join(world.places.state, 'trusted', `${contentHash(real).slice(0, 32)}.json`)

/** What was trusted at this place before. */
export const trustedBefore = async (world: World, { survey }: Looked): Promise<Trust | undefined> => {
  const text = await world.files.read(placeOf(world, survey.real))
  if (text === undefined) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success && parsed.data.folder === survey.real ? parsed.data : undefined
  } catch {
    // Somebody’s else’s file, or half of one: nobody’s word.
    return undefined
  }
}

/** Remembers a person’s word for a tree. */
export const trust = async (world: World, { survey }: Looked, tree: string, by: string): Promise<void> => {
  const word: Trust = { folder: survey.real, tree, by, at: world.clock.now().toISOString() }
  await world.files.write(placeOf(world, survey.real), `${JSON.stringify(word)}\n`)
}

/** The hash of a tree: every file of the project, by path and content. */
export const treeOf = (contents: ReadonlyMap<string, string>): string =>
  valueHash([...contents].toSorted(([a], [b]) => (a < b ? -1 : 1)))
