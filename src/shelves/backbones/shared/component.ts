import type { RepoPath } from '../../../base/repo-path.ts'
import type { ChoiceId } from '../../../core/design/answers/choices.ts'
import type { Intake } from '../../../core/design/answers/types.ts'
import { isLongTerm } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import type { DrawnTree } from '../../../core/design/world.ts'
import { moduleOf } from '../../../core/python/modules.ts'
import { type Escaped, py } from '../../../core/render/escaped.ts'
import type { ComponentFacts } from '../../../ports/backbone.ts'

/** What says where a component's files lie. */
interface Placed {
  readonly component: ComponentFacts
  readonly names: { readonly package: string }
  readonly structure: DrawnTree
}

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '')

/** Whether a drawn path is the component's module: by its name, anywhere in the package. */
export const isSource = (path: string, { component, names }: Omit<Placed, 'structure'>): boolean =>
  component.path === undefined
    ? new RegExp(`^(?:src/)?${names.package}/(?:[^/]+/)*${component.name}\\.py$`).test(path)
    : path === component.path

/** Where the component's module lies: as answered, as drawn, or by its name in the package. */
export const sourcePath = (from: Placed): string =>
  from.component.path ??
  // What is called the same in the API’s folder serves it.
  from.structure.files.find(path => isSource(path, from) && !path.includes('/api/')) ??
  from.structure.files.find(path => isSource(path, from)) ??
  `${packageFolder(from.structure, from.names.package)}/${from.component.name}.py`

/** The dotted module that users import the component from. */
export const modulePath = (from: Placed): string => moduleOf(sourcePath(from)) ?? from.component.name

/** Where the tests lie that mirror the component's module. */
export const testPath = (from: Placed): string => `tests/test_${stemOf(sourcePath(from))}.py`
/** Where its tests of the whole lie. */
export const integrationPath = (from: Placed): string =>
  `tests/integration/test_${stemOf(sourcePath(from))}_integration.py`
/** Where the tests of its properties lie. */
export const propertyPath = (from: Placed): string => `tests/test_${stemOf(sourcePath(from))}_properties.py`

/** Where a file lies that its integration tests read. */
export const fixturePath = ({ component }: Pick<Placed, 'component'>, name: string): string =>
  `tests/fixtures/${component.name}/${name}`

/** Where the example lies that shows the component at work. */
export const examplePath = ({ component }: Pick<Placed, 'component'>): string => `examples/${component.name}.py`

/** Where the script lies that measures the component. */
export const benchPath = ({ component }: Pick<Placed, 'component'>): string => `bench/${component.name}.py`

/** Whether a drawn path bears the name that a file would get, wherever it lies. */
export const likeNamed =
  <From>(wanted: (from: From) => string) =>
  (path: RepoPath, from: From): boolean =>
    path.endsWith(`/${stemOf(wanted(from))}.py`)

type Testing = ChoiceId<'architecture.testing'>
/** Whether modules are tested together, as a user would. */
export const isIntegrated = (testing: Testing): boolean => testing === 'unit+integration' || testing === 'comprehensive'

const broken = (words: string, width: number): readonly string[] =>
  words.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + 1 + word.length <= width
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])

/** The beginning of the module's docstring: the component's sentence; a long one goes below a short first line. */
export const opening = ({ name, does }: ComponentFacts): readonly Escaped[] => {
  const words = py.doc(does).replace(/\s+/g, ' ')
  const sentence = words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.')
  const lines =
    sentence.length <= 90
      ? [`"""${sentence}`]
      : [`"""The ${name.replaceAll('_', ' ')} of this package.`, '', ...broken(sentence, 96)]
  return py.code(lines.join('\n'))
}

/**
 * Names that the package itself offers. Two components of one kind have functions of the same names, and a function named like
 * a module would hide it: such names stay in their modules.
 */
export const offered = (
  classes: readonly string[],
  functions: readonly string[],
  {
    component,
    components,
  }: {
    readonly component: ComponentFacts
    readonly components: readonly { readonly name: string; readonly kind: string }[]
  },
): readonly string[] => {
  const kind = components.find(each => each.name === component.name)?.kind
  const alone = components.filter(each => each.kind === kind).length <= 1
  return [...classes, ...(alone ? functions.filter(name => !components.some(each => each.name === name)) : [])]
}

/** Whether its integration tests read a file of `tests/fixtures`; a drawn tree without it has them write it themselves. */
export const readsFixture = (
  from: Placed & {
    readonly intake: Pick<Intake, 'purpose' | 'maturity'>
    readonly architecture: { readonly testing: Testing }
  },
  name: string,
): boolean =>
  isLongTerm(from) &&
  isIntegrated(from.architecture.testing) &&
  (!from.structure.drawn || from.structure.files.some(each => each === fixturePath(from, name)))
