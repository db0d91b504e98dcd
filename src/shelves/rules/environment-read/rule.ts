import { isOfProgram, isSettings } from '../../../core/python/file-role.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const readers: ReadonlySet<string> = new Set(['os.getenv', 'os.environ.get'])

/** What the system, a tool or a platform sets for everybody: no setting of the project. */
const ofOthers =
  /^(?:PATH|HOME|USER(?:NAME|PROFILE)?|LOGNAME|SHELL|PWD|TERM|COLORTERM|COLUMNS|LINES|DISPLAY|EDITOR|VISUAL|PAGER|BROWSER|LANG(?:UAGE)?|LC_\w+|TZ|TMP|TMPDIR|TEMP|CI|NO_COLOR|FORCE_COLOR|HOSTNAME|COMPUTERNAME|APPDATA|LOCALAPPDATA|PROGRAM\w*|WINDIR|SYSTEMROOT|VIRTUAL_ENV|DYNO|RENDER|(?:AWS_LAMBDA|FLY|GAE|HEROKU|K|RAILWAY|RENDER|VERCEL|XDG|CONDA|PYTEST|KUBERNETES|GITHUB|SSH|DJANGO|JUPYTER|COVERAGE)_\w+|PYTHON\w*)$/i

const marksSettings = /environ|getenv|BaseSettings|decouple/

interface Collected {
  readonly sets: boolean
  readonly hits: readonly RuleHit[]
}

const hitAt = (source: Source, node: SyntaxNode, name: SyntaxNode | undefined, how: string): readonly RuleHit[] =>
  ofOthers.test(source.constant(name) ?? '')
    ? []
    : [at(node, `${how} here, not in the settings.`, { symbol: source.symbolAt(node) ?? '' })]

const readsIn = (source: Source): readonly RuleHit[] =>
  source.root.descendantsOfType(['call', 'subscript']).flatMap((node): readonly RuleHit[] => {
    if (node === null) return []
    if (node.type === 'call') {
      if (!/(?:getenv|\.get)$/.test(field(node, 'function')?.text ?? '')) return []
      const called = source.callee(node)
      return called !== undefined && readers.has(called)
        ? hitAt(source, node, positional(node)[0], `\`${called}\` reads the environment`)
        : []
    }
    const isTarget = node.parent?.childForFieldName('left')?.id === node.id || node.parent?.type === 'delete_statement'
    return !isTarget && source.nameOf(field(node, 'value')) === 'os.environ'
      ? hitAt(source, node, parts(node)[1], '`os.environ` is read')
      : []
  })

const collect = (source: Source): Collected | undefined => {
  if (!marksSettings.test(source.text)) return undefined
  if (isSettings(source.path)) return { sets: true, hits: [] }
  const hits = /environ|getenv/.test(source.text) ? readsIn(source) : []
  return hits.length === 0 ? undefined : { sets: false, hits }
}

export default rule({
  id: 'environment-read',
  pack: 'settings',
  allows: 'allow the environment to be read outside the settings',
  what: 'A module reads an environment variable, in a project whose settings have a module of their own.',
  why: 'What can be set is then written nowhere in one place, is read at a moment that nobody chose, and a misspelt variable is silently its default.',
  fix: 'Read it once, in the settings module, with its type and default, and hand the value on. What the system or a tool sets for everybody (`HOME`, `CI`, `NO_COLOR`) is no setting.',
  bad: 'import os\n\nTIMEOUT = int(os.environ["APP_TIMEOUT"])\n',
  good: 'from app.settings import settings\n\nTIMEOUT = settings.timeout\n',
  beside: { 'src/app/settings.py': 'import os\n\nHOST = os.environ["APP_HOST"]\n' },
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 2 },
  files: isOfProgram,
  look: {
    by: 'project',
    collect,
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      return read.some(each => each.sets) ? read.flatMap(({ path, hits }) => hits.map(hit => ({ ...hit, path }))) : []
    },
  },
})
