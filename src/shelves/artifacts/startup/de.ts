/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'One process serves a database at a time: a second one says so and ends, and a lock outlives nobody.':
    'Eine Datenbank bedient immer nur ein Prozess: Ein zweiter sagt es und endet, und keine Sperre überlebt ihren Prozess.',
}
