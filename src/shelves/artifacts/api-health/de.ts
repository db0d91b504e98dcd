/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`/health` answers as long as the process lives, `/ready` whether it can work and what hinders it.':
    '`/health` antwortet, solange der Prozess lebt; `/ready` sagt, ob er arbeiten kann und was ihn hindert.',
}
