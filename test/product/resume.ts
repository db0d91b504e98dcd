import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { expect } from 'vitest'
import { command, filesBelow, type Scratch, sampleText, scratch, tracked } from './product.ts'

/** What an undisturbed run leaves, and how long it takes. */
export const undisturbed = async (place: Scratch, args: readonly string[]) => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  const folder = place.path('undisturbed', 'guard')
  const since = performance.now()
  const made = await place.tsq(['new', ...args, '--out', folder, '--answers', answers])
  expect(made.exit, made.stderr).toBe(0)
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

/** The repository is the one of an undisturbed run, with nothing left over. */
export const sameAs = async (place: Scratch, files: ReadonlyMap<string, string>, moments: readonly number[]) => {
  const folder = place.path('guard')
  expect({ moments, files: [...(await tracked(place, folder))] }).toEqual({ moments, files: [...files] })
  const rest = filesBelow(folder).filter(each => !each.startsWith('.trysquare/') && !files.has(each))
  expect({ moments, rest }).toEqual({ moments, rest: ['GENERATION_REPORT.md'] })
  const own = filesBelow(join(folder, '.trysquare')).filter(each => /\.tmp$|^workspace\//.test(each))
  expect({ moments, own }).toEqual({ moments, own: [] })
  expect((await place.run('git', ['status', '--porcelain'], folder)).stdout).toBe('')
  expect((await place.run('git', ['rev-list', '--count', 'HEAD'], folder)).stdout.trim()).toBe('1')
  const verified = await place.tsq(['--in', folder, 'verify', '--json'])
  expect(JSON.parse(verified.stdout)).toMatchObject({ chain: 'proved', finished: true, stale: false, changed: [] })
}
