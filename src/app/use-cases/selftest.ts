import { join } from 'node:path'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { ownPath, type RepoPath } from '../../base/repo-path.ts'
import { inspect } from '../../core/gates/rules/inspect.ts'
import { judgeProject } from '../../core/gates/rules/project.ts'
import { settle } from '../../core/gates/rules/settle.ts'
import type { Check, CheckRequest, Fault } from '../../ports/check.ts'
import type { Environment } from '../../ports/environments.ts'
import { factsOf } from '../checking.ts'
import { repositoryFiles } from '../effects/gate.ts'
import { type CheckPlace, hashesOf, orderFor, runCheck } from '../effects/run-check.ts'
import { interpreterFor } from '../interpreter.ts'
import { ruleProject } from '../linting/project.ts'
import { designOfRun, managerOf, planOfRun } from '../planning.ts'
import { readHere } from '../runs/here.ts'
import type { World } from '../world.ts'

/** One fault that was planted, and what came of it. */
export interface Proof {
  readonly kind: 'check' | 'rule'
  /** The check or the rule. */
  readonly id: string
  readonly planted: string
  readonly outcome: 'caught' | 'missed' | 'not run'
  /** What was found, or why it could not be tried. */
  readonly said: string
}

/** A name that nothing in the project has. */
const nameIn = (files: ReadonlyMap<string, string>): string => {
  const texts = [...files.keys()]
  let name = 'planted_fault'
  while (texts.some(path => path.includes(name))) name += '_more'
  return name
}

const planted = (whole: CheckRequest, fault: Fault): CheckRequest => {
  const paths = Object.keys(fault.files).map(ownPath)
  return {
    ...whole,
    files: new Map([...whole.files, ...paths.map(path => [path, fault.files[path] ?? ''] as const)]),
    tree: [...new Set([...whole.tree, ...paths])],
    focus: paths,
    project: {
      ...whole.project,
      contracts: new Map([
        ...whole.project.contracts,
        ...Object.entries(fault.contracts ?? {}).map(([path, stub]) => [ownPath(path), stub] as const),
      ]),
    },
  }
}

const tried = async (
  world: World,
  check: Check,
  fault: Fault,
  whole: CheckRequest,
  place: CheckPlace,
): Promise<Proof> => {
  const request = planted(whole, fault)
  const files = world.files.below(place.folder)
  for (const [path, text] of Object.entries(fault.files))
    await files.write(join(place.folder, path), text, { derived: true })
  try {
    const order = await orderFor(world, check, request, place, hashesOf(request))
    const { outcome } = await runCheck(world, order, place, [])
    const path = fault.path ?? Object.keys(fault.files)[0]
    const found = outcome.findings.find(
      each => each.path === path && (fault.rule === undefined || each.rule === fault.rule),
    )
    const proof = { kind: 'check' as const, id: check.id, planted: fault.is }
    if (found !== undefined) return { ...proof, outcome: 'caught', said: `${found.rule}: ${found.message}` }
    if (outcome.unable !== undefined && outcome.unable.how !== 'crashed')
      return { ...proof, outcome: 'not run', said: outcome.unable.reason }
    return { ...proof, outcome: 'missed', said: outcome.unable?.reason ?? 'it found nothing there' }
  } finally {
    for (const path of Object.keys(fault.files)) {
      const before = whole.files.get(path as RepoPath)
      if (before === undefined) await files.remove(join(place.folder, path))
      else await files.write(join(place.folder, path), before, { derived: true })
    }
  }
}

/** Every rule, with the bad example of its page in a file of its own among the others. */
const ruleProofs = async (
  world: World,
  files: ReadonlyMap<RepoPath, string>,
  name: string,
): Promise<readonly Proof[]> => {
  const rules = await world.shelves.rules()
  const project = ruleProject([...files.keys()], path => files.get(path as RepoPath))
  const lens = await world.lens({ rules: rules.map(each => each.id), target: `py3${project.python.slice(2)}` })
  return rules.map((rule): Proof => {
    const path = rule.at ?? `src/${project.packages[0] ?? 'app'}/${name}.py`
    const own = { ...lens, rules: [rule] }
    // What must lie beside an example lies there instead of the repository's own files: it is a project by itself.
    const beside = new Map(Object.entries(rule.beside ?? {}))
    const seen = [[path, rule.bad] as const, ...beside].map(([at, text]) => inspect(at, text, own))
    const text = beside.size === 0 ? project.text : (at: string) => beside.get(at)
    const tree = beside.size === 0 ? [...files.keys(), path] : [...beside.keys(), path]
    const { found } = settle(seen, judgeProject(seen, own.rules, { ...project, tree, text }), own.rules)
    const hit = found.find(each => each.rule === rule.id)
    return {
      kind: 'rule',
      id: rule.id,
      planted: 'the bad example of its page',
      outcome: hit === undefined ? 'missed' : 'caught',
      said: hit?.message ?? 'it found nothing there',
    }
  })
}

/**
 * Plants in a scratch copy of the repository, one after the other, the faults that each check must catch and the bad example of each
 * rule's page, and tells what was caught. Nothing of it is kept, and the repository itself is not touched.
 */
export const selfTest = async (world: World, embedded: boolean): Promise<readonly Proof[]> => {
  const { place, state } = await readHere(world)
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  const { texts } = await repositoryFiles(world, place.home, state)
  if (texts.size === 0) throw new KnownError('TSQ-NO-CHECKS', { what: place.home })
  const folder = await world.files.scratch()
  try {
    const copied = world.reporter.step('a scratch copy of the repository')
    const batch = world.files.below(folder).batch()
    for (const [path, text] of texts) await batch.files.write(join(folder, path), text, { derived: true })
    copied()
    const lock = plan.tasks.find(each => each.maker === 'manager')
    let environment: Environment | undefined
    if (!embedded && state.run?.embedded !== true && lock !== undefined && texts.has(lock.path)) {
      const design = designOfRun(state)
      const made = world.reporter.step('an environment for it')
      environment = await world.environments.sync({
        project: folder,
        folder: join(folder, '.venv'),
        python: (await interpreterFor(world, design.intake.python)).path,
        manager: await managerOf(world, design),
        again: 'trysquare gate selftest',
      })
      made()
    }
    const without = 'no environment: only what comes with Trysquare was used'
    const where: CheckPlace = { folder, environment, without }
    const whole: CheckRequest = {
      files: texts,
      tree: [...texts.keys()],
      focus: [],
      project: factsOf(plan, environment),
    }
    const name = nameIn(texts)
    const proofs: Proof[] = []
    for (const check of await world.shelves.checks()) {
      const done = world.reporter.step(check.title.toLowerCase())
      for (const fault of check.faults({ package: whole.project.package, planted: name }))
        proofs.push(await tried(world, check, fault, whole, where))
      const missed = proofs.some(each => each.id === check.id && each.outcome === 'missed')
      done(...(missed ? (['missed a fault', 'badly'] as const) : []))
    }
    return [...proofs, ...(await ruleProofs(world, texts, name))]
  } finally {
    await world.files.remove(folder)
  }
}
