import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { loadAnswers } from '../src/app/answers.ts'
import { compose, type Extras } from '../src/app/compose.ts'
import type { Advanced } from '../src/app/use-cases/advance.ts'
import { newProject } from '../src/app/use-cases/new-project.ts'
import type { World } from '../src/app/world.ts'
import { silent } from '../src/doors/cli/reporter.ts'

/** The checkout. */
export const root = join(import.meta.dirname, '..')

/** The uv that setup fetched, or the one that was named. */
export const uv =
  process.env['TRYSQUARE_UV'] ??
  join(homedir(), '.cache', 'trysquare', 'tools', `uv-${manifest.config.uv}`, 'bin', 'uv')

/** A folder that is thrown away after the work. */
export const inScratch = async <T>(work: (scratch: string) => Promise<T>): Promise<T> => {
  const scratch = mkdtempSync(join(tmpdir(), 'tsq-bench-'))
  try {
    return await work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The sample design of a name. */
export const sample = (design: string): string => join(root, 'test', 'designs', `${design}.yaml`)

/** The real world with its state in the scratch folder, and an index that answers nothing: the network is not measured. */
export const worldIn = (scratch: string, cwd = scratch, extras: Extras = {}): World => ({
  ...compose(
    { cwd, env: { ...process.env, XDG_STATE_HOME: join(scratch, 'state') }, home: homedir(), user: 'bench' },
    silent,
    extras,
  ),
  index: { name: async () => 'unknown' as const },
})

/** `new` from an answers file, in this process. */
export const makeNew = async (world: World, answers: string, out: string, embedded: boolean): Promise<Advanced> => {
  const given = await loadAnswers(world, answers, answers)
  const advanced = await newProject(world, { out, given, doer: 'builtin', embedded })
  if (advanced.needed !== undefined) throw advanced.needed
  return advanced
}
