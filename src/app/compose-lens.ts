import { rules } from '../shelves/rules/registry.ts'
import { loadRuff } from '../world/grammar/ruff.ts'
import { loadGrammar } from '../world/grammar/tree-sitter.ts'
import { secretScanner } from '../world/secrets.ts'
import type { Eyes } from './linting/look-at.ts'
import type { Setup } from './linting/setup.ts'

/** The tools and rules for it. `long` work pays for machine code that is better and comes later. */
export const lensOf = async ({ rules: wanted, target }: Setup, work: 'short' | 'long'): Promise<Eyes> => {
  const names = new Set(wanted)
  const [grammar, ruff, loaded] = await Promise.all([
    loadGrammar(),
    loadRuff(work),
    Promise.all(rules.filter(({ id }) => names.has(id)).map(entry => entry.load())),
  ])
  return { rules: loaded, grammar, ruff, target, secrets: secretScanner() }
}
