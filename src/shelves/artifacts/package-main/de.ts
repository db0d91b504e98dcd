/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` says which version is installed and what hinders it there: the beginning of every report of a fault.':
    '`{1}` sagt, welche Version installiert ist und was sie dort hindert: der Anfang jeder Fehlermeldung.',
}
