import { isSecretValue, isSecretWord } from './value.ts'

/** A name that is given a value, and where that begins. */
export interface Given {
  readonly name: string
  readonly column: number
  readonly secret: boolean
}

/** A name, a sign of assignment, and a quoted value: in Python, TOML, JSON, YAML, and inside a comment. */
const quotedValue =
  /["']?([A-Za-z_][\w.-]*)["']?\]?\s*(?::[\w.[\]|\s]*)?(?:=|:)\s*(?:[bru]{0,2})(["'])((?:(?!\2)[^\\]|\\.)*)\2/gi
/** A name and a bare value that takes the rest of the line: in YAML and `.env` files. */
const bareValue = /^\s*(?:#\s*)?(?:export\s+)?(?:-\s*)?([A-Za-z_][\w.-]*)\s*[:=]\s*([^\s"'#][^\s"']*)\s*(?:#.*)?$/
/** A name and a word anywhere in a line, such as a header or a command that a page shows. */
const bareWord = /([A-Za-z_][\w.-]{0,80})\s{0,9}[:=]\s{0,9}(?:(?:Bearer|Basic|Token)\s{1,9})?([^\s"'`<>|,;]+)/gi

const bareFiles = /(?:^|\/)\.(?:env[^/]*|pypirc|npmrc|netrc|pgpass)$|\.(?:env|ya?ml|ini|cfg|conf|properties)$/
/** Where a bare word is a word, and not the name of something that code defines. */
const wordFiles =
  /(?:^|\/)\.(?:env[^/]*|pypirc|npmrc|netrc|pgpass)$|\.(?:env|ini|cfg|conf|properties|md|markdown|rst|txt)$/

/** The patterns look ahead and back: on one long line they would take for ever, so that it is read in parts that overlap. */
const part = 4000
const overlap = 500

const partsOf = (line: string): readonly { readonly at: number; readonly text: string }[] =>
  Array.from({ length: Math.max(1, Math.ceil((line.length - overlap) / (part - overlap))) }, (_, index) => {
    const at = index * (part - overlap)
    return { at, text: line.slice(at, at + part) }
  })

/** Every name in a line that is given a value, by the ways in which the file's kind gives one. */
export const givenIn = (line: string, path: string): readonly Given[] => {
  const everywhere = (pattern: RegExp, read: (found: RegExpExecArray) => boolean) =>
    partsOf(line).flatMap(({ at, text }) =>
      [...text.matchAll(pattern)].map(found => ({
        name: found[1] ?? '',
        column: at + found.index + 1,
        secret: read(found),
      })),
    )
  const bare = bareFiles.test(path) ? bareValue.exec(line.slice(0, part)) : null
  return [
    ...everywhere(quotedValue, found => isSecretValue(found[3] ?? '')),
    ...(bare === null
      ? []
      : [{ name: bare[1] ?? '', column: 1 + line.search(/\S/), secret: isSecretValue(bare[2] ?? '') }]),
    ...(wordFiles.test(path) ? everywhere(bareWord, found => isSecretWord(found[2] ?? '')) : []),
  ]
}
