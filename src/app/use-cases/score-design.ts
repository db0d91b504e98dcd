import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { ownPath, type RepoPath } from '../../base/repo-path.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { type AnswerStage, missing } from '../../core/design/answers/stages.ts'
import { review } from '../../core/design/review.ts'
import { parseTree } from '../../core/design/tree/parse.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { loadDesign } from '../answers.ts'
import { firstView, planOfRun, secondView } from '../planning.ts'
import type { World } from '../world.ts'

/** What a template's tree holds for a component, whatever makes it. */
const standIns = (state: CreateState, names: readonly string[]): readonly RepoPath[] => {
  const folder = state.given.intake?.package_name ?? 'package'
  const demo = (state.given.features?.demo ?? 'none') !== 'none'
  return names.flatMap(name => [
    ownPath(`src/${folder}/${name}.py`),
    ownPath(`tests/test_${name}.py`),
    ...(demo ? [ownPath(`examples/${name}.py`)] : []),
  ])
}

const drawnFiles = (tree: string): readonly RepoPath[] => {
  const files = parseTree(tree)
  return isRefusal(files) ? refuse(files) : files
}

/** Files of the tree: as this version plans them, with stand-ins for the components that it cannot make yet. */
const filesOf = async (world: World, state: CreateState): Promise<readonly RepoPath[]> => {
  const kinds = (await world.shelves.backbones()).map(unit => unit.id)
  const known = (state.given.components ?? []).filter(each => kinds.includes(each.kind))
  // Names and paths of the plan do not hang on the manager; uv stands in for one that is not delivered yet.
  const architecture = { ...state.given.architecture, dependencies: 'uv' as const }
  const plan = await planOfRun(world, { ...state, given: { ...state.given, architecture, components: known } })
  const others = (state.given.components ?? []).filter(each => !known.includes(each)).map(each => each.name)
  const drawn = state.given.structure?.mode === 'tree' ? (state.given.structure.tree ?? '') : undefined
  if (isRefusal(plan)) {
    // A drawing that this version cannot plan is still what the person drew: it is judged as it stands.
    world.reporter.note(`A run would stop at the tree. ${new KnownError(plan.code, plan.data, plan.place).message}`)
    const all = (state.given.components ?? []).map(each => each.name)
    return drawn === undefined ? standIns(state, all) : drawnFiles(drawn)
  }
  const planned = plan.tasks.map(task => task.path)
  return drawn === undefined ? [...new Set([...planned, ...standIns(state, others)])] : planned
}

const needAnswers = (given: Given, stages: readonly AnswerStage[]): void => {
  // A concurrency that is still to be recommended is for the first review to remark on.
  const open = stages
    .flatMap(stage => missing(stage, given))
    .find(path => path !== 'intake.concurrency' || given.intake?.concurrency === undefined)
  if (open !== undefined)
    throw new KnownError('TSQ-NEEDED', {
      path: open,
      question: 'the review needs it',
      how: `Answer \`${open}\` in the answers file; \`trysquare explain ${open}\` says how.`,
    })
}

/** Both reviews of the design that an answers file describes. Nothing is begun, written or made. */
export const scoreDesign = async (world: World, path: string, shown: string): Promise<CreateState['reviews']> => {
  const given = await loadDesign(world, path, shown)
  needAnswers(given, ['intake', 'architecture'])
  const state: CreateState = { ...create.initial, given }
  const rules = await world.shelves.critics()
  const first = review(1, firstView(state), rules)
  if (given.structure?.mode === undefined || (given.components ?? []).length === 0) return { 1: first }
  // A tree of which something is still open cannot be judged.
  needAnswers(given, ['structure'])
  const drawn: CreateState = { ...state, proposal: { files: await filesOf(world, state), additions: [] } }
  return { 1: first, 2: review(2, await secondView(world, drawn), rules) }
}
