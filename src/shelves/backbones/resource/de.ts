/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Keep one {1} and find it again': 'Ablegen und wiederfinden: {1}',
  'Each `{1}` that exists is valid: its rules stand on its fields.':
    'Jedes `{1}`, das es gibt, ist gültig: Seine Regeln stehen an seinen Feldern.',
  'Where {1} are kept is up to a repository: in memory, or a class of your own.':
    'Der Ort der Ablage ({1}) ist Sache eines Repositorys: Speicher oder eine eigene Klasse.',
  'Where {1} are kept is up to a repository: in memory, in SQLite, or a class of your own.':
    'Der Ort der Ablage ({1}) ist Sache eines Repositorys: Speicher, SQLite oder eine eigene Klasse.',
  'a path': 'ein Pfad',
  'The file of the SQLite database; it is made when it is not there.':
    'Die Datei der SQLite-Datenbank; sie wird angelegt, wenn es sie nicht gibt.',
}
