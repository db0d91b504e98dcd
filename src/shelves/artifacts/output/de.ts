/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Whatever is printed is a table for people or, with `{1}`, JSON for programs; nothing in it speaks to the terminal. JSON has no infinity and no NaN: such a number is `{2}` there.':
    'Ausgegeben wird eine Tabelle für Menschen oder, mit `{1}`, JSON für Programme; nichts davon spricht mit dem Terminal. JSON kennt weder Unendlich noch NaN: Eine solche Zahl ist dort `{2}`.',
}
