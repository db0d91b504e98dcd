/** What code that awaits is called where nothing awaits; the longest first where one begins like another. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\ban `async (?=with\b)/g, 'a `'],
  [/\basync (?=def\b|with\b|for\b)/g, ''],
  [/\bawait (?=[A-Za-z_(])/g, ''],
  [/\bAwaitable\[(\w+)\]/g, '$1'],
  [/\basyncio\.sleep\b/g, 'time.sleep'],
  [/\basyncio\.run\((.*)\)$/g, '$1'],
  [/\b__a(enter|exit|iter|next)__\b/g, '__$1__'],
  [/\bAsync(?=[A-Z])/g, ''],
  [/\basync(?=contextmanager\b)/g, ''],
  [/\ba(?=(?:close|closing|iter_bytes)\b)/g, ''],
]

/**
 * A line of a template as it is where nothing awaits. The two differ in words alone, so one text serves both; whatever differs
 * in more than words stands in a region of the template.
 */
export const withoutAwaiting = (line: string): string =>
  words.reduce((text, [pattern, plain]) => text.replace(pattern, plain), line)
