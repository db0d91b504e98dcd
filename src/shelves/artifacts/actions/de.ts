/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'What a subcommand does with its request is an action: a function of your own, handed to its `{1}`. What the system refuses one, such as a file, ends the program with one line.':
    'Was ein Unterbefehl mit seiner Anfrage tut, ist eine Aktion: eine eigene Funktion, die seinem `{1}` übergeben wird. Was das System ihr verweigert, etwa eine Datei, beendet das Programm mit einer Zeile.',
}
