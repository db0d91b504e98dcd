import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { ownPath, type RepoPath } from '../../../base/repo-path.ts'
import type { Artifact } from '../../../ports/artifact.ts'
import type { Backbone } from '../../../ports/backbone.ts'
import { featuresFor } from '../answers/guided.ts'
import type { Guided } from '../answers/types.ts'
import { drawTree } from '../tree/draw.ts'
import { baseName, folderOf } from '../tree/path-parts.ts'
import type { Early } from '../world.ts'
import { type Placed, place } from './place.ts'
import { testedRole } from './tested-role.ts'
import { candidates } from './units.ts'

/** The package that holds the components when they lie together. */
const core = 'core'

/** Roles of the files that show what can be set. */
const samples: readonly string[] = ['settings-example', 'env-example']

/** Where one file of the template goes by the six answers, tests apart. */
const moved = ({ path, role, component }: Placed, guided: Guided, packageFolder: string): string => {
  const folders = [packageFolder, `${packageFolder}/commands`]
  const own = component !== undefined && folders.includes(folderOf(path))
  if (guided.components === 'together' && own) return `${packageFolder}/${core}/${baseName(path)}`
  if (guided.directories.includes('config') && samples.includes(role)) return `config/${baseName(path)}`
  return path
}

const empty = (): Refusal =>
  refusal('TSQ-ANSWERS-INVALID', {
    path: 'structure.guided.directories',
    value: 'config',
    reason: 'This design has no sample of settings that could lie there, and git keeps no empty folder.',
    todo: 'Take `config` out of the list.',
  })

/**
 * The drawing that the six answers make: the template's files for what the answers say of the features, each at the place that
 * they give it. Like a drawing that was pasted, it is claimed by the units, and what later answers need besides is proposed.
 */
export const guidedTree = (
  early: Early,
  guided: Guided,
  artifacts: readonly Artifact[],
  backbones: readonly Backbone[],
): string | Refusal => {
  const undrawn = { drawn: false, files: [] }
  const features = { ...early.features, ...featuresFor(guided), docs_contents: [], readme_languages: [] }
  const template = place(candidates(artifacts, backbones, { ...early, features, structure: undrawn }), undrawn)
  if (isRefusal(template)) return template
  const folder = `src/${early.names.package}`
  const placeOf = (each: Placed): string => {
    const tested = guided.tests === 'beside' ? testedRole(each.role) : undefined
    const beside = template.placed.find(other => other.role === tested)
    return beside === undefined
      ? moved(each, guided, folder)
      : `${folderOf(moved(beside, guided, folder))}/${baseName(each.path)}`
  }
  const files = new Set<RepoPath>()
  for (const each of template.placed) files.add(ownPath(placeOf(each)))
  if (guided.directories.includes('config') && ![...files].some(path => path.startsWith('config/'))) return empty()
  if (guided.components === 'together') files.add(ownPath(`${folder}/${core}/__init__.py`))
  return drawTree('.', [...files]).join('\n')
}
