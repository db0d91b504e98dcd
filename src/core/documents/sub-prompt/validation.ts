import type { SubPromptFacts } from './facts.ts'
import { code, items } from './lines.ts'

/** How a person runs the same check by hand. */
const commands: Readonly<Record<string, (run: string) => string>> = {
  syntax: run => `${run} python -m compileall -q .`,
  style: run => `${run} ruff check && ${run} ruff format --check`,
  types: run => `${run} mypy .`,
  tests: run => `${run} pytest`,
  security: run => `${run} ruff check --select S`,
}

const instead: Readonly<Record<string, string>> = {
  contract: 'Trysquare parses the file and compares it with the signatures above',
  imports: 'Trysquare resolves every import against the declared requirements',
}

const how = (id: string, facts: SubPromptFacts): string => {
  const command = commands[id]?.(facts.late.manager.run)
  return command === undefined ? ` (${instead[id] ?? 'Trysquare looks itself'})` : ` (by hand: ${code(command)})`
}

/** The checks that will judge the file, each with its tool. */
export const validationCriteria = (facts: SubPromptFacts): readonly string[] =>
  facts.checks.length === 0
    ? ['No automatic check applies; a person reads the file against this task.']
    : [
        'Trysquare itself runs these; a claim that they pass counts for nothing:',
        '',
        ...items(facts.checks.map(each => `${each.title}: ${each.what}${how(each.id, facts)}`)),
      ]
