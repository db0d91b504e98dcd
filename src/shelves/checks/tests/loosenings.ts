import type { RepoPath } from '../../../base/repo-path.ts'
import type { CheckRequest } from '../../../ports/check.ts'
import { isInTests, isPython } from '../looking.ts'
import {
  type Loosening,
  lineOfKey,
  matchingLines,
  otherSettings,
  table,
  texts,
  toolTable,
  unreadable,
} from '../loosened.ts'
import { measures } from './command.ts'

/** Options that leave tests out, or that bring in other settings. Short flags without a value may stand before `-k`. */
const hidingOption =
  /^(?:-[qvslh]*[kmcox].*|--(?:ignore|ignore-glob|deselect|collect-only|co|lf|last-failed|sw|stepwise|stepwise-skip|exitfirst|maxfail|no-cov|cov-config|config-file|rootdir|override-ini|confcutdir|noconftest)(?:=.*)?)$/

const hidingSettings = ['python_files', 'python_classes', 'python_functions', 'norecursedirs', 'collect_ignore']

/** Folders of `pythonpath` that hold nothing but the repository's own package, as it lies. */
const ownFolders = ['.', 'src']

const isForeign = (pythonpath: unknown): boolean =>
  texts(pythonpath)
    .flatMap(each => each.split(/\s+/))
    .some(each => !ownFolders.includes(each.replace(/^\.\/(?=.)|\/+$/g, '')))

const coverageSettings: Readonly<Record<string, readonly string[]>> = {
  run: ['omit', 'include', 'plugins'],
  report: ['omit', 'include', 'exclude_lines', 'exclude_also', 'partial_branches', 'partial_also'],
  json: ['omit', 'include'],
}

/** Tests that lie in the package are no code that tests should cover: counted, they would only make the figure better. */
const leavesTestsOut = (key: string, value: unknown): boolean =>
  key === 'omit' && texts(value).length > 0 && texts(value).every(each => each === '*/test_*.py')

/** Quotes within a text can stand anywhere in an option; without them nothing that hides is missed. */
const options = (addopts: unknown): readonly string[] =>
  texts(addopts).flatMap(each => (Array.isArray(addopts) ? [each] : each.replaceAll(/["'\\]/g, '').split(/\s+/)))

const settings = (request: CheckRequest): readonly Loosening[] => {
  const found = toolTable(request)
  if (found === undefined) return []
  const { path, text, tool } = found
  if (tool === undefined) return [unreadable(path)]
  const at = (header: string, key: string): { readonly path: RepoPath; readonly line?: number } => {
    const line = lineOfKey(text, header, key)
    return { path, ...(line !== undefined && { line }) }
  }
  const pytest = table(tool['pytest'])
  // pytest 9 reads its settings from [tool.pytest] too.
  const tables = [['tool.pytest', pytest] as const, ['tool.pytest.ini_options', table(pytest['ini_options'])] as const]
  const coverage = table(tool['coverage'])
  return [
    ...tables.flatMap(([header, each]) => [
      ...options(each['addopts'])
        .filter(option => hidingOption.test(option))
        .map(option => ({
          ...at(header, 'addopts'),
          message: `\`${option}\` in addopts can leave tests, or what they cover, out.`,
          fix: 'Remove it; give such an option on the command line when it is wanted for one run.',
        })),
      ...hidingSettings
        .filter(key => key in each)
        .map(key => ({
          ...at(header, key),
          message: `\`${key}\` can leave tests out that pytest would run.`,
          fix: `Remove \`${key}\` and name the tests as pytest expects them.`,
        })),
      ...(isForeign(each['pythonpath'] ?? [])
        ? [
            {
              ...at(header, 'pythonpath'),
              message: '`pythonpath` can put other code in the place of what the tests should prove.',
              fix: 'Name no folder there but `src`; the tests import the package as it is installed.',
            },
          ]
        : []),
    ]),
    ...Object.entries(coverageSettings).flatMap(([name, keys]) =>
      keys
        .filter(key => key in table(coverage[name]) && !leavesTestsOut(key, table(coverage[name])[key]))
        .map(key => ({
          ...at(`tool.coverage.${name}`, key),
          message: `\`${key}\` in [tool.coverage.${name}] leaves code out of what coverage counts.`,
          fix: `Remove \`${key}\` and test that code.`,
        })),
    ),
  ]
}

const pragma = /#\s*pragma[:\s]?\s*no\s*(?:cover|branch)/i

/** Every place where the request's files leave tests, or code that they should cover, out. */
export const looseningsOfTests = (request: CheckRequest): readonly Loosening[] => [
  ...settings(request),
  ...otherSettings(request, 'pytest', {
    'pytest.ini': true,
    '.pytest.ini': true,
    'pytest.toml': true,
    '.pytest.toml': true,
    'tox.ini': /^\s*\[pytest\]/m,
    'setup.cfg': /^\s*\[tool:pytest\]/m,
  }),
  ...otherSettings(request, 'coverage', {
    '.coveragerc': true,
    '.coveragerc.toml': true,
    'tox.ini': /^\s*\[coverage:\w+\]/m,
    'setup.cfg': /^\s*\[coverage:\w+\]/m,
  }),
  ...(measures(request)
    ? matchingLines(request, path => isPython(path) && !isInTests(path), pragma).map(place => ({
        ...place,
        message: 'This comment leaves code out of what coverage counts.',
        fix: 'Remove the comment and test that code.',
      }))
    : []),
]
