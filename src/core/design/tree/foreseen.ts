import { idsOf } from '../answers/choices.ts'
import { featuresOf } from '../answers/complete.ts'
import { isDelivered } from '../answers/delivered.ts'
import type { Given } from '../answers/schema.ts'
import type { Features } from '../answers/types.ts'

const isExample = (path: string): boolean => path.startsWith('examples/') && path.endsWith('.py')
const isSite = (path: string): boolean => /^mkdocs\.ya?ml$|^docs\/(?:index|reference)\.md$/.test(path)

/**
 * The features as far as they are answered; of those that are still open, what the drawn tree already holds. The tree comes a stage
 * earlier than the features: a drawn example is no stray as long as nobody has said that there are none.
 */
export const foreseenFeatures = (given: Given, files: readonly string[]): Features => {
  const answered = featuresOf(given)
  const { api, demo, docs } = given.features ?? {}
  const apis = idsOf('features.api').filter(id => isDelivered('features.api', id, given.intake?.purpose))
  const [only, ...others] = apis
  const site = docs === undefined && isDelivered('features.docs', 'mkdocs', given.intake?.purpose) && files.some(isSite)
  return {
    ...answered,
    ...(api === undefined && only !== undefined && others.length === 0 && { api: only }),
    ...(demo === undefined && files.some(isExample) && { demo: 'minimal' as const }),
    ...(site && { docs: 'mkdocs' as const, docs_contents: given.features?.docs_contents ?? referenced(files) }),
  }
}

const referenced = (files: readonly string[]): readonly string[] =>
  files.includes('docs/reference.md') ? ['api-reference'] : []
