import { join } from 'node:path'
import { mapAsync } from 'es-toolkit/array/mapAsync'
import { refuse } from '../base/errors/known-error.ts'
import { isRefusal } from '../base/refusal.ts'
import type { RepoPath } from '../base/repo-path.ts'
import type { Plan } from '../core/design/plan/plan.ts'
import { counted } from '../core/documents/report/words.ts'
import { type Receipt, receiptId } from '../core/gates/evidence.ts'
import type { CheckOutcome } from '../core/gates/finding.ts'
import type { Checked } from '../core/gates/rows.ts'
import { secretWords } from '../core/gates/secret-words.ts'
import type { StoredEvent } from '../core/journal/event.ts'
import type { CreateEvent, CreateState } from '../core/workflow/create/types.ts'
import { madeByCommand } from '../core/workflow/task/by-command.ts'
import type { CheckRequest, ProjectFacts } from '../ports/check.ts'
import type { Environment } from '../ports/environments.ts'
import type { Reporter } from '../ports/reporter.ts'
import { type CheckOrder, type CheckPlace, hashesOf, orderFor, runCheck } from './effects/run-check.ts'
import { attested, freshReceipt, keepReceipt } from './evidence.ts'
import { interpreterFor } from './interpreter.ts'
import { designOfRun, managerOf, planOfRun } from './planning.ts'
import { inOrder, measuredHere } from './runs/measured.ts'
import type { Session } from './runs/session.ts'
import type { World } from './world.ts'

/** What every run of checks needs to know of its run. */
export interface Examined {
  readonly state: CreateState
  readonly events: readonly StoredEvent<CreateEvent>[]
  readonly target: string
  /** What to type to go on, for the words of an error. */
  readonly again: string
}

/** The same, from a run that this process holds. */
export const examined = async (world: World, session: Session, target: string, again: string): Promise<Examined> => ({
  state: session.state(),
  // What this machine measured between two ends of the run may have disagreed with what the run itself knows.
  events: inOrder(session.events(), await measuredHere(world, session.place())),
  target,
  again,
})

/** What checks may know of the project that a plan makes. */
export const factsOf = (plan: Plan, environment: Environment | undefined): ProjectFacts => ({
  package: plan.early.names.package,
  requirements: plan.late.plan.requirements.map(each => each.distribution),
  dev_requirements: plan.late.plan.dev_requirements.map(each => each.distribution),
  distributions: environment?.distributions ?? {},
  python: plan.early.python.minimum,
  contracts: new Map(
    plan.tasks.flatMap(each => (each.interface === undefined ? [] : [[each.path, each.interface] as const])),
  ),
  coverage: 80,
  untested: plan.early.architecture.testing === 'none',
})

/** Whether somebody's command made files of this run while it was under way: what lies beside the files may be of its making too. */
const isForeign = ({ at, tasks }: CreateState): boolean => at !== 'finished' && Object.values(tasks).some(madeByCommand)

/** Takes away what tools would believe without looking: the environment, and what they keep of earlier runs. */
const clearTools = async (world: World, target: string, folder: string): Promise<void> => {
  const files = world.files.below(target)
  await files.remove(join(target, '.venv'))
  for (const cache of ['.mypy_cache', '.ruff_cache', '.pytest_cache']) await files.remove(join(folder, cache))
  await files.removeCaches(folder)
}

/** The project's environment for a tree on disk; undefined with --embedded, and while there is no lock file. */
const environmentFor = async (
  world: World,
  run: Examined,
  plan: Plan,
  folder: string,
  tree: ReadonlyMap<RepoPath, string>,
  anew: boolean,
): Promise<Environment | undefined> => {
  const lock = plan.tasks.find(each => each.maker === 'manager')
  if (run.state.run?.embedded === true || lock === undefined || !tree.has(lock.path)) return undefined
  const design = designOfRun(run.state)
  const done = world.reporter.step('the project’s environment')
  const { path } = await interpreterFor(world, design.intake.python)
  if (isForeign(run.state)) await clearTools(world, run.target, folder)
  const environment = await world.environments.sync({
    project: folder,
    folder: join(run.target, '.venv'),
    python: path,
    manager: await managerOf(world, design),
    again: run.again,
    anew,
  })
  done(`Python ${environment.python}`)
  return environment
}

const without = (embedded: boolean): string =>
  embedded
    ? 'not run: --embedded uses no Python; run it with `uv sync && trysquare gate run`'
    : 'not run: there is no environment yet, because there is no lock file'

/** What came of a check, for the line that is kept of it. */
const comeOf = ({ outcome: { findings, unable } }: Receipt): Parameters<ReturnType<Reporter['step']>> => {
  if (findings.length > 0) return [counted(findings.length, 'finding'), 'badly']
  return unable === undefined || unable.how === 'unwanted' ? [] : ['did not run', 'badly']
}

