import type { LoggedDecision } from '../../core/documents/report-model.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import type { CreateEvent } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'

const settledWords = (files: readonly { readonly path: string; readonly how: string }[]): string =>
  files.length === 0
    ? 'moved into a folder that holds other things'
    : files.map(({ path, how }) => `${how} ${path}`).join(', ')

const entry = (event: CreateEvent): readonly [what: string, by: By] | undefined => {
  switch (event.type) {
    case 'answered':
      return [`answered ${event.stage}`, event.by]
    case 'stage-confirmed':
      return [`confirmed ${event.stage}`, event.by]
    case 'stage-reopened':
      return [`reopened ${event.stage}`, event.by]
    case 'plan-reopened':
      return ['reopened the plan', event.by]
    case 'approvals-recorded':
      return [`gave ${Object.keys(event.approvals).length > 0 ? 'approvals' : 'answers'} beforehand`, event.by]
    case 'plan-edited':
      return ['changed the plan', event.by]
    case 'decision-kept':
      return [`${event.what}: the earlier decision stands`, event.by]
    case 'collisions-settled':
      return [settledWords(event.files), event.by]
    case 'plan-approved':
      return ['approved the plan', event.by]
    case 'review-decided': {
      const { checkpoint, decision, unseen, by } = event.decision
      return [`review ${checkpoint}: ${decision}${unseen ? ' (approved unseen)' : ''}`, by]
    }
    case 'task':
      return 'by' in event.event ? [`${event.task}: ${event.event.type}`, event.event.by] : undefined
    default:
      return undefined
  }
}

/** Every decision of a history, with who, when, through which door, and why where it was said. */
export const logOf = (events: readonly StoredEvent<CreateEvent>[]): readonly LoggedDecision[] =>
  events.flatMap(({ at, event }) => {
    const found = entry(event)
    if (found === undefined) return []
    const [what, { who, channel, why, used_by }] = found
    return [{ at, what, who, channel, ...(used_by !== undefined && { used_by }), ...(why !== undefined && { why }) }]
  })
