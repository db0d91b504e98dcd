/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Send rows through steps': 'Zeilen durch Schritte schicken',
  'Rows stream through one at a time: memory does not grow with the input.':
    'Zeilen laufen einzeln durch: Der Speicherbedarf wächst nicht mit der Eingabe.',
  'A report with what each step kept, changed, dropped and failed on, in order.':
    'Ein Bericht, der Reihe nach: was jeder Schritt behalten, geändert und verworfen hat und woran er gescheitert ist.',
  'Steps cannot write to the rows they read; a pipeline can run again and again.':
    'Schritte können die Zeilen, die sie lesen, nicht verändern; eine Pipeline kann beliebig oft laufen.',
  'A failure names the step and the number of the row, and keeps its cause.':
    'Ein Fehler nennt den Schritt und die Nummer der Zeile und behält seine Ursache.',
}
