/** Where a decision was made. */
export type Channel = 'terminal' | 'answers-file' | 'command' | 'mcp' | 'dashboard'

/** Who decided, where, and why if it was said. When is the event's own time. */
export interface By {
  readonly who: string
  readonly channel: Channel
  readonly why?: string
}
