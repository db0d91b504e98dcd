/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Every failure that it knows is a `{1}` and ends it with one line; anything else is a bug, and ends it with a traceback.':
    'Jeder Fehlschlag, den es kennt, ist ein `{1}` und beendet es mit einer Zeile; alles andere ist ein Fehler im Programm und beendet es mit einem Traceback.',
  'Every failure of its own is a `{1}`; wrong arguments raise Python’s `ValueError` or `TypeError`.':
    'Jeder eigene Fehler ist ein `{1}`; falsche Argumente lösen Pythons `ValueError` oder `TypeError` aus.',
  'What can fail returns `Ok` or `Err`; expected failures raise nothing.':
    'Was scheitern kann, gibt `Ok` oder `Err` zurück; erwartete Fehler lösen keine Ausnahme aus.',
  'Expected failures are returned as `Err`; opening one as a success raises a `{1}`, wrong arguments Python’s `ValueError` or `TypeError`.':
    'Erwartete Fehler werden als `Err` zurückgegeben; einen davon als Erfolg zu öffnen löst einen `{1}` aus, falsche Argumente Pythons `ValueError` oder `TypeError`.',
}
