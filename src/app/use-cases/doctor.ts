import { KnownError } from '../../base/errors/known-error.ts'
import type { World } from '../world.ts'

/** One thing that Trysquare looks for on a machine. */
export interface Diagnosis {
  readonly name: string
  readonly found: string | undefined
  readonly needed: string
}

const versionOf = async (world: World, program: string): Promise<string | undefined> => {
  const ended = await world.processes.run({ program, args: ['--version'], timeoutSeconds: 20 })
  return ended.exit === 0 ? ended.stdout.trim().split('\n')[0] : undefined
}

const interpreter = async (world: World): Promise<string | undefined> => {
  try {
    const { version, path } = await world.environments.interpreter('>=3.11', () => true)
    return `${version} at ${path}`
  } catch (error) {
    if (error instanceof KnownError) return undefined
    throw error
  }
}

/** What is here, and what each thing is needed for. */
export const diagnose = async (world: World): Promise<readonly Diagnosis[]> => [
  { name: 'Node', found: process.version, needed: 'running Trysquare itself (24 or newer)' },
  {
    name: 'Python',
    found: await interpreter(world),
    needed: 'types, tests and style in the project’s own environment; --embedded goes without',
  },
  {
    name: 'uv',
    found: await world.environments.manager(),
    needed: 'the lock file and the environment; `npm run setup` fetches it, or `python3 -m pip install uv`',
  },
  { name: 'git', found: await versionOf(world, 'git'), needed: 'the first commit; `git: false` goes without' },
]
