import { tmpdir } from 'node:os'
import { problemsOf } from '../../src/app/answers.ts'
import { factsOf } from '../../src/app/checking.ts'
import { compose } from '../../src/app/compose.ts'
import { makeReview } from '../../src/app/effects/review.ts'
import { planOfRun } from '../../src/app/planning.ts'
import { renderTask } from '../../src/app/rendering.ts'
import { isRefusal, type Refusal } from '../../src/base/refusal.ts'
import type { RepoPath } from '../../src/base/repo-path.ts'
import { readAnswers } from '../../src/core/design/answers/read.ts'
import type { Given } from '../../src/core/design/answers/schema.ts'
import { drawTree } from '../../src/core/design/tree/draw.ts'
import { create } from '../../src/core/workflow/create/machine.ts'
import { silent } from '../../src/doors/cli/reporter.ts'
import type { Written } from './arbitrary-design.ts'

const world = compose({ cwd: tmpdir(), env: process.env, home: tmpdir(), user: 'somebody' }, silent)

/** What came of one design: refused by name, or made, with everything that the embedded checks found. */
export type Proved =
  | { readonly kind: 'refused'; readonly why: readonly Refusal[] }
  | { readonly kind: 'made'; readonly files: number; readonly findings: readonly string[] }

/** What was left undefined was not answered. */
const answered = (written: Written): Written => JSON.parse(JSON.stringify(written)) as Written

const inMode = (written: Written, structure: Readonly<Record<string, string>>): Written => ({ ...written, structure })

/** For mode tree, the tree that the template would have, drawn: every file of it has its maker. */
const withDrawing = async (written: Written): Promise<Written> => {
  if ((written['structure'] as { readonly mode: string }).mode !== 'tree') return written
  const given = readAnswers(inMode(written, { mode: 'template' }))
  if (Array.isArray(given)) return written
  // What cannot be made cannot be drawn either, and is refused below as it was written.
  if ((await problemsOf(world, given as Given)).length > 0) return inMode(written, { mode: 'template' })
  const plan = await planOfRun(world, { ...create.initial, given: given as Given })
  if (isRefusal(plan)) return inMode(written, { mode: 'template' })
  const tree = drawTree(
    plan.early.names.repository,
    plan.tasks.map(each => each.path),
  ).join('\n')
  return inMode(written, { mode: 'tree', tree })
}

/**
 * Reads answers as a file's are read, reviews them twice, plans, writes every file that follows from them and lets every check
 * that needs no Python look at the tree; without a journal and without a disk.
 */
export const prove = async (written: Written): Promise<Proved> => {
  const given = readAnswers(await withDrawing(answered(written)))
  if (Array.isArray(given)) return { kind: 'refused', why: given as readonly Refusal[] }
  const why = await problemsOf(world, given as Given)
  if (why.length > 0) return { kind: 'refused', why }
  const state = { ...create.initial, given: given as Given }
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return { kind: 'refused', why: [plan] }
  await makeReview(world, state, 1)
  await makeReview(world, { ...state, proposal: { files: plan.tasks.map(each => each.path), additions: [] } }, 2)
  const tree = new Map<RepoPath, string>()
  for (const task of plan.tasks) if (task.maker === 'template') tree.set(task.path, await renderTask(world, plan, task))
  const minds = new Set(plan.tasks.filter(each => each.maker !== 'template').map(each => each.path))
  const project = factsOf(plan, undefined)
  const tools = await world.embedded()
  const findings: string[] = []
  for (const check of await world.shelves.checks()) {
    // There is nothing to compare with.
    if (check.compares === true) continue
    if (check.inside === undefined) continue
    const files = new Map([...tree].filter(([path]) => check.inputs(path)))
    const request = { files, tree: [...tree.keys(), ...minds], focus: [...tree.keys()], project }
    const { findings: found, unable } = await check.inside.inspect(request, tools)
    findings.push(...found.map(each => `${each.path}:${each.line ?? 0} ${each.check} ${each.rule} ${each.message}`))
    if (unable?.how === 'crashed') findings.push(`${check.id} ${unable.reason}`)
  }
  return { kind: 'made', files: tree.size, findings }
}
