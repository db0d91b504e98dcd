import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, sample } from './place.ts'
import { median, type Section, shown } from './section.ts'

/** `new --embedded` as a command: a new process, start and end included. */
export const embedded = async (scratch: string, rounds = 7): Promise<Section> => {
  const env = { ...process.env, XDG_STATE_HOME: join(scratch, 'state') }
  const once = (design: string, round: number): number => {
    const out = join(scratch, `${design}-embedded-${round}`)
    const args = ['--quiet', 'new', '--embedded', '--out', out, '--answers', sample(design)]
    const since = performance.now()
    const { status, stderr } = spawnSync(join(root, 'bin', 'trysquare'), args, { cwd: scratch, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return (performance.now() - since) / 1000
  }
  const bare = (): number => {
    const since = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    return (performance.now() - since) / 1000
  }
  const rows = ['schema-guard', 'dataforge', 'orders-api'].map(design => {
    const times: number[] = []
    const bares: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bares.push(bare())
      times.push(once(design, round))
    }
    const least = Math.min(...times)
    return [design, shown(least), shown(median(times)), shown(least / Math.min(...bares), 0)]
  })
  return {
    title: '`new --embedded`',
    words: `A new process each time, ${rounds} rounds: answers read, two reviews, every file made, checked without Python, placed, the report written and the first commit made. The API service shall take 1.5 s at most on two cores.`,
    head: ['design', 'fastest, s', 'middle, s', '÷ bare `node -e 0`, fastest'],
    rows,
  }
}
