import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { keeping } from '../../base/keep.ts'
import { isRefusal } from '../../base/refusal.ts'
import { repoPath } from '../../base/repo-path.ts'
import { utf8Text } from '../../base/utf8.ts'
import { ticksIn } from '../../core/documents/ticks/ticks.ts'
import { type Ground, type Judged, judged } from '../../core/gates/ticks/judge.ts'
import type { Tick } from '../../core/gates/ticks/tick.ts'
import { type Done, doneOf } from '../../core/python/done.ts'
import { decodePython } from '../../core/python/encoding.ts'
import { importsOf } from '../../core/python/imports.ts'
import { placesOfImport } from '../../core/python/reached.ts'
import { type Chosen, chosenFiles } from '../linting/files.ts'
import { lookHere } from '../runs/here.ts'
import type { World } from '../world.ts'

/** What is asked. */
export interface ClaimsAsked {
  /** Check lists, absolute; none for every Markdown file of the project. */
  readonly paths: readonly string[]
  /** What is ticked since then must have changed something. */
  readonly base?: string
}

/** What came of holding what is marked as done against the tree. */
export interface ClaimsHeld {
  readonly root: string
  readonly lists: readonly string[]
  readonly judged: readonly Judged[]
}

interface Known extends Done {
  /** Where what it imports may lie. */
  readonly asks: ReadonlySet<string>
  /** It is run by itself: `if __name__ == "__main__"`. */
  readonly runs: boolean
}

const isPython = (path: string): boolean => /\.pyi?$/.test(path)
const isMarkdown = (path: string): boolean => /\.(?:md|mdx|markdown)$/i.test(path)
/** Texts in which a name proves that it is used: no prose, no lock files, no history of changes. */
const isCode = (path: string): boolean =>
  /\.(?:py|pyi|toml|ya?ml|json|cfg|ini|sql|sh|html|jinja2?|j2|txt|env|ipynb)$|(?:^|\/)(?:Dockerfile|Makefile|Procfile)$/.test(
    path,
  ) && !/(?:^|\/)(?:uv|poetry|pdm|package-lock|Pipfile)\.(?:lock|json)$/.test(path)
const isTest = (path: string): boolean => /(?:^|\/)tests?\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path)

/** Files that something outside of Python calls, by their names or their places. */
const called =
  /(?:^|\/)(?:__init__|__main__|conftest|setup|manage|wsgi|asgi|settings|noxfile|tasks|celery|env|gunicorn[^/]*|alembic[^/]*)\.py$|(?:^|\/)(?:scripts?|bin|tools|examples?|docs?|migrations|versions|management|benchmarks?|bench|templatetags)\//

const texts = async (world: World, { root, tree }: Chosen): Promise<ReadonlyMap<string, string>> => {
  const read = new Map<string, string>()
  const files = world.files.below(root)
  for (const path of tree) {
    if (!isPython(path) && !isMarkdown(path) && !isCode(path)) continue
    const bytes = await files.bytes(join(root, path)).catch(() => undefined)
    if (bytes === undefined || bytes.length > 2_000_000) continue
    const decoded = isPython(path) ? decodePython(bytes) : undefined
    const text = decoded === undefined ? utf8Text(bytes) : 'text' in decoded ? decoded.text : undefined
    if (text !== undefined) read.set(path, text)
  }
  return read
}

