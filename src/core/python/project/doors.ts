import { parse } from 'smol-toml'
import { z } from 'zod'
import type { FileFacts, RuleProject } from '../../../ports/rule.ts'
import { isBesideProgram } from '../program-file.ts'
import type { ProjectNames } from './names.ts'

const table = z.record(z.string(), z.unknown()).catch({})
const manifest = z
  .looseObject({
    project: z
      .looseObject({
        scripts: table.optional(),
        'gui-scripts': table.optional(),
        'entry-points': z.record(z.string(), table).catch({}).optional(),
      })
      .optional()
      .catch(undefined),
    tool: z
      .looseObject({
        poetry: z
          .looseObject({ scripts: table.optional(), plugins: z.record(z.string(), table).catch({}).optional() })
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
  })
  .catch({})

/** `shop.cli:main [extra]` → `shop.cli`. */
const moduleIn = (value: unknown): readonly string[] => {
  const text = typeof value === 'string' ? value : undefined
  const module = text === undefined ? undefined : /^\s*([\w.]+)\s*(?::|$)/.exec(text)?.[1]
  return module === undefined ? [] : [module]
}

/** The modules that a project's `pyproject.toml` names as ways in: commands and plug-ins. */
export const declaredDoors = (project: Pick<RuleProject, 'text'>): readonly string[] => {
  const text = project.text('pyproject.toml')
  if (text === undefined) return []
  let read: z.infer<typeof manifest>
  try {
    read = manifest.parse(parse(text))
  } catch {
    // A manifest that cannot be read is for whoever checks manifests.
    return []
  }
  const { project: own, tool } = read
  const tables = [
    own?.scripts,
    own?.['gui-scripts'],
    ...Object.values(own?.['entry-points'] ?? {}),
    tool?.poetry?.scripts,
    ...Object.values(tool?.poetry?.plugins ?? {}),
  ]
  return tables.flatMap(each => Object.values(each ?? {})).flatMap(moduleIn)
}

/** Files that a server, a worker, a tool or a person starts by their place. */
const byPlace =
  /(?:^|\/)(?:__main__|main|app|asgi|wsgi|manage|celery|celeryconfig|worker|gunicorn[^/]*|conftest|settings|cli)\.py$/

/** What reads the tree by itself: frameworks that import by where a file lies. */
const byFramework =
  /(?:^|\/)(?:migrations|alembic|versions|management\/commands|templatetags|plugins?|hooks)\/|(?:^|\/)(?:admin|apps|models|signals|urls|tasks|translation)\.py$/

/** A file that is reached without an import: declared, started by its place, run by itself, or loaded by a framework. */
export const isDoor = (
  { path, collected }: Pick<FileFacts, 'path'> & { readonly collected: { readonly runs: boolean } },
  declared: ReadonlySet<string>,
  names: Pick<ProjectNames, 'moduleOf'>,
): boolean => collected.runs || byPlace.test(path) || byFramework.test(path) || declared.has(names.moduleOf(path) ?? '')

/** Whether a file is a part of the program that should be reached. */
export const isOfProgram = (path: string): boolean => path.endsWith('.py') && !isBesideProgram(path)
