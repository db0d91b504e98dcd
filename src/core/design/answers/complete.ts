import type { DrawnTree, Early } from '../world.ts'
import { namesOf } from './names.ts'
import { pythonFacts } from './python-range.ts'
import type { Given } from './schema.ts'
import type { Architecture, Component, Design, Features, Guided, Intake, Project } from './types.ts'

/** The features with "no answer is NO" applied. */
export const featuresOf = (given: Given): Features => ({
  api: given.features?.api ?? 'none',
  ...(given.features?.api_audience !== undefined && { api_audience: given.features.api_audience }),
  ui: given.features?.ui ?? 'none',
  demo: given.features?.demo ?? 'none',
  docs: given.features?.docs ?? 'none',
  docs_contents:
    given.features?.docs_contents ?? ((given.features?.docs ?? 'none') === 'none' ? [] : ['api-reference']),
  readme_languages: given.features?.readme_languages ?? [],
})

const componentOf = (given: NonNullable<Given['components']>[number]): Component => ({
  name: given.name,
  kind: given.kind,
  does: given.does,
  options: given.options ?? {},
  ...(given.path !== undefined && { path: given.path }),
  ...(given.interface !== undefined && { interface: given.interface }),
})

/**
 * The design that confirmed answers make. The caller has made sure that nothing required is missing: the machine confirms a
 * stage only then. `date` is the day on which the run began.
 */
export const designOf = (given: Given, date: string): Design => ({
  intake: given.intake as Intake,
  project: given.project as Project,
  architecture: {
    ...(given.architecture as Omit<Architecture, 'rationale'>),
    rationale: given.architecture?.rationale ?? {},
  },
  decisions: given.decisions ?? [],
  structure: {
    mode: given.structure?.mode ?? 'template',
    ...(given.structure?.tree !== undefined && { tree: given.structure.tree }),
    // Complete once the stage can be confirmed, like everything else here.
    ...(given.structure?.guided !== undefined && { guided: given.structure.guided as Guided }),
  },
  components: (given.components ?? []).map(componentOf),
  features: featuresOf(given),
  git: given.git ?? true,
  date: given.date ?? date,
})

/** What units may read: the design with the names and facts that follow from it. */
export const earlyOf = (design: Design, structure: DrawnTree): Early => ({
  intake: design.intake,
  project: design.project,
  architecture: design.architecture,
  decisions: design.decisions,
  components: design.components,
  features: design.features,
  names: namesOf(design.intake),
  python: pythonFacts(design.intake.python),
  structure,
  date: design.date,
  git: design.git,
})
