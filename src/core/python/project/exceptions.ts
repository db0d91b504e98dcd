import { z } from 'zod'
import type { FileFacts } from '../../../ports/rule.ts'
import { isBuiltinException } from '../builtin-exceptions.ts'
import { field, parts } from '../nodes.ts'
import { basesOf } from '../source/classes.ts'
import type { Source } from '../source/source.ts'
import { projectNames } from './names.ts'

const classSchema = z.object({
  name: z.string(),
  bases: z.array(z.string()),
  attributes: z.array(z.string()),
  line: z.number(),
  column: z.number(),
})

/** A class at the top level of a file that may be an exception. */
export type ErrorClass = z.infer<typeof classSchema> & { readonly path: string }

/** Classes of a file that have a base, as plain data. */
export const exceptionClassesIn = (source: Source): unknown => {
  // A hierarchy of errors has these words somewhere in its names.
  if (!/Error|Exception/.test(source.text)) return undefined
  const classes = source.root.descendantsOfType('class_definition').flatMap(node => {
    if (node === null || source.scopeAt(node.startIndex).kind !== 'module') return []
    const [name, bases, body] = [field(node, 'name'), basesOf(source, node), field(node, 'body')]
    if (name === undefined || bases.length === 0) return []
    const attributes = (body === undefined ? [] : parts(body)).flatMap(each => {
      const assignment = each.type === 'expression_statement' ? parts(each)[0] : undefined
      return assignment?.type === 'assignment' ? [field(assignment, 'left')?.text ?? ''] : []
    })
    return [
      {
        name: name.text,
        bases: [...bases],
        attributes,
        line: name.startPosition.row + 1,
        column: name.startPosition.column + 1,
      },
    ]
  })
  return classes.length === 0 ? undefined : classes
}

/** The errors of one package that has a root named after it. */
export interface ErrorTree {
  readonly root: ErrorClass
  /** Derived from the root. */
  readonly members: readonly ErrorClass[]
  /** Derived from built-in exceptions alone, past the root. */
  readonly strays: readonly ErrorClass[]
}

/** Where a package keeps the errors of the whole of it. */
const home = /^[^.]+(?:\.(?:core|common|base|utils?))?(?:\._?(?:core|common|base|errors?|exceptions?|exc))?$/

/** How a package's root is called: `my_shop` has `MyShopError` or `MyShopException`, however it is capitalised. */
const isRootOf = (name: string, module: string): boolean => {
  if (!home.test(module.slice(0, module.lastIndexOf('.')))) return false
  const own = (module.split('.')[0] ?? '').replaceAll('_', '').toLowerCase()
  const lower = name.toLowerCase()
  return lower.includes(own) && /^(?:base)?(?:error|exception)$/.test(lower.replace(own, ''))
}

/** The hierarchies of errors in a project, one for each package that has a root of its own name. */
export const exceptionTree = (files: readonly FileFacts[]): readonly ErrorTree[] => {
  const names = projectNames(files)
  const known = new Map<string, ErrorClass>()
  for (const { path, collected } of files) {
    const module = names.moduleOf(path)
    if (module === undefined || collected === undefined) continue
    for (const each of z.array(classSchema).parse(collected)) known.set(`${module}.${each.name}`, { ...each, path })
  }
  const reaches = (name: string, goal: string, seen: ReadonlySet<string> = new Set()): boolean => {
    const each = seen.has(name) ? undefined : known.get(name)
    if (each === undefined) return false
    return each.bases.some(base => {
      const full = names.canonical(base)
      return full === goal || reaches(full, goal, new Set([...seen, name]))
    })
  }
  const all = [...known]
  const roots = all.filter(
    ([name, each]) => isRootOf(each.name, name) && each.bases.every(isBuiltinException) && name.includes('.'),
  )
  return [...Map.groupBy(roots, ([name]) => name.split('.')[0])].flatMap(([own, [first, another]]) => {
    if (first === undefined || another !== undefined) return []
    const [goal, root] = first
    const inside = all.filter(([name]) => name.split('.')[0] === own && name !== goal)
    return [
      {
        root,
        members: inside.filter(([name]) => reaches(name, goal)).map(([, each]) => each),
        strays: inside.filter(([, each]) => each.bases.every(isBuiltinException)).map(([, each]) => each),
      },
    ]
  })
}
