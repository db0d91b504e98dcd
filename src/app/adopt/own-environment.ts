import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { masked } from '../../base/mask.ts'
import { settled } from '../../core/project/corrections.ts'
import { type EnvironmentStep, environmentPlan, environmentVariables } from '../../core/project/environment-plan.ts'
import { rangeHolds } from '../../core/project/python-holds.ts'
import type { Environment } from '../../ports/environments.ts'
import type { Ended } from '../../ports/processes.ts'
import type { World } from '../world.ts'
import type { Looked } from './look.ts'

/** A repository’s environment, with what was typed to make it. */
export interface OwnEnvironment {
  readonly environment: Environment
  readonly manager: string
  readonly steps: readonly (readonly string[])[]
}

const lastWords = (ended: Ended): string =>
  ended.timedOut
    ? 'It did not end in time.'
    : masked((ended.stderr.trim() === '' ? ended.stdout : ended.stderr).trim().split('\n').slice(-6).join(' ')).slice(
        -800,
      ) || 'It gave no reason.'

/** Makes the environment with the repository’s own manager, in a folder of ours; `home` is where the copy of the tree lies, `wanted` names the tools. */
export const ownEnvironment = async (
  world: World,
  looked: Looked,
  home: string,
  wanted: readonly string[],
): Promise<OwnEnvironment> => {
  const { portrait, corrections, project } = looked
  const plan = environmentPlan(project, portrait, corrections)
  const failed = (command: string, detail: string) =>
    new KnownError('TSQ-ADOPT-ENVIRONMENT', { command, detail, folder: home })
  if ('impossible' in plan) throw failed(plan.manager, plan.impossible)
  const [range = ''] = settled('python', portrait.claims, corrections)
  const { path: python } = await world.environments
    .interpreter(range, version => rangeHolds(range, version))
    .catch((error: unknown) => {
      if (error instanceof KnownError && error.code === 'TSQ-PYTHON-MISSING')
        throw failed(
          `python ${range}`,
          `No interpreter on this machine fits ${range}; \`uv python install\` brings one.`,
        )
      throw error
    })
  const uv = await world.environments.program()
  const environment = join(home, 'env')
  const env = environmentVariables(environment)
  const cwd = join(home, 'tree', project.main.folder)
  const filled = (args: readonly string[]) =>
    args.map(each => (each === '{env}' ? environment : each === '{python}' ? python : each))
  const run = async (args: readonly string[]): Promise<Ended> => {
    const done = world.reporter.step(`uv ${args.slice(0, 3).join(' ')}`)
    const ended = await world.processes.run({ program: uv, args: filled(args), cwd, env, timeoutSeconds: 1800 })
    done(ended.exit === 0 ? undefined : 'failed', ended.exit === 0 ? 'well' : 'badly')
    return ended
  }
  /** What was typed, or the command that failed with its last words. */
  const all = async (planned: readonly EnvironmentStep[]): Promise<readonly (readonly string[])[] | KnownError> => {
    const typed: (readonly string[])[] = []
    for (const { args, otherwise } of planned) {
      const tries = otherwise === undefined ? [args] : [args, otherwise]
      let last: Ended | undefined
      for (const each of tries) {
        last = await run(each)
        if (last.exit !== 0) continue
        typed.push(['uv', ...each])
        break
      }
      if (last !== undefined && last.exit !== 0) return failed(`uv ${(tries.at(-1) ?? []).join(' ')}`, lastWords(last))
    }
    return typed
  }
  let { manager } = plan
  let steps = await all(plan.steps)
  if (steps instanceof KnownError && plan.fallback !== undefined) {
    world.reporter.note(
      `${manager} could not make the environment; pip makes it from what is declared, without the lock file`,
    )
    const own = steps
    steps = await all(plan.fallback)
    // What the repository asked for is what is to be mended.
    if (steps instanceof KnownError) throw own
    manager = `pip, since ${plan.manager} failed`
  }
  if (steps instanceof KnownError) throw steps
  const found = await world.environments.installed(environment)
  const missing = wanted.flatMap(tool => (found.versions[tool] === undefined ? (plan.tools[tool] ?? []) : []))
  if (missing.length === 0) return { environment: found, manager, steps }
  const more = await all([{ args: ['pip', 'install', '--python', '{env}', ...missing] }])
  // What only the hooks name is left out where it cannot be had: its state says that it is missing.
  if (more instanceof KnownError) return { environment: found, manager, steps }
  return { environment: await world.environments.installed(environment), manager, steps: [...steps, ...more] }
}
