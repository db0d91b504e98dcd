import type { Architecture, Intake } from '../../../core/design/answers/types.ts'
import { isAwaiting } from '../../../core/design/awaits.ts'
import type { ComponentFacts } from '../../../ports/backbone.ts'

/** What the interface of a component hangs on that raises or returns, and blocks or awaits. */
export interface About {
  readonly pascal: string
  readonly errors: Architecture['errors']
  /** The package's own error, where it raises. */
  readonly base: string
  readonly awaiting: boolean
}

interface From {
  readonly component: ComponentFacts
  readonly architecture: Pick<Architecture, 'errors'>
  readonly names: { readonly pascal: string }
  readonly intake: Pick<Intake, 'concurrency'>
}

/** The same, of a design. */
export const aboutOf = ({ component, architecture, names, intake }: From): About => ({
  pascal: component.pascal,
  errors: architecture.errors,
  base: `${names.pascal}Error`,
  awaiting: isAwaiting({ intake }),
})
