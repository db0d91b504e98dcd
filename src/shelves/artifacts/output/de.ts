/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Whatever is printed is a table for people or, with `{1}`, JSON for programs; nothing in it speaks to the terminal.':
    'Ausgegeben wird eine Tabelle für Menschen oder, mit `{1}`, JSON für Programme; nichts davon spricht mit dem Terminal.',
}
