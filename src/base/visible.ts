// Characters that move the cursor, end a line, or turn the order of what is read around.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** A text as one line of visible characters: whatever steers a terminal or hides words becomes a space. */
export const oneLine = (text: string): string => text.toWellFormed().replace(unseen, ' ').trim()

/** The lines of a text, each visible as it is; indentation is kept, and empty lines at the end are not. */
export const visibleLines = (text: string): readonly string[] =>
  text
    .toWellFormed()
    .replaceAll('\t', '    ')
    .trimEnd()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line => line.replace(unseen, ' ').trimEnd())
