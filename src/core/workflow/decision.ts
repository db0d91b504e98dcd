/** Where a decision was made. */
export type Channel = 'terminal' | 'answers-file' | 'command' | 'mcp' | 'dashboard'

/** Who decided, where, and why if it was said. When is the event's own time. */
export interface By {
  readonly who: string
  readonly channel: Channel
  readonly why?: string
  /** Whose command used it, where it was given before its question came and the run went on by it; never who decided. */
  readonly used_by?: string
}
