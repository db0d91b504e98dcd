import type { SecondView } from '../src/core/design/critique.ts'
import { isForYears, isPersonal, isReliedOn, isService } from '../src/core/design/review/facts.ts'
import { isTest, isUnder } from '../src/core/design/review/tree.ts'

/** A single change that makes a design worse, and the designs to which it can be done. */
export interface Worsening {
  readonly name: string
  readonly applies: (view: SecondView) => boolean
  readonly worsen: (view: SecondView) => SecondView
}

const intake = (view: SecondView, change: Partial<SecondView['intake']>): SecondView => ({
  ...view,
  intake: { ...view.intake, ...change },
})
const architecture = (view: SecondView, change: Partial<SecondView['architecture']>): SecondView => ({
  ...view,
  architecture: { ...view.architecture, ...change },
})
const files = (view: SecondView, keep: (file: string) => boolean): SecondView => ({
  ...view,
  structure: { ...view.structure, files: view.structure.files.filter(keep) },
})

/** The written list. */
export const worsenings: readonly Worsening[] = [
  {
    name: 'all rationale removed',
    applies: () => true,
    worsen: view => architecture(view, { rationale: {} }),
  },
  ...(['configuration', 'errors', 'logging', 'testing', 'concurrency', 'dependencies'] as const).map(
    (key): Worsening => ({
      name: `the rationale for ${key} removed`,
      applies: view => view.architecture.rationale[key] !== undefined,
      worsen: view =>
        architecture(view, {
          rationale: Object.fromEntries(Object.entries(view.architecture.rationale).filter(([each]) => each !== key)),
        }),
    }),
  ),
  {
    name: 'all decisions removed',
    applies: view => view.decisions.length > 0,
    worsen: view => ({ ...view, decisions: [] }),
  },
  {
    name: 'one decision removed',
    applies: view => view.decisions.length > 0,
    worsen: view => ({ ...view, decisions: view.decisions.slice(1) }),
  },
  ...['none', 'tbd', '.', 'to be decided'].map(
    (decision): Worsening => ({
      name: `all decisions emptied to "${decision}"`,
      applies: view => view.decisions.length > 0,
      worsen: view => ({ ...view, decisions: view.decisions.map(({ topic }) => ({ topic, decision })) }),
    }),
  ),
  {
    name: 'tests taken away from what others rely on for years',
    applies: view => isReliedOn(view.intake) && isForYears(view.intake),
    worsen: view => architecture(view, { testing: 'none' }),
  },
  {
    name: 'tests taken away from production',
    applies: view => isReliedOn(view.intake) && !(view.intake.purpose === 'prototype' || isPersonal(view.intake)),
    worsen: view => architecture(view, { testing: 'none' }),
  },
  {
    name: 'tests of the parts together taken away from what lives for years',
    applies: view =>
      isForYears(view.intake) &&
      (view.architecture.testing === 'unit+integration' || view.architecture.testing === 'comprehensive'),
    worsen: view => architecture(view, { testing: 'unit' }),
  },
  {
    name: 'a non-goal dropped',
    applies: view => view.intake.non_goals.length > 0,
    worsen: view => intake(view, { non_goals: view.intake.non_goals.slice(1) }),
  },
  {
    name: 'a place of deployment made undecided',
    applies: view => isReliedOn(view.intake) && isService(view.intake.purpose) && view.intake.deployment !== 'local',
    worsen: view => intake(view, { deployment: 'undecided' }),
  },
  {
    name: 'the answer on concurrency handed back',
    // An unexplained mixture has a risk of its own, which an open answer does not have yet.
    applies: view =>
      view.intake.concurrency === 'sync' || (isService(view.intake.purpose) && view.intake.concurrency === 'async'),
    worsen: view => intake(view, { concurrency: 'recommend' }),
  },
  {
    name: 'a library pinned to one Python',
    applies: view => view.intake.purpose === 'library' && view.intake.python === '>=3.12',
    worsen: view => intake(view, { python: '==3.12.*' }),
  },
  {
    name: 'the Python range opened to versions that have ended',
    applies: view => view.intake.python === '>=3.12',
    worsen: view => intake(view, { python: '>=3.8' }),
  },
  {
    name: 'the public added to a personal tool',
    // Where an API already serves people outside, naming them also settles something.
    applies: view => isPersonal(view.intake) && isForYears(view.intake) && view.features.api_audience !== 'external',
    worsen: view => intake(view, { users: [...view.intake.users, 'external'] }),
  },
  {
    name: 'what lives for years shortened to weeks though others depend on it for years',
    applies: view => view.intake.maturity === 'long-term' && view.project.team_size === undefined,
    worsen: view => intake(view, { lifespan: 'short-term' }),
  },
  {
    name: 'the team reduced to one',
    applies: view => (view.project.team_size ?? 0) > 1,
    worsen: view => ({ ...view, project: { ...view.project, team_size: 1 } }),
  },
  {
    name: 'a decided service logs less',
    applies: view => isService(view.intake.purpose) && isReliedOn(view.intake) && isForYears(view.intake),
    worsen: view => architecture(view, { logging: 'minimal' }),
  },
  {
    name: 'requirements files for a library',
    applies: view => view.intake.purpose === 'library',
    worsen: view => architecture(view, { dependencies: 'pip-requirements' }),
  },
  {
    name: 'a demonstration asked for without examples/',
    applies: view => view.features.demo === 'none' && !view.structure.files.some(file => isUnder(file, 'examples')),
    worsen: view => ({ ...view, features: { ...view.features, demo: 'minimal' } }),
  },
  {
    name: 'the examples taken out of the tree',
    applies: view => view.features.demo !== 'none',
    worsen: view => files(view, file => !isUnder(file, 'examples')),
  },
  {
    name: 'the tests taken out of the tree',
    applies: view => view.architecture.testing !== 'none',
    worsen: view => files(view, file => !isTest(file)),
  },
  {
    name: 'an interface removed',
    applies: view => view.components.some(each => each.interface !== undefined),
    worsen: view => ({ ...view, components: view.components.map(each => ({ ...each, interface: undefined })) }),
  },
  {
    name: 'an extension point closed',
    applies: view => view.components.some(each => each.extension !== undefined),
    worsen: view => ({ ...view, components: view.components.map(each => ({ ...each, extension: undefined })) }),
  },
  {
    name: 'a vague component added',
    // After none at all, even a vague one is a beginning.
    applies: view => view.components.length > 0,
    worsen: view => ({
      ...view,
      components: [
        ...view.components,
        { name: 'vague', kind: 'custom', does: 'Does more.', extension: undefined, interface: undefined },
      ],
    }),
  },
  {
    name: 'a page put into a library',
    applies: view => view.intake.purpose === 'library' && view.features.ui === 'none',
    worsen: view => ({ ...view, features: { ...view.features, ui: 'react' } }),
  },
  {
    name: 'the API taken from an API service',
    applies: view => // With a known team, one thing less to keep up counts as well.
      view.intake.purpose === 'api-service' &&
      view.features.api_audience === 'internal' &&
      view.project.team_size === undefined,
    worsen: view => ({ ...view, features: { ...view.features, api: 'none' } }),
  },
  {
    name: 'the audience of an API left open',
    applies: view => view.features.api !== 'none',
    worsen: view => ({ ...view, features: { ...view.features, api_audience: undefined } }),
  },
]
