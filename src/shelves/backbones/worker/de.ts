/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` does each job at least once, whatever fails: what nobody settles comes back.':
    '`{1}` erledigt jeden Auftrag mindestens einmal, was auch immer scheitert: Was niemand abschließt, kommt zurück.',
  'What fails in `{1}` is tried again after pauses that grow; what is in vain is kept with the reason.':
    'Was in `{1}` scheitert, wird nach wachsenden Pausen erneut versucht; was vergeblich bleibt, wird mit dem Grund aufbewahrt.',
  'Once stopped, `{1}` takes nothing more, lets what runs end in time, and gives the rest back.':
    'Nach dem Anhalten nimmt `{1}` nichts mehr an, lässt Laufendes in seiner Frist enden und gibt den Rest zurück.',
  'Work a job off': 'Einen Auftrag abarbeiten',
}
