import { type Refusal, refusal } from '../../../base/refusal.ts'
import type { Features, Guided } from './types.ts'

type Gates = Pick<Features, 'api' | 'demo' | 'docs'>

/** What the six answers say of the features: their files stand in the tree that is built from them. */
export const featuresFor = (guided: Guided): Gates => ({
  api: guided.exposure.includes('api') ? 'fastapi' : 'none',
  demo: guided.examples ? 'minimal' : 'none',
  docs: guided.docs === 'markdown' ? 'none' : guided.docs,
})

const words: Readonly<
  Record<keyof Gates, { readonly path: string; readonly value: string; readonly instead: string }>
> = {
  api: { path: 'exposure', value: 'api', instead: 'take `api` out of `structure.guided.exposure`' },
  demo: { path: 'examples', value: 'true', instead: 'answer `structure.guided.examples: false`' },
  docs: { path: 'docs', value: 'mkdocs', instead: 'answer `structure.guided.docs: markdown`' },
}

/** A program is reached from a terminal: a tree without that is another project's. */
const unreached = (): Refusal<'TSQ-ANSWERS-INVALID'> =>
  refusal('TSQ-ANSWERS-INVALID', {
    path: 'structure.guided.exposure',
    value: 'none',
    reason: 'The purpose is cli, and nothing of the tree would be reached from a terminal.',
    todo: 'Answer `structure.guided.exposure: [cli]`.',
  })

/** An answer of the six that the purpose contradicts, or that promises files which a feature, answered NO, does not make. */
export const guidedConflict = (
  guided: Guided,
  features: Gates,
  purpose: string | undefined,
): Refusal<'TSQ-ANSWERS-INVALID'> | undefined => {
  if (purpose === 'cli' && !guided.exposure.includes('cli')) return unreached()
  const wanted = featuresFor(guided)
  const gate = (['api', 'demo', 'docs'] as const).find(each => wanted[each] !== 'none' && features[each] === 'none')
  if (gate === undefined) return undefined
  const { path, value, instead } = words[gate]
  return refusal('TSQ-ANSWERS-INVALID', {
    path: `structure.guided.${path}`,
    value,
    reason: `The tree holds files for it, and \`features.${gate}\` is none (no answer is NO): nothing would make them.`,
    todo: `Answer \`features.${gate}: ${wanted[gate]}\`, or ${instead}.`,
  })
}
