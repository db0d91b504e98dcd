/** Names in a sentence: all of them up to `most`, else the first ones and how many more there are (`a, b and 3 more`). */
export const firstFew = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`
