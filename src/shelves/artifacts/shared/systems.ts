import type { Intake } from '../../../core/design/answers/types.ts'
import { isLongTerm } from '../../../core/design/purpose.ts'

/** The runners of continuous integration: what others depend on for years is tried on more than one system. */
export const systems = (from: { readonly intake: Pick<Intake, 'purpose' | 'maturity'> }): readonly string[] =>
  isLongTerm(from) ? ['ubuntu-latest', 'macos-latest'] : ['ubuntu-latest']
