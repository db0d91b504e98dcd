import { isRefusal, type Refusal } from '../../../base/refusal.ts'
import type { Artifact } from '../../../ports/artifact.ts'
import type { Backbone } from '../../../ports/backbone.ts'
import { earlyOf } from '../answers/complete.ts'
import type { Design } from '../answers/types.ts'
import { parseTree } from '../tree/parse.ts'
import type { DrawnTree } from '../world.ts'
import { guidedTree } from './guided.ts'

/** The tree that the person drew, or that six answers built; a template has none of its own. */
export const treeOf = (
  design: Design,
  artifacts: readonly Artifact[],
  backbones: readonly Backbone[],
): DrawnTree | Refusal => {
  const { mode, tree = '', guided } = design.structure
  const undrawn = { drawn: false, files: [] }
  if (mode === 'template' || (mode === 'guided' && guided === undefined)) return undrawn
  const text =
    guided !== undefined && mode === 'guided'
      ? guidedTree(earlyOf(design, undrawn), guided, artifacts, backbones)
      : tree
  if (isRefusal(text)) return text
  const files = parseTree(text)
  return isRefusal(files) ? files : { drawn: true, files }
}
