import { addToPlan, moveInPlan, planToEdit, removeFromPlan, takePlanFile } from '../../../app/use-cases/edit-plan.ts'
import { viewPlan } from '../../../app/use-cases/tasks.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import type { Context } from '../context.ts'
import { type Edited, editing } from '../editor.ts'
import { planShow } from './plan.ts'

const inEditor = async ({ world, interactive }: Context, before: string): Promise<Edited> =>
  interactive ? editing(world)(before, 'plan.yaml') : { none: 'There is no terminal to open an editor in.' }

const fromFile = async ({ world }: Context, path: string): Promise<Edited> => {
  const text = await world.files.read(path, 5_000_000)
  return text === undefined ? { none: 'There is no such file.' } : { text }
}

/** `trysquare plan edit`: in the editor, from a file, or printed for one. */
export const planEdit = async (
  context: Context,
  options: { readonly file?: string | undefined; readonly print?: boolean | undefined },
): Promise<number> => {
  const { world } = context
  const before = await planToEdit(world, (await viewPlan(world)).state)
  if (options.print === true) {
    context.print(before.trimEnd())
    return 0
  }
  const given = options.file === undefined ? undefined : context.typed(options.file)
  const edited = given === undefined ? await inEditor(context, before) : await fromFile(context, given)
  if ('none' in edited)
    throw new KnownError('TSQ-PLAN-EDIT', {
      path: options.file ?? 'the plan',
      reason: edited.none,
      todo: 'Set EDITOR, or: `trysquare plan edit --print > plan.yaml`, change it, `trysquare plan edit --file plan.yaml`.',
    })
  if (edited.text !== before) await takePlanFile(world, edited.text)
  return planShow(context)
}

/** `trysquare plan add`. */
export const planAdd = async (
  context: Context,
  path: string,
  options: {
    readonly purpose: string
    readonly interface?: string | undefined
    readonly after?: string | undefined
    readonly why?: string | undefined
    readonly test: boolean
  },
): Promise<number> => {
  const { world } = context
  const stub =
    options.interface === undefined ? undefined : await world.files.read(context.typed(options.interface), 20_000)
  if (options.interface !== undefined && stub === undefined)
    throw new KnownError('TSQ-PLAN-EDIT', {
      path,
      reason: `There is no file at ${options.interface} to take the interface from.`,
      todo: 'Name a Python stub with --interface.',
    })
  await addToPlan(
    world,
    {
      path,
      purpose: options.purpose,
      ...(stub !== undefined && { interface: stub }),
      ...(options.after !== undefined && { after: [options.after] }),
    },
    { why: options.why, alone: !options.test },
  )
  return planShow(context)
}

/** `trysquare plan remove`. */
export const planRemove = async (context: Context, name: string, why: string): Promise<number> => {
  await removeFromPlan(context.world, name, why)
  return planShow(context)
}

/** `trysquare plan reorder`. */
export const planReorder = async (
  context: Context,
  name: string,
  options: { readonly before?: string | undefined; readonly after?: string | undefined; readonly why: string },
): Promise<number> => {
  if ((options.before === undefined) === (options.after === undefined))
    throw new KnownError('TSQ-USAGE', {
      problem: 'say where it goes: either --before or --after',
      help: 'trysquare plan reorder --help',
    })
  await moveInPlan(context.world, name, options, options.why)
  return planShow(context)
}
