/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` asks in time or not at all: each step has its time-out, and all together a deadline.':
    '`{1}` fragt rechtzeitig oder gar nicht: Jeder Schritt hat seine Zeitgrenze, und alle zusammen haben eine Frist.',
  '`{1}` asks again only what does no harm twice, and waits as long as it is told to.':
    '`{1}` fragt nur erneut, was zweimal nicht schadet, und wartet so lange, wie es gesagt bekommt.',
  'What is put into a path of `{1}` stays in its part, an answer has a largest size, and no message shows a secret.':
    'Was in einen Pfad von `{1}` eingesetzt wird, bleibt in seinem Teil, eine Antwort hat eine Höchstgröße, und keine Meldung zeigt ein Geheimnis.',
  'Ask another service': 'Einen anderen Dienst fragen',
  'an address that begins with https:// or http://': 'eine Adresse, die mit https:// oder http:// beginnt',
  'Where the service is that {1} asks.': 'Die Adresse des Dienstes, den {1} fragt.',
}
