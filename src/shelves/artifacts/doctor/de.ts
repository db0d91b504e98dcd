/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` says whether the program can work where it is, and what hinders it.':
    '`{1}` sagt, ob das Programm dort arbeiten kann, wo es ist, und was es hindert.',
}
