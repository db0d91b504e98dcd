import type { Rule, RuleProject } from '../../../ports/rule.ts'
import { named } from '../finding-id.ts'
import type { Found, Inspected } from './found.ts'
import { asFinding } from './inspect.ts'

/** What the rules about a whole project find, once every file of it was read. `line` gives the text of a line, as far as it is at hand. */
export const judgeProject = (
  files: readonly Inspected[],
  rules: readonly Rule[],
  project: RuleProject,
): readonly Found[] => {
  const found = rules.flatMap(rule => {
    const { look } = rule
    if (look.by !== 'project') return []
    const facts = files
      .filter(({ path }) => /\.pyi?$/.test(path) && (rule.files?.(path) ?? true))
      .map(({ path, imports, collected }) => ({ path, imports, collected: collected[rule.id] }))
    return look.judge(facts, project).map(hit => asFinding(rule, hit.path, hit))
  })
  return named(found, new Map()) as readonly Found[]
}
