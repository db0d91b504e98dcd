/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Results go to standard output, everything else to standard error; each way to end has an exit code of its own.':
    'Ergebnisse gehen an die Standardausgabe, alles andere an die Standardfehlerausgabe; jede Art zu enden hat ihren eigenen Exit-Code.',
  'One function, `opened`, ends the program on a failure, with one line on standard error and its exit code.':
    'Eine einzige Funktion, `opened`, beendet das Programm bei einem Fehlschlag, mit einer Zeile auf der Standardfehlerausgabe und ihrem Exit-Code.',
  'Each subcommand is a module of its own that attaches itself to the program.':
    'Jeder Unterbefehl ist ein eigenes Modul, das sich selbst in das Programm einhängt.',
}
