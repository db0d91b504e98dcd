/** Names that say: what I hold is secret. The words are whole parts of a name: `api_key`, `dbPassword`, but not `tokenizer`. */
const words =
  /(?:^|[_\W])(?:\w*passw(?:or)?d|passphrase|pass|pwd|secret|token|(?:api|access|private|secret|signing|encryption)_?key|auth(?:orization)?|credential|bearer|client_?secret)s?(?:$|[_\W])/

const snake = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/** Endings by which a name speaks about a secret and does not hold one. */
const abouts =
  /(?:^|[_\W])(?:prefix|suffix|type|types|name|names|field|fields|header|headers|key_?id|url|uri|path|file|filename|pattern|regex|format|length|len|size|ttl|expiry|expires|algorithm|alg|scheme|scopes?|kind|label|prompt|help|message|msg|error|param|parameter|env|env_?var|variable|column|endpoint|hint|description|policy|placeholder|mechanism|source|method|mode|provider|backend|class|server|host|status|version|style|strategy|realm|domain|model|view|handler|service|callback|event|action|count|limit|budget|usage|index|id)$/

/** Whether a name says that it holds a secret. */
export const namesASecret = (name: string): boolean => words.test(snake(name)) && !abouts.test(snake(name))

/** Words that stand where a secret will be. */
const placeholders =
  /^(?:change[-_ ]?me.*|replace[-_ ]?me.*|your[-_ ].*|my[-_ ].*|x{3,}|\*{3,}|\.{3,}|-+|example.*|sample.*|dummy.*|fake.*|test(?:ing)?[-_ ]?.*|placeholder.*|todo|tbd|none|null|nil|undefined|true|false|secret|password|passwd|token|bearer|basic|redacted.*|insert[-_ ].*|set[-_ ].*|foo.*|bar.*|<.*>|\{[A-Za-z_]*\}|\$?\{\{.*\}\}|\$\{[A-Za-z_.]+(?:\d{1,2}[A-Za-z_.]*)?\}|%\(\w+\)[sd]?|)$/i
/** `$NAME`: capitals, as variables of the environment are written. */
const variable = /^\$[A-Z_]+(?:\d{1,2}_?[A-Z_]*)?$/

/** Words that pages of documentation put into what looks like one; rows of digits and letters that nobody's generator makes. */
const spoken =
  /example|changeme|placeholder|redacted|not[-_ ]?a[-_ ]?(?:real[-_ ]?)?secret|(?:^|[-_ ])your(?:[-_ ]|[A-Z]|$)|^your|(?:goes|is|it)[-_ ]here$|[-_]here$|x{6,}|0{8,}|12345678|abcdefgh|(?:\.{3}|…)$|^[[{<][a-z]+(?:[-_ ][a-z]+)*[\]}>]$/i
/** What is said of a longer value is said at its beginning; lines made to be slow are long. */
const longest = 200
const numbered = /^(?:pass(?:word|wd)?|secret|token|key|admin|user|root|test|demo|my)[-_]?\d{1,6}[!?]?$/i

/** Whether a value only stands for one. */
export const isPlaceholder = (value: string): boolean =>
  placeholders.test(value.trim()) ||
  variable.test(value.trim()) ||
  spoken.test(value.slice(0, longest)) ||
  numbered.test(value) ||
  new Set(value).size <= 3

/** Bits of information in each character. */
export const entropyOf = (value: string): number => {
  const counts = new Map<string, number>()
  for (const each of value) counts.set(each, (counts.get(each) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts.values()].reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0)
}

const revisions = new Set(['revision', 'down_revision'])
const fixtures =
  /(?:^|\/)(?:tests?|testing|fixtures|testdata|cassettes)\/|(?:^|\/)(?:conftest|test_[^/]*|[^/]*_test)\.py$/

/** Whether a path is one where made-up secrets belong. */
export const isFixturePath = (path: string): boolean => fixtures.test(path)

/**
 * Whether a literal only looks like a secret to a scanner. The name that it is given to or compared with and the literal
 * decide, and nothing else of the line: a comment beside them must not speak for them.
 */
export const isKnownNoise = (name: string, value: string | undefined): boolean =>
  abouts.test(snake(name)) || revisions.has(name) || (value !== undefined && isPlaceholder(value))

/** A lock file is full of hashes that look like secrets, and the manager writes it. Only the ones at the top are a manager's. */
export const isLockFile = (path: string): boolean => /^(?:uv\.lock|poetry\.lock|pdm\.lock|pylock\.toml)$/.test(path)
