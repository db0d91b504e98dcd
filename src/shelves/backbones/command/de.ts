/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  '`{1}` turns its command line into a `{2}`, refuses what does not fit, and reports the request as it understood it; what else it does with one is up to a single pure function, `{3}`.':
    '`{1}` macht aus seiner Befehlszeile ein `{2}`, weist zurück, was nicht passt, und meldet die Anfrage, wie sie verstanden wurde; was sonst damit geschieht, entscheidet eine einzige reine Funktion, `{3}`.',
}
