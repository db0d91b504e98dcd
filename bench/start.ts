import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './place.ts'
import { median, type Section, shown } from './section.ts'

const node = join(root, 'node_modules', '.bin', 'node')
const trysquare = join(root, 'bin', 'trysquare')
const commands = [
  ['`node -e 0`', node, '-e', '0'],
  ['`trysquare --version`', trysquare, '--version'],
  ['`trysquare --help`', trysquare, '--help'],
  ['`trysquare status`, empty folder', trysquare, 'status'],
] as const

/** How long commands take to start, each in turn with bare Node, so that a busy moment meets all of them. */
export const start = async (scratch: string, rounds = 30): Promise<Section> => {
  const times = commands.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    commands.forEach(([, program, ...args], index) => {
      const since = performance.now()
      spawnSync(program, args, { cwd: scratch, stdio: 'ignore' })
      times[index]?.push(performance.now() - since)
    })
  }
  const bare = { least: Math.min(...(times[0] ?? [])), middle: median(times[0] ?? []) }
  return {
    title: 'Start-up',
    words: `A new process each time, ${rounds} rounds, the commands in turn. \`--version\` shall be within 1.5 × of bare Node; the others are information. The two columns of ratios are of the fastest rounds and of the middle ones: on a busy machine the first is the steadier.`,
    head: ['command', 'fastest, ms', 'middle, ms', '÷ bare Node, fastest', '÷ bare Node, middle'],
    rows: commands.map(([title], index) => {
      const own = times[index] ?? []
      const least = Math.min(...own)
      const middle = median(own)
      return [title, shown(least, 0), shown(middle, 0), shown(least / bare.least), shown(middle / bare.middle)]
    }),
  }
}
