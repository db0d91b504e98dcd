import { fits } from '../core/design/answers/python-range.ts'
import type { Interpreter } from '../ports/environments.ts'
import type { World } from './world.ts'

/** The interpreter of this machine that fits a project's range; refused when there is none. It is looked for once per process. */
export const interpreterFor = (world: World, range: string): Promise<Interpreter> =>
  world.environments.interpreter(range, version => fits(range, version))