const oneCheck = async (
  world: World,
  run: Examined,
  place: CheckPlace,
  order: CheckOrder,
  known: readonly string[],
  take: CheckOptions['take'],
  secrets: readonly string[] = [],
) => {
  const { check, inputs } = order
  const fresh = await freshReceipt(world, run.target, known, check.id, inputs)
  if (fresh !== undefined) return fresh
  const done = world.reporter.step(check.title.toLowerCase())
  const receipt: Receipt = await runCheck(world, order, place, secrets)
  if (take === undefined) await keepReceipt(world, run.target, receipt, 'run')
  else take(receipt)
  done(...comeOf(receipt))
  return { id: receiptId(receipt), receipt }
}

/** Two at a time: the tools are single-threaded, and more would only share the same cores. */
const atOnce = 2

/** How a round of checks differs from the ordinary one. */
export interface CheckOptions {
  /** Run everything, whatever receipts there are. */
  readonly fresh?: boolean
  /** Takes each new receipt, where it is not to be kept with the run's history. */
  readonly take?: (receipt: Receipt) => void
  /** Files that are no text and lie there too, each with what stands for its content. */
  readonly unread?: Readonly<Record<string, string>>
  /** What the tree is compared with, by checks that compare. */
  readonly base?: CheckRequest['base']
  /** A gate: checks that look once at the whole take part. */
  readonly gate?: boolean
  /** Only these checks. */
  readonly only?: ReadonlySet<string>
  /** Nothing more is run once a check found something: one after the other, the quick ones first. */
  readonly failFast?: boolean
}

/** What a check says that was not come to. */
const notReached: CheckOutcome = {
  findings: [],
  metrics: {},
  unable: { how: 'missing', reason: 'not run: a check before it failed' },
}

const failed = ({ outcome: { findings, unable } }: Receipt): boolean =>
  findings.length > 0 || (unable !== undefined && unable.how !== 'unwanted')

/**
 * Runs every check on a tree that lies in `folder`, and keeps a receipt of each. A check whose inputs did not change since a
 * receipt that the journal names is not run again, unless `fresh` asks for it.
 */
export const checkTree = async (
  world: World,
  run: Examined,
  folder: string,
  tree: ReadonlyMap<RepoPath, string>,
  focus: readonly RepoPath[],
  options: CheckOptions = {},
): Promise<readonly Checked[]> => {
  const plan = await planOfRun(world, run.state)
  if (isRefusal(plan)) return refuse(plan)
  const environment = await environmentFor(world, run, plan, folder, tree, options.fresh === true)
  const place: CheckPlace = { folder, environment, without: without(run.state.run?.embedded === true) }
  const project = factsOf(plan, environment)
  const { base } = options
  const whole: CheckRequest = { files: tree, tree: [...tree.keys()], focus, project, ...(base && { base }) }
  const known = options.fresh === true ? [] : attested(run.events)
  const checks = (await world.shelves.checks()).filter(
    check =>
      (check.compares !== true || base !== undefined) &&
      (check.atGate !== true || options.gate === true) &&
      (options.only?.has(check.id) ?? true),
  )
  // The long ones first, so that the short ones run beside them.
  const byLength = [...checks].toSorted((a, b) => b.order - a.order)
  const hashes = hashesOf(whole, options.unread)
  const one = async (check: (typeof checks)[number], secrets?: readonly string[]) => {
    const order = await orderFor(world, check, whole, place, hashes)
    return { check, ...(await oneCheck(world, run, place, order, known, options.take, secrets)) }
  }
  // What security finds is what the others may not quote.
  const first = await mapAsync(
    checks.filter(check => check.id === 'security'),
    check => one(check),
  )
  const secrets = secretWords(
    first.flatMap(({ receipt }) => receipt.outcome.findings),
    tree,
  )
  const others = (options.failFast === true ? byLength.toReversed() : byLength).filter(check => check.id !== 'security')
  let isOver = options.failFast === true && first.some(({ receipt }) => failed(receipt))
  const rest = await mapAsync(
    others,
    async check => {
      if (isOver) return undefined
      const result = await one(check, secrets)
      isOver = options.failFast === true && failed(result.receipt)
      return result
    },
    { concurrency: options.failFast === true ? 1 : atOnce },
  )
  const results = [...first, ...rest.filter(each => each !== undefined)]
  return checks.map(check => {
    const result = results.find(each => each.check === check)
    return {
      check: check.id,
      title: check.title,
      outcome: result?.receipt.outcome ?? notReached,
      receipt: result?.id ?? '',
      appliesTo: (path: RepoPath) => check.appliesTo(path, { project }),
    }
  })
}
