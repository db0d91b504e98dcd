import { ownPath, type RepoPath, repoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import type { ApiChange } from '../../../core/python/api/change.ts'
import { compareApis } from '../../../core/python/api/compare-apis.ts'
import { isPublicModule } from '../../../core/python/api/public-api.ts'
import { sentenceOf } from '../../../core/python/api/sentence.ts'
import { moduleOf } from '../../../core/python/modules.ts'
import { type CheckRequest, check, type EmbeddedTools } from '../../../ports/check.ts'
import { doesNotParse, readSyntax } from '../broken.ts'
import { isPython, nothingToCheck, outcome } from '../looking.ts'
import { namesIn } from '../names-in.ts'
import { pages } from './pages.ts'

/** A definition may hang on the system: what breaks on one of these breaks. */
const platforms = ['linux', 'darwin', 'win32']

const severities = { high: 'high', medium: 'medium', low: 'low' } as const

/** The finding lies where the thing is; of what is gone, where it was, if that file is still there, or else at what configures the project. */
const placeOf = ({ old, new: now }: ApiChange, files: CheckRequest['files']): { path: RepoPath; line?: number } => {
  const path = now && repoPath(now.path)
  if (now && typeof path === 'string' && files.has(path)) return { path, line: now.line }
  const former = old && repoPath(old.path)
  return { path: typeof former === 'string' && files.has(former) ? former : ownPath('pyproject.toml') }
}

const findingOf = (change: ApiChange, files: CheckRequest['files']): Unnamed => ({
  check: 'api-diff',
  rule: change.kind,
  ...placeOf(change, files),
  symbol: change.symbol,
  message: sentenceOf(change),
  severity: severities[change.confidence],
  confidence: change.confidence,
  why: pages[change.kind].why,
  fix: change.fix,
})

const withoutTwins = (changes: readonly ApiChange[]): readonly ApiChange[] => [
  ...new Map(changes.map(each => [`${each.symbol} ${each.kind} ${each.says}`, each])).values(),
]

const changesOf = (
  { files, project }: CheckRequest,
  base: NonNullable<CheckRequest['base']>,
  { grammar }: EmbeddedTools,
): readonly ApiChange[] =>
  withoutTwins(
    platforms.flatMap(platform => {
      const target = { python: project.python, platform }
      return compareApis(namesIn(base.files, grammar, target), namesIn(files, grammar, target))
    }),
  )

export default check({
  id: 'api-diff',
  title: 'Public API',
  what: 'What users of the project rely on is still there: held against a base revision, nothing public is gone or must be called otherwise.',
  explains: rule => {
    const page = Object.entries(pages).find(([kind]) => kind === rule)?.[1]
    return (
      page && [
        ['Finds', page.what],
        ['Why', page.why],
      ]
    )
  },
  order: 9,
  faults: ({ package: name, planted }) => [
    {
      is: 'a public function that lost a parameter',
      files: { [`src/${name}/${planted}.py`]: 'def go() -> int:\n    return 1\n' },
      base: { [`src/${name}/${planted}.py`]: 'def go(times: int) -> int:\n    return times\n' },
    },
  ],
  compares: true,
  inputs: isPython,
  appliesTo: path => {
    const name = moduleOf(path)
    return isPython(path) && name !== undefined && isPublicModule({ name, path })
      ? true
      : 'no module that others import'
  },
  inside: {
    when: 'always',
    inspect: (request, tools) => {
      const { base, files } = request
      if (!base) return nothingToCheck('no base revision was named')
      if (files.size === 0 && base.files.size === 0) return nothingToCheck('no Python file')
      const broken = [...files].flatMap(([path, text]) => {
        const name = moduleOf(path)
        if (name === undefined || !isPublicModule({ name, path })) return []
        return doesNotParse('api-diff', { path, text }, readSyntax(text, tools, request.project.python)) ?? []
      })
      if (broken.length > 0) return outcome(broken, request, { files: files.size })
      const changes = changesOf(request, base, tools)
      const count = (effect: ApiChange['effect']) => changes.filter(each => each.effect === effect).length
      const breaking = changes.filter(each => each.effect === 'breaking')
      return outcome(
        breaking.map(each => findingOf(each, files)),
        request,
        {
          files: files.size,
          breaking: count('breaking'),
          additive: count('additive'),
          internal: count('internal'),
        },
      )
    },
  },
})
