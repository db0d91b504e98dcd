import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import type { Environment } from '../../ports/environments.ts'
import type { Processes } from '../../ports/processes.ts'

/** The folder of an environment's programs. */
export const binOf = (folder: string): string => join(folder, process.platform === 'win32' ? 'Scripts' : 'bin')

/** Isolated (-I), so that nothing of the project is imported by asking. */
const ask = `
import importlib.metadata as m, json, sys
print(json.dumps({
    "python": "%d.%d.%d" % sys.version_info[:3],
    "distributions": {k: v[0] for k, v in m.packages_distributions().items()},
    "versions": {d.metadata["Name"].lower(): d.version for d in m.distributions()},
}))
`

/** Asks an environment what it holds. */
export const installedIn = async (processes: Processes, folder: string): Promise<Environment> => {
  const bin = binOf(folder)
  const ended = await processes.run({
    program: join(bin, 'python'),
    args: ['-I', '-c', ask],
    cwd: folder,
    timeoutSeconds: 60,
  })
  if (ended.exit !== 0)
    throw new KnownError('TSQ-TOOL-MISSING', { tool: 'the project’s environment', install: 'uv sync --locked' })
  const told = JSON.parse(ended.stdout) as Omit<Environment, 'bin'>
  return { bin, ...told }
}
