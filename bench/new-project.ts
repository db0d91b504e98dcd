// Times `new` on the two library designs, and the same tools run by hand on what it made, in one go. Prints a table and records
// it in bench/RESULTS.md. Seconds depend on the machine; the ratios are what is compared.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAnswers } from '../src/app/answers.ts'
import { compose } from '../src/app/compose.ts'
import { newProject } from '../src/app/use-cases/new-project.ts'
import { silent } from '../src/doors/cli/reporter.ts'
import type { Processes } from '../src/ports/processes.ts'
import { realProcesses } from '../src/world/processes.ts'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'tsq-bench-'))

interface Span {
  readonly from: number
  readonly to: number
}

/** Wall time during which at least one of the spans was running, in seconds. */
const covered = (spans: readonly Span[]): number => {
  let end = 0
  let sum = 0
  for (const { from, to } of [...spans].toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return sum / 1000
}

const timed = async (design: string, out: string, uvCache: string, embedded: boolean) => {
  const spans: Span[] = []
  const processes: Processes = {
    run: async command => {
      const from = performance.now()
      const ended = await realProcesses.run({ ...command, env: { ...command.env, UV_CACHE_DIR: uvCache } })
      if (!command.program.endsWith('git')) spans.push({ from, to: performance.now() })
      return ended
    },
  }
  const host = {
    cwd: scratch,
    env: { ...process.env, XDG_STATE_HOME: join(scratch, 'state') },
    home: homedir(),
    user: 'bench',
  }
  const world = { ...compose(host, silent, { processes }), index: { name: async () => 'unknown' as const } }
  const since = performance.now()
  const given = await loadAnswers(world, join(root, 'test', 'designs', `${design}.yaml`), design)
  const { needed } = await newProject(world, { out, given, doer: 'builtin', embedded })
  if (needed !== undefined) throw needed
  const seconds = (performance.now() - since) / 1000
  return { seconds, tools: covered(spans) }
}

/** The same tools by hand, one after the other, in the repository that was made, with no caches of their own. */
const byHand = (repository: string, uv: string, uvCache: string): number => {
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

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { config: { uv: string } }
const uv =
  process.env['TRYSQUARE_UV'] ??
  join(homedir(), '.cache', 'trysquare', 'tools', `uv-${manifest.config.uv}`, 'bin', 'uv')
const rows: string[] = []
for (const design of ['schema-guard', 'dataforge']) {
  const cache = join(scratch, `uv-${design}`)
  const embedded = await timed(design, join(scratch, `${design}-embedded`), cache, true)
  const cold = await timed(design, join(scratch, `${design}-cold`), cache, false)
  const warm = await timed(design, join(scratch, `${design}-warm`), cache, false)
  const hand = byHand(join(scratch, `${design}-warm`), uv, cache)
  const share = (100 * warm.tools) / warm.seconds
  rows.push(
    `| ${design} | ${embedded.seconds.toFixed(2)} | ${cold.seconds.toFixed(2)} | ${warm.seconds.toFixed(2)} | ${share.toFixed(0)} % | ${hand.toFixed(2)} | ${(warm.seconds / hand).toFixed(2)} |`,
  )
}
rmSync(scratch, { recursive: true, force: true })

const table = [
  '| design | embedded, s | full, empty uv cache, s | full, warm, s | of that in Python tools | the tools by hand, s | warm ÷ by hand |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
console.log(table)
writeFileSync(
  join(import.meta.dirname, 'RESULTS.md'),
  `# Measured\n\n\`npm run bench\`, on ${process.platform} ${process.arch}, Node ${process.version}, 2 cores. “By hand” is \`uv sync --locked\`, Ruff twice, mypy and pytest one after the other in the repository that was made, with a warm uv cache and no caches of the tools’ own.\n\n${table}\n`,
)
