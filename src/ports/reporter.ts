/** What a long work tells whoever watches. A door shows it in its own manner, or not at all. */
export interface Reporter {
  /** Something begins that may take a while; the function ends it, with what came of it, well or not. */
  step(title: string): (outcome?: string, how?: 'well' | 'badly') => void
  /** A line worth keeping. */
  note(text: string): void
}
