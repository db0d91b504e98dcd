import { parse } from 'smol-toml'
import { z } from 'zod'
import { lowestWritten, minorsIn, pythonSpecifier } from '../../core/design/answers/python-range.ts'
import type { RuleProject } from '../../ports/rule.ts'

const poetry = z.looseObject({ dependencies: z.looseObject({ python: z.string().optional() }).optional() })
const manifest = z.looseObject({
  project: z.looseObject({ 'requires-python': z.string().optional() }).optional(),
  tool: z.looseObject({ poetry: poetry.optional() }).optional(),
})

/** The lowest Python that a project supports by its own words; the lowest that we know of where it says nothing that can be read. */
const lowestPython = (pyproject: string | undefined): string => {
  if (pyproject === undefined) return lowestWritten
  try {
    const { project, tool } = manifest.parse(parse(pyproject))
    const text = project?.['requires-python'] ?? tool?.poetry?.dependencies?.python
    const specifier =
      text === undefined ? undefined : pythonSpecifier(text.replace(/^\^/, '>=').replace(/^~(?!=)/, '~='))
    return (specifier === undefined ? undefined : minorsIn(specifier, 'all')[0]) ?? lowestWritten
  } catch {
    // A manifest that cannot be read is for whoever checks manifests; the rules do without it.
    return lowestWritten
  }
}

/** The packages of a tree: folders with an `__init__.py` at the top or in `src`. */
const packagesIn = (tree: readonly string[]): readonly string[] =>
  [...new Set(tree.flatMap(path => /^(?:src\/)?([^/]+)\/__init__\.pyi?$/.exec(path)?.[1] ?? []))].filter(
    name => name !== 'tests' && name !== 'test' && name !== 'docs',
  )

/** What rules may know of the project around a file. */
export const ruleProject = (tree: readonly string[], text: RuleProject['text']): RuleProject => ({
  python: lowestPython(text('pyproject.toml')),
  packages: packagesIn(tree),
  tree,
  text,
})
