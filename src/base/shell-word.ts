/**
 * A text as one word of a POSIX shell, for commands that a person copies: a folder may be called anything, and nothing of its name
 * may be run.
 */
export const shellWord = (text: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  // Line ends and the like cannot be seen in single quotes.
  if (/\p{Cc}/u.test(text))
    return `$'${text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(/\p{Cc}/gu, each => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
