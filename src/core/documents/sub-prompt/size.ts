/** How large a text is. */
export interface Size {
  readonly characters: number
  /** An estimate, on the safe side: every model counts in its own way, and none is asked. */
  readonly tokens: number
}

/** Characters of ASCII that are taken for one token: code has about as many, English prose more. */
const perToken = 3.5

/** The size of a text. What is not ASCII counts a token for each character, as in scripts where models need that many. */
export const sizeOf = (text: string): Size => {
  const characters = Array.from(text)
  const plain = characters.filter(each => (each.codePointAt(0) ?? 0) < 128).length
  return { characters: characters.length, tokens: Math.ceil(plain / perToken + (characters.length - plain)) }
}

/** The size in words, with how its tokens were counted. */
export const sizeWords = ({ characters, tokens }: Size): string =>
  `${characters} characters, about ${tokens} tokens (an estimate: ${perToken} characters of ASCII, or one other, to a token)`
