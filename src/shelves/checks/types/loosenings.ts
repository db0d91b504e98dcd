import type { CheckRequest } from '../../../ports/check.ts'
import { isPython } from '../looking.ts'
import {
  type Loosening,
  lineOfKey,
  matchingLines,
  otherSettings,
  type Table,
  table,
  texts,
  toolTable,
  unreadable,
} from '../loosened.ts'

/** Settings that hide no error whatever they say, or that the command line decides. */
const harmless =
  /^(?:python_version|python_executable|mypy_path|explicit_package_bases|namespace_packages|files|packages|modules|enable_error_code|cache_dir|incremental|sqlite_cache|skip_cache_mtime_checks|cache_fine_grained|pretty|show_\w+|color_output|error_summary|hide_error_codes|verbosity|local_partial_types|follow_untyped_imports|junit_\w+|\w+_report|output|module)$/

/** Settings that only tighten when they are on. */
const tightening =
  /^(?:strict|strict_\w+|warn_\w+|disallow_\w+|no_implicit_\w+|check_untyped_defs|extra_checks|implicit_reexport)$/

const isTight = (key: string, value: unknown): boolean =>
  harmless.test(key) || (tightening.test(key) && value === (key !== 'implicit_reexport'))

/** A plug-in sees every error; one that lies in the repository is written by whoever is judged. */
const isOwnPlugin = (name: string, request: CheckRequest): boolean => {
  const module = (name.split(':')[0] ?? '').split('.')[0] ?? ''
  return (
    /\.py(?::|$)|[\\/]/.test(name) ||
    request.tree.some(path =>
      [`${module}.py`, `${module}/`, `src/${module}.py`, `src/${module}/`].some(each => path.startsWith(each)),
    )
  )
}

/** Libraries without types are a fact; the project's own modules, or all, are not. */
const isOthers = (modules: readonly string[], request: CheckRequest): boolean =>
  modules.length > 0 &&
  modules.every(each => {
    const [top = ''] = each.split('.')
    return (
      !top.includes('*') &&
      top !== request.project.package &&
      !request.tree.some(path => path.startsWith(`${top}/`) || path.startsWith(`src/${top}/`) || path === `${top}.py`)
    )
  })

const settings = (request: CheckRequest): readonly Loosening[] => {
  const found = toolTable(request)
  if (found === undefined) return []
  const { path, text, tool } = found
  if (tool === undefined) return [unreadable(path)]
  const at = (header: string, key: string) => {
    const line = lineOfKey(text, header, key)
    return { path, ...(line !== undefined && { line }) }
  }
  const { overrides, plugins, ...own } = table(tool['mypy'])
  const told = (where: string, key: string): Loosening => ({
    ...at(where.startsWith('the overrides') ? 'tool.mypy.overrides' : 'tool.mypy', key),
    message: `\`${key}\` in ${where} can hide errors from mypy.`,
    fix: `Remove \`${key}\`; where one line must differ, write \`# type: ignore[code]\` at that line.`,
  })
  const perModule = (Array.isArray(overrides) ? overrides : []).map(table).flatMap((each: Table) => {
    const modules = texts(each['module'])
    return Object.entries(each)
      .filter(
        ([key, value]) => !isTight(key, value) && !(key === 'ignore_missing_imports' && isOthers(modules, request)),
      )
      .map(([key]) => told(`the overrides for ${modules.join(', ')}`, key))
  })
  return [
    ...Object.entries(own)
      .filter(([key, value]) => !isTight(key, value))
      .map(([key]) => told('[tool.mypy]', key)),
    ...perModule,
    ...(texts(plugins).some(each => isOwnPlugin(each, request)) ? [told('[tool.mypy]', 'plugins')] : []),
  ]
}

const section = /^\s*\[mypy(?:-[^\]]*)?\]/m

/** A stub is read in place of the module beside it. */
const shadowed = (request: CheckRequest): readonly Loosening[] => {
  const tree = new Set<string>(request.tree)
  return request.tree
    .filter(path => path.endsWith('.pyi') && tree.has(path.slice(0, -1)))
    .map(path => ({
      path,
      line: 1,
      message: `mypy reads this stub in place of ${path.slice(0, -1)}, whose code is then not looked at.`,
      fix: 'Write the annotations into the module and remove the stub.',
    }))
}

const comments: readonly (readonly [RegExp, message: string, fix: string])[] = [
  [
    /^\s*#\s*mypy\s*:/,
    'This comment sets mypy’s options for the whole file.',
    'Remove it; where one line must differ, write `# type: ignore[code]` at that line.',
  ],
  [
    /^\s*#\s*type:\s*ignore\b/,
    'On a line of its own, this comment can silence mypy for the whole file.',
    'Write `# type: ignore[code]` at the end of the one line that needs it.',
  ],
  [
    /\bno_type_check(?:_decorator)?\b/,
    'What `no_type_check` decorates is not looked at by mypy.',
    'Remove it and annotate the code.',
  ],
]

/** Every place where the request's files loosen mypy. */
export const looseningsOfTypes = (request: CheckRequest): readonly Loosening[] => [
  ...settings(request),
  ...otherSettings(request, 'mypy', { 'mypy.ini': section, '.mypy.ini': section, 'setup.cfg': section }),
  ...shadowed(request),
  ...comments.flatMap(([pattern, message, fix]) =>
    matchingLines(request, isPython, pattern).map(place => ({ ...place, message, fix })),
  ),
]
