/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` turns its command line into a `{2}`, refuses what does not fit, and has an action carry the rest out; until it is given one of its own, it only describes the request.':
    '`{1}` macht aus seiner Befehlszeile ein `{2}`, weist zurück, was nicht passt, und lässt den Rest von einer Aktion ausführen; solange ihm keine eigene gegeben ist, beschreibt es nur die Anfrage.',
  'An action of your own': 'Eine eigene Aktion',
}
