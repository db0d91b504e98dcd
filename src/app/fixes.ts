import { createTwoFilesPatch } from 'diff'
import type { TaskId } from '../base/brand.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { pythonFacts } from '../core/design/answers/python-range.ts'
import { ruffSettings } from '../core/design/plan/ruff-settings.ts'
import { importFor, importRow, withImports } from '../core/python/mend/missing-imports.ts'
import { mendSlips } from '../core/python/mend/slips.ts'
import { moduleOf } from '../core/python/modules.ts'
import { syntaxErrorsOf } from '../core/python/syntax-errors.ts'
import { finishPython } from '../core/render/python.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState } from '../core/workflow/create/types.ts'
import type { By } from '../core/workflow/decision.ts'
import type { Ruff, RuffSettings } from '../ports/ruff.ts'
import { designOfRun, planOfRun } from './planning.ts'
import { keepObject, taskText } from './workspace.ts'
import type { World } from './world.ts'

/** A file that was put right by rule. */
export interface Fix {
  readonly task: TaskId
  readonly path: string
  readonly text: string
  /** What it changes, as a unified diff. */
  readonly diff: string
  /** What was wrong, in words. */
  readonly what: readonly string[]
  /** Whether only its formatting and its imports were put right: that may be approved beforehand. */
  readonly harmless: boolean
}

const formatting = 'formatting and order of imports'

/** The names that nothing in the file defines. */
const undefinedNames = (ruff: Ruff, text: string, settings: RuffSettings): readonly string[] => {
  const found = ruff.check(text, { ...settings, lint: { select: ['F821'], ignore: [] } })
  return [...new Set(found.flatMap(each => /^Undefined name `(\w+)`/.exec(each.message)?.[1] ?? []))]
}

/** What the project's own modules offer: name → module; a name that two offer is nobody's. */
const offered = async (world: World, state: CreateState, path: string): Promise<ReadonlyMap<string, string>> => {
  const plan = await planOfRun(world, state)
  const names = new Map<string, string>()
  const twice = new Set<string>()
  for (const { module, names: all } of isRefusal(plan) ? [] : plan.late.plan.exports) {
    if (module === moduleOf(path)) continue
    for (const name of all) {
      if (names.has(name)) twice.add(name)
      names.set(name, module)
    }
  }
  for (const name of twice) names.delete(name)
  return names
}

/** The fix by rule of a Python file that waits for its review; undefined where there is nothing to mend. */
export const fixOf = async (world: World, target: string, state: CreateState, id: TaskId): Promise<Fix | undefined> => {
  const path = state.plan.find(each => each.id === id)?.path ?? ''
  const before = path.endsWith('.py') ? await taskText(world, target, state, id) : undefined
  if (before === undefined) return undefined
  const { intake } = designOfRun(state)
  const { ruff, grammar } = await world.embedded()
  const { minimum } = pythonFacts(intake.python)
  const settings = ruffSettings({ package: intake.package_name, minimum })
  const slips = mendSlips(before, text => grammar.parsing(text, syntaxErrorsOf))
  const parsed = slips?.text ?? before
  const own = await offered(world, state, path)
  const statements = undefinedNames(ruff, parsed, settings).flatMap(name => importFor(name, parsed, own, minimum) ?? [])
  const complete =
    statements.length === 0 ? parsed : withImports(parsed, grammar.parsing(parsed, importRow), statements)
  const text = finishPython(path, complete, ruff, settings)
  // What does not parse is nobody's formatting.
  if (isRefusal(text) || text === before) return undefined
  const what = [
    ...(slips?.what ?? []),
    ...(statements.length > 0 ? [`missing imports (${statements.join('; ')})`] : []),
  ]
  return {
    task: id,
    path,
    text,
    diff: createTwoFilesPatch(path, path, before, text, 'as delivered', 'fixed'),
    what: what.length > 0 ? what : [formatting],
    harmless: slips === undefined,
  }
}

/** Keeps the fixed text, and makes the command that takes it. */
export const fixCommand = async (
  world: World,
  target: string,
  state: CreateState,
  fix: Fix,
  by: By,
): Promise<CreateCommand> => {
  const { delivered } = taskOf(state, fix.task)
  await keepObject(world, target, fix.text)
  return {
    type: 'task',
    task: fix.task,
    command: {
      type: 'fix',
      by,
      what: fix.what.join(', '),
      delivered: {
        ...delivered,
        doer: delivered?.doer ?? '',
        hash: contentHash(fix.text),
        bytes: Buffer.byteLength(fix.text),
      },
    },
  }
}
