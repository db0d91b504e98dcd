import type { Guided } from '../src/core/design/answers/types.ts'

/** The purposes whose trees six answers can build, each with the sample design that is tried with it. */
export const samples = {
  library: 'schema-guard',
  'api-service': 'orders-api',
  'internal-service': 'orders-api',
  prototype: 'moonrise',
  cli: 'tablecutter',
} as const

/** A purpose whose trees six answers can build. */
export type Purpose = keyof typeof samples
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of what stands above
export const purposes = Object.keys(samples) as readonly Purpose[]

const isService = (purpose: Purpose): boolean => purpose.endsWith('-service')

/** What the six questions may be answered with for a purpose, as far as this version makes it. */
const delivered = (purpose: Purpose): { readonly [Key in keyof Guided]: readonly Guided[Key][] } => ({
  components: ['separate', 'together'],
  exposure: isService(purpose) ? [[], ['api']] : purpose === 'cli' ? [['cli']] : [[]],
  directories: [[], ['config']],
  examples: [false, true],
  tests: purpose === 'cli' ? ['separate'] : ['separate', 'beside'],
  docs: purpose === 'prototype' ? ['markdown'] : ['markdown', 'mkdocs'],
})

const each = <T, U>(all: readonly T[], then: (one: T) => readonly U[]): readonly U[] => all.flatMap(then)

/** Every combination of the six answers that is made for a purpose. */
export const everyGuided = (purpose: Purpose): readonly Guided[] => {
  const all = delivered(purpose)
  return each(all.components, components =>
    each(all.exposure, exposure =>
      each(all.directories, directories =>
        each(all.examples, examples =>
          each(all.tests, tests =>
            all.docs.map(docs => ({ components, exposure, directories, examples, tests, docs })),
          ),
        ),
      ),
    ),
  )
}

/** The features that fit six answers: what the tree holds, and the API that a service cannot do without. */
export const fitting = (purpose: Purpose, guided: Guided) => ({
  api: isService(purpose) ? 'fastapi' : 'none',
  ui: 'none',
  demo: guided.examples ? 'minimal' : 'none',
  docs: guided.docs === 'mkdocs' ? 'mkdocs' : 'none',
})
