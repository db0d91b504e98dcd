import { Document, isScalar, visit } from 'yaml'

/** What the settings of an adopted repository begin with. */
export interface FirstSettings {
  readonly package: string | undefined
  readonly sources: readonly string[]
  readonly tests: readonly string[]
  readonly checks: readonly string[]
}

/** `.trysquare/config.yaml` as it is first written; from then on it is a person’s. */
export const firstSettings = (settings: FirstSettings): string => {
  const document = new Document({
    package: settings.package ?? null,
    sources: settings.sources,
    tests: settings.tests,
    checks: settings.checks,
  })
  document.commentBefore = ' Settings of Trysquare for this repository. They are yours: nothing writes this file again.'
  const comment = (name: string, text: string): void =>
    visit(document, {
      Pair: (_, { key }) => (isScalar(key) && key.value === name ? void (key.commentBefore = text) : undefined),
    })
  comment('sources', ' Where the program lies, and where its tests lie.')
  comment('checks', ' What `trysquare gate run` is to run; `trysquare explain NAME` says what each proves.')
  return document.toString({ lineWidth: 0 })
}
