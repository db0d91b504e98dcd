import { omit } from 'es-toolkit/object/omit'
import { planChanges } from '../../../app/plan-changes.ts'
import { viewPlan, viewTask } from '../../../app/use-cases/tasks.ts'
import { shellWord } from '../../../base/shell-word.ts'
import { drawTree } from '../../../core/design/tree/draw.ts'
import { undecided } from '../../../core/workflow/create/collisions.ts'
import { changedPlan, editedPlan } from '../changed-plan.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { pad, twoColumns } from '../table.ts'

/** `trysquare plan show`. */
export const planShow = async (context: Context): Promise<number> => {
  const { plan, state } = await viewPlan(context.world)
  const changes = planChanges(state)
  if (context.json) {
    context.print(
      JSON.stringify(
        {
          tasks: plan.tasks.map(task => omit(task, ['placed'])),
          additions: plan.additions,
          ...(changes !== undefined && { changes }),
          ...(Object.keys(state.edits).length > 0 && { edits: state.edits }),
        },
        null,
        2,
      ),
    )
    return exitCodes.fine
  }
  const width = Math.max(...plan.tasks.map(task => task.path.length))
  context.print(
    ...drawTree(
      plan.early.names.repository,
      plan.tasks.map(task => task.path),
    ),
    '',
    ...plan.tasks.map(
      task => `${task.id}  ${pad(task.path, width)}  ${task.effort}${task.maker === 'mind' ? ' · needs a mind' : ''}`,
    ),
    ...(changes === undefined ? [] : ['', ...changedPlan(changes)]),
    ...editedPlan(state.edits),
    '',
    ...undecided(state).map(
      ({ path }) =>
        `${path} lies there already: \`trysquare decide ${shellWord(`collisions.${path}`)} keep\` (replace, merge).`,
    ),
    `${plan.tasks.length} files. \`trysquare plan explain T-001\` tells all about one; \`trysquare plan approve\` has them made.`,
  )
  return exitCodes.fine
}

/** `trysquare plan explain`. */
export const planExplain = async (context: Context, name: string): Promise<number> => {
  const { planned, prompt } = await viewTask(context.world, name)
  const shown = omit(planned, ['placed'])
  if (context.json) {
    context.print(JSON.stringify({ ...shown, prompt }, null, 2))
    return exitCodes.fine
  }
  context.print(
    `${context.out.bold(planned.id)}  ${planned.path}`,
    ...twoColumns(
      [
        ['Purpose', planned.purpose],
        ['Effort', planned.effort],
        [
          'Made by',
          planned.maker === 'mind'
            ? 'an agent or a person'
            : planned.maker === 'manager'
              ? 'the dependency manager'
              : `the unit ${planned.placed.unit.shelf}/${planned.placed.unit.id}`,
        ],
        ['Needs', planned.needs.join(', ') || 'nothing'],
        ...(planned.from.length > 0 ? [['Made from', planned.from.join(', ')] as const] : []),
      ],
      context.columns,
    ),
    ...(planned.interface === undefined
      ? []
      : [
          '',
          '  Its public interface, which it is held against:',
          ...planned.interface
            .trimEnd()
            .split('\n')
            .map(line => `    ${line}`),
        ]),
    '',
    `\`trysquare task prompt ${planned.id}\` prints its whole sub-prompt.`,
  )
  return exitCodes.fine
}