/** Everything that the items can be held against. */
const groundOf = async (world: World, tree: readonly string[], all: ReadonlyMap<string, string>): Promise<Ground> => {
  const { grammar } = await world.embedded()
  const known = keeping(20_000, (path: string): Known | undefined => {
    const text = all.get(path)
    if (text === undefined) return undefined
    return grammar.parsing(text, root => ({
      ...doneOf(root),
      asks: new Set(importsOf(root).flatMap(each => placesOfImport(path, each))),
      runs: /^if\s+__name__\s*==/m.test(text),
    }))
  })
  const sources = [...all.keys()].filter(isPython)
  const own = sources.filter(path => !isTest(path))
  const words = [...all].filter(([path]) => isCode(path))
  const settings = ['pyproject.toml', 'setup.cfg', 'setup.py'].flatMap(path => all.get(path) ?? []).join('\n')
  /** A library's users import what nothing in it imports; only where something is started must everything be reached. */
  const isStarted =
    /\[project\.(?:scripts|gui-scripts)\]|console_scripts|\[tool\.poetry\.scripts\]/.test(settings) ||
    own.some(path => path.endsWith('__main__.py'))
  let asked: ReadonlySet<string> | undefined
  /** Where the sources lie that some file of the program imports. */
  const imported = (): ReadonlySet<string> =>
    (asked ??= new Set(own.flatMap(path => [...(known(path)?.asks ?? [])].filter(each => each !== path))))
  return {
    paths: new Set(tree),
    module: known,
    defining: name =>
      sources.filter(path => {
        const defines = known(path)?.defines
        return (
          defines !== undefined &&
          (defines.has(name) || [...defines].some(each => each.endsWith(`.${name}`) || name.endsWith(`.${each}`)))
        )
      }),
    mentions: word => {
      const pattern = new RegExp(`(?<![A-Za-z0-9_])${word.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![A-Za-z0-9_])`)
      return words.some(([, text]) => text.includes(word) && pattern.test(text))
    },
    unwired: path => {
      const facts = known(path)
      if (facts === undefined || !isStarted || isTest(path) || called.test(path) || facts.runs || facts.functions === 0)
        return undefined
      const module = path
        .replace(/^src\//, '')
        .replace(/\.py$/, '')
        .replaceAll('/', '.')
      return imported().has(path) || settings.includes(module) ? undefined : `nothing but tests imports ${path}`
    },
  }
}

const sinceBase = async (
  world: World,
  root: string,
  base: string,
  all: ReadonlyMap<string, string>,
): Promise<NonNullable<Ground['since']>> => {
  const { files } = await world.history.filesAt(root, base, path => all.has(path))
  const before = new Set(
    [...files]
      .filter(([path]) => isMarkdown(path))
      .flatMap(([path, text]) => ticksIn(path, text).map(each => `${each.path} ${each.text}`)),
  )
  return {
    changed: new Set([...all].filter(([path, text]) => files.get(path as never) !== text).map(([path]) => path)),
    ticked: ({ path, text }: Tick) => before.has(`${path} ${text}`),
  }
}

/** The files of our own run that were accepted. */
const ownTicks = async (world: World): Promise<readonly Tick[]> => {
  const here = await lookHere(world)
  if (here === undefined || here.place.kind === 'draft') return []
  const { plan, tasks } = here.state
  return plan
    .filter(({ id }) => tasks[id]?.at === 'done')
    .map(({ id, path, purpose }) => ({
      path: '.trysquare',
      line: 1,
      text: `${id} ${path}: ${purpose}`,
      headings: [],
      wants: 'there',
      references: [{ kind: 'path', text: path, path }],
    }))
}

/**
 * Holds every item that is marked as done, in our own run and in the project's check lists, against its files, symbols, tests and wiring, and, with a base,
 * against what changed. Nothing is run. Errors: TSQ-CHECK-PATH, TSQ-NO-CHECKS where nothing is marked as done.
 */
export const holdClaims = async (world: World, { paths, base }: ClaimsAsked): Promise<ClaimsHeld> => {
  const chosen = await chosenFiles(world, paths, async () => [])
  const all = await texts(world, chosen)
  const lists = chosen.paths.filter(path => isMarkdown(path) && !isRefusal(repoPath(path)))
  const read =
    paths.length === 0 ? lists.filter(path => !/(?:^|\/)(?:CHANGELOG|CONTRIBUTING|\.github)/i.test(path)) : lists
  const ticks = [
    ...(paths.length === 0 ? await ownTicks(world) : []),
    ...read.flatMap(path => ticksIn(path, all.get(path) ?? '')),
  ]
  if (ticks.length === 0)
    throw new KnownError('TSQ-NO-CHECKS', { what: 'what is marked as done (`- [x] …` in Markdown)' })
  const ground = await groundOf(world, chosen.tree, all)
  const since = base === undefined ? undefined : await sinceBase(world, chosen.root, base, all)
  const whole: Ground = since === undefined ? ground : { ...ground, since }
  return {
    root: chosen.root,
    lists: [...new Set(ticks.map(each => each.path))],
    judged: ticks.map(each => judged(each, whole)),
  }
}
