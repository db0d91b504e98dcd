import type { Reference } from '../../gates/ticks/tick.ts'

/** Endings by which a word is known to be a file, and not the end of a sentence or a dotted name. */
const endings =
  'py|pyi|pyx|md|rst|txt|toml|ya?ml|json|ini|cfg|sql|sh|html?|css|jsx?|tsx?|j2|lock|env|proto|graphql|csv|dockerfile|ipynb'

const file = new RegExp(String.raw`^(?:\./)?(?:[\w@.-]+/)*[\w@.-]*[\w@-]\.(?:${endings})(?::\d+(?:-\d+)?)?$`, 'i')
const folder = /^(?:\.\/)?(?:[\w@.-]+\/)+[\w@.-]*$/
const test = new RegExp(String.raw`^((?:\./)?(?:[\w@.-]+/)*[\w@.-]+\.py)::([\w:]+)(?:\[.*\])?$`)
const words = new RegExp(String.raw`(?:[\w@.-]+/)+[\w@.-]*[\w@-]\.(?:${endings})\b(?:::[\w:]+)?`, 'gi')

/** A name that people give to code: called, dotted, `CamelCase`, or `snake_case`. One plain word may be anything. */
const symbol = /^(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*(?:\((?:[\w\s,.=*:]{0,80})\))?$/
const isName = (text: string): boolean =>
  text.endsWith(')') ||
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(text) ||
  /^_*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$/.test(text) ||
  /^_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(text)

const clean = (path: string): string =>
  path
    .replace(/^\.\//, '')
    .replace(/:\d+(?:-\d+)?$/, '')
    .replace(/\/$/, '')

const one = (text: string, plain = false): Reference | undefined => {
  const named = test.exec(text)
  if (named !== null)
    return { kind: 'test', text, path: clean(named[1] ?? ''), name: (named[2] ?? '').replaceAll('::', '.') }
  if (file.test(text) || folder.test(text)) return { kind: 'path', text, path: clean(text) }
  if (!symbol.test(text) || !(plain || isName(text))) return undefined
  return { kind: 'symbol', text, name: text.replace(/\(.*$/, '') }
}

const isElsewhere = (text: string): boolean => /^[a-z][a-z0-9+.-]*:|^[/~#]|\.\.\//i.test(text)

/**
 * What a piece of an item names. In `code` it may be a path, a test or what looks like a name, as a `name` any word; in plain `words` only a path with a folder in it; a `link`
 * is a path unless it leads out of the repository.
 */
export const referencesIn = (text: string, how: 'code' | 'name' | 'words' | 'link'): readonly Reference[] => {
  if (how === 'words')
    return [...text.slice(0, 20_000).matchAll(words)].flatMap(found =>
      isElsewhere(text.slice(Math.max(0, found.index - 8), found.index + 1)) ? [] : (one(found[0]) ?? []),
    )
  const trimmed = text.trim()
  if (isElsewhere(trimmed) || trimmed.length > 300) return []
  if (how === 'link')
    return folder.test(trimmed) || file.test(trimmed) ? [{ kind: 'path', text: trimmed, path: clean(trimmed) }] : []
  return [one(trimmed, how === 'name') ?? []].flat()
}
