// The whole test command: registries, types, lint, format, then the tests. Stops at the first that fails; `--full` adds the
// long sweeps.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const full = process.argv.includes('--full')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

const steps: readonly (readonly [title: string, program: string, args: readonly string[]])[] = [
  ['registries are up to date', process.execPath, ['scripts/build-registry.ts', '--check']],
  ['types', bin('tsc'), ['--noEmit']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['format', bin('biome'), ['check', '.']],
  [full ? 'tests, the long ones too' : 'tests', bin('vitest'), ['run']],
]

for (const [title, program, args] of steps) {
  const since = performance.now()
  console.log(`test   ${title} …`)
  const { status } = spawnSync(program, [...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(full && { TSQ_FULL: '1' }) },
  })
  if (status !== 0) {
    console.error(`test   ✗ ${title}`)
    process.exit(status ?? 1)
  }
  console.log(`test   ${title}: ${((performance.now() - since) / 1000).toFixed(1)} s`)
}
