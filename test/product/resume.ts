import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { expect } from 'vitest'
import { command, filesBelow, type Scratch, sampleText, scratch, told, tracked } from './product.ts'

/** What an undisturbed run leaves, and how long it takes. */
export const undisturbed = async (place: Scratch, args: readonly string[]) => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  const folder = place.path('undisturbed', 'guard')
  const since = performance.now()
  const made = await place.tsq(['new', ...args, '--out', folder, '--answers', answers])
  expect(told(made, 0)).toBe('exit 0')
  return { files: await tracked(place, folder), milliseconds: performance.now() - since, journal: filesBelow(folder) }
}

/** Starts the run, and kills it hard at each of the moments, one start after the other; then lets it finish. */
export const killedAt = async (args: readonly string[], moments: readonly number[]): Promise<Scratch> => {
  const place = scratch()
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  const folder = place.path('guard')
  const line = ['new', ...args, '--out', folder, '--answers', answers]
  for (const moment of moments) {
    const [program, all] = command(line)
    const child = execa(program, all, { cwd: place.root, env: place.env, reject: false, stdio: 'ignore' })
    await Promise.race([child, wait(moment)])
    child.kill('SIGKILL')
    await child
  }
  const finished = await place.tsq(line)
  expect({ moments, exit: finished.exit, said: finished.exit === 0 ? '' : finished.stderr }).toEqual({
    moments,
    exit: 0,
    said: '',
  })
  return place
}

/** What a finished run left in the repository, and what it must have left. */
export const leftBehind = async (place: Scratch, moments: readonly number[]) => {
  const folder = place.path('guard')
  const files = await tracked(place, folder)
  const below = filesBelow(folder)
  const verified = await place.tsq(['--in', folder, 'verify', '--json'])
  const { standing, finished, gate, changed } = JSON.parse(verified.stdout) as Record<string, unknown>
  return {
    moments,
    files: [...files],
    untracked: below.filter(each => !each.startsWith('.trysquare/') && !files.has(each)),
    leftovers: below.filter(each => /\.tmp$|^\.trysquare\/workspace\//.test(each)),
    status: (await place.run('git', ['status', '--porcelain'], folder)).stdout,
    commits: (await place.run('git', ['rev-list', '--count', 'HEAD'], folder)).stdout.trim(),
    verified: { standing, finished, gate, changed },
  }
}

/** The repository of an undisturbed run, with nothing left over. */
export const clean = (files: ReadonlyMap<string, string>, moments: readonly number[]) => ({
  moments,
  files: [...files],
  untracked: ['GENERATION_REPORT.md'],
  leftovers: [],
  status: '',
  commits: '1',
  verified: { standing: 'same', finished: true, gate: 'open', changed: [] },
})
