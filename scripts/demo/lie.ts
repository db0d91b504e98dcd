import { newProject } from '../../src/app/use-cases/new-project.ts'
import { viewTask } from '../../src/app/use-cases/tasks.ts'
import type { World } from '../../src/app/world.ts'
import type { Given } from '../../src/core/design/answers/schema.ts'
import { printRows } from '../../src/core/documents/report/review-text.ts'
import { overall } from '../../src/core/gates/verdict.ts'
import { silent } from '../../src/doors/cli/reporter.ts'

/** What became of the file that a careless doer called done. */
export interface Lie {
  readonly path: string
  readonly claim: string
  /** The table of what was measured, with its verdict. */
  readonly measured: readonly string[]
  readonly refused: boolean
}

/** Has a project made by a doer that lies about one file, and looks at what was measured of that file. */
export const lie = async (world: World, given: Given, out: string): Promise<Lie> => {
  const { needed } = await newProject(world, { out, given, doer: 'careless', embedded: false })
  const there = { ...world, reporter: silent, host: { ...world.host, cwd: out } }
  const { planned, state } = await viewTask(there, 'src/schema_guard/validator.py')
  const verdict = state.validation === undefined ? 'NEEDS REVISION' : overall(state.validation)
  return {
    path: planned.path,
    claim: state.delivered?.claim ?? '',
    measured: [...printRows(state.validation?.rows ?? []), `Overall: ${verdict}`],
    refused: needed !== undefined && verdict === 'NEEDS REVISION',
  }
}
