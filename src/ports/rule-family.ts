import type { RuffLook, Rule } from './rule.ts'

/** What the rules of a family share; each may say it in its own words. */
type Shared = Pick<Rule, 'pack' | 'cwe' | 'severity' | 'confidence' | 'why' | 'fix' | 'since'>

/** A rule of Ruff as a member of a family: its code, its name as Ruff calls it, and what the family does not say for it. */
type Member = Pick<Rule, 'id' | 'allows' | 'what' | 'bad' | 'good' | 'at' | 'optIn' | 'files'> &
  Partial<Shared> & { readonly code: string; readonly except?: RuffLook['except'] }

/**
 * Rules of Ruff that find one weakness in many forms: `rules.ts` of a folder exports them together, and one `cases.md` holds them apart.
 * Each is a rule like any other, with a page of its own.
 */
export const ofRuff = (shared: Shared, members: readonly Member[]): readonly Rule[] =>
  members.map(({ code, except, ...own }) => ({
    ...shared,
    ...own,
    look: { by: 'ruff', code, ...(except !== undefined && { except }) },
  }))
