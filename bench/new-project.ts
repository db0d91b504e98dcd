import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Processes } from '../src/ports/processes.ts'
import { realProcesses } from '../src/world/processes.ts'
import { makeNew, sample, uv, worldIn } from './place.ts'
import { type Section, shown } from './section.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/** Wall time during which at least one of the spans was running, in seconds. */
const covered = (spans: readonly Span[]): number => {
  let end = 0
  let sum = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return sum / 1000
}

const timed = async (scratch: string, design: string, out: string, uvCache: string, embedded: boolean) => {
  const spans: Span[] = []
  const processes: Processes = {
    run: async command => {
      const from = performance.now()
      const ended = await realProcesses.run({ ...command, env: { ...command.env, UV_CACHE_DIR: uvCache } })
      if (!command.program.endsWith('git')) spans.push({ from, to: performance.now() })
      return ended
    },
  }
  const since = performance.now()
  await makeNew(worldIn(scratch, scratch, { processes }), sample(design), out, embedded)
  return { seconds: (performance.now() - since) / 1000, tools: covered(spans) }
}

/** The same tools by hand, one after the other, in the repository that was made, with no caches of their own. */
const byHand = (scratch: string, repository: string, uvCache: string): number => {
  const copy = join(scratch, 'by-hand')
  rmSync(copy, { recursive: true, force: true })
  cpSync(repository, copy, {
    recursive: true,
    filter: path => !/\/(?:\.venv|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.trysquare)(?:\/|$)/.test(path),
  })
  const run = (...args: string[]) =>
    execFileSync(uv, args, {
      cwd: copy,
      stdio: 'ignore',
      env: { ...process.env, UV_CACHE_DIR: uvCache, VIRTUAL_ENV: undefined },
    })
  const since = performance.now()
  run('sync', '--locked')
  run('run', 'ruff', 'format', '--check', '.')
  run('run', 'ruff', 'check', '.')
  run('run', 'mypy', '.')
  run('run', 'pytest', '-q')
  return (performance.now() - since) / 1000
}

/** `new` with the real tools, cold and warm, against the same tools by hand on what it made. */
export const withTools = async (scratch: string): Promise<Section> => {
  const rows: string[][] = []
  for (const design of ['schema-guard', 'dataforge', 'orders-api']) {
    const cache = join(scratch, `uv-${design}`)
    const cold = await timed(scratch, design, join(scratch, `${design}-cold`), cache, false)
    const warm = await timed(scratch, design, join(scratch, `${design}-warm`), cache, false)
    const hand = byHand(scratch, join(scratch, `${design}-warm`), cache)
    rows.push([
      design,
      shown(cold.seconds),
      shown(warm.seconds),
      `${shown((100 * warm.tools) / warm.seconds, 0)} %`,
      shown(hand),
      shown(warm.seconds / hand),
    ])
  }
  return {
    title: '`new` with the real tools',
    words:
      'In one process. “By hand” is `uv sync --locked`, Ruff twice, mypy and pytest one after the other in the repository that was made, with a warm uv cache and no caches of the tools’ own. At least 80 % of a warm run shall be spent inside the Python tools.',
    head: [
      'design',
      'empty uv cache, s',
      'warm, s',
      'of that in Python tools',
      'the tools by hand, s',
      'warm ÷ by hand',
    ],
    rows,
  }
}
