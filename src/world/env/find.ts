import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Interpreter } from '../../ports/environments.ts'
import type { Processes } from '../../ports/processes.ts'

const inBin = process.platform === 'win32' ? join('Scripts', 'uv.exe') : join('bin', 'uv')

/** The places where uv may be, in the order in which they are tried; scripts/setup.mjs fetches it to the second. */
const candidates = (
  cache: string,
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] =>
  [
    env['TRYSQUARE_UV'],
    join(cache, 'tools', `uv-${version}`, inBin),
    'uv',
    join(homedir(), '.local', 'bin', 'uv'),
  ].filter(each => each !== undefined && each !== '') as string[]

/** The uv to use; undefined when there is none. */
export const findUv = async (
  processes: Processes,
  cache: string,
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> => {
  for (const program of candidates(cache, version, env)) {
    const isThere = !isAbsolute(program) || existsSync(program)
    const ended = isThere ? await processes.run({ program, args: ['--version'], timeoutSeconds: 20 }) : undefined
    if (ended?.exit === 0) return program
    // A uv that was named on purpose and does not run is not replaced by another one in silence.
    if (program === env['TRYSQUARE_UV']) return undefined
  }
  return undefined
}

const ask = 'import sys; print(sys.executable); print("%d.%d.%d" % sys.version_info[:3])'

/**
 * The interpreter behind the names that a shell would find. Asking it for its own path goes through version managers' shims
 * once, here, and never again.
 */
export const findInterpreters = async (processes: Processes): Promise<readonly Interpreter[]> => {
  const named =
    process.platform === 'win32'
      ? ['python']
      : ['python3', 'python', ...['15', '14', '13', '12', '11'].map(minor => `python3.${minor}`)]
  const found: Interpreter[] = []
  for (const program of named) {
    const ended = await processes.run({ program, args: ['-I', '-c', ask], timeoutSeconds: 20 })
    const [path, version] = ended.stdout.trim().split(/\r?\n/)
    if (ended.exit === 0 && path !== undefined && version !== undefined && !found.some(each => each.path === path))
      found.push({ path, version })
  }
  return found
}
