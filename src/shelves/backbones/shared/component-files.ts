import { isLongTerm } from '../../../core/design/purpose.ts'
import type { Path } from '../../../core/design/reading.ts'
import type { BackboneFile, ComponentFacts, ComponentWorld } from '../../../ports/backbone.ts'
import {
  benchPath,
  examplePath,
  fixturePath,
  integrationPath,
  isIntegrated,
  isSource,
  likeNamed,
  opening,
  propertyPath,
  readsFixture,
  sourcePath,
  testPath,
} from './component.ts'

/** What the files below read of the design: the `reads` of a backbone that uses them. */
export const componentReads = [
  'component',
  'components',
  'intake.maturity',
  'intake.purpose',
  'names.package',
  'names.pascal',
  'structure',
  'architecture.errors',
  'architecture.testing',
  'features.demo',
] as const

type File<R extends Path<ComponentWorld>> = BackboneFile<R, 'plan.modules'>
type Read = (typeof componentReads)[number]

/** What a backbone says of its own files. Their templates are named after it: `queue.py`, `test_queue.py` … and `example.py`. */
interface Own<R extends Path<ComponentWorld>> {
  readonly id: string
  readonly interface: NonNullable<File<R>['interface']>
  /** How its tests go about it: "Tests orders step by step." */
  readonly tested: string
  /** What its integration test works on: "Tests orders on whole files, as a user would." */
  readonly whole: string
  /** What its example shows it at work on: "Shows orders at work on a few readings." */
  readonly shown: string
  /** Files of the component that its module is made after. */
  readonly needs?: readonly string[]
  /** What its templates name besides its own module and the errors. */
  readonly names?: NonNullable<File<R>['names']>
  /** One or two files that its integration test reads, each a template of that name; the second is what is wrong. */
  readonly fixtures?: readonly string[]
  /** What its benchmark counts: "Measures how many rows orders …". Without it there is none. */
  readonly measured?: string
}

interface Made {
  readonly component: ComponentFacts
  readonly plan: { readonly modules: Readonly<Record<string, string>> }
}

/** The component's own module and the module of errors, by their sample names. */
export const modules = ({ component, plan }: Made): Readonly<Record<string, string>> => ({
  'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
  'my_package.my_errors': plan.modules['errors'] ?? '',
})

/** The files of a component that is made from templates: its module, an example, and the tests that the design asks for. */
export const componentFiles = <R extends Path<ComponentWorld> = Read>(own: Own<R>): readonly File<R | Read>[] => {
  // Whoever reads more than these files do gives functions that read it; what they receive is all that was declared.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are asked with what the whole unit reads
  const given = own as unknown as Own<Read>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file that reads less fits where more is given
  return filesOf(given) as unknown as readonly File<R | Read>[]
}

const fixtureRoles = ['fixture', 'bad-fixture'] as const

/** Whether the integration test reads its files or writes them: its template has a loop for each. */
const whence =
  (fixtures: readonly string[]): NonNullable<File<Read>['loops']> =>
  from => {
    const read = fixtures.every(each => readsFixture(from, each))
    return { read: read ? [{}] : [], written: read ? [] : [{}] }
  }

const filesOf = (own: Own<Read>): readonly File<Read>[] => [
  {
    role: 'source',
    path: sourcePath,
    accepts: isSource,
    purpose: ({ component }) => component.does,
    effort: 'moderate',
    needs: ['package-init', 'errors', ...(own.needs ?? [])],
    interface: own.interface,
    template: `${own.id}.py`,
    names: own.names ?? modules,
    slots: ({ component }) => ({ opening: opening(component) }),
  },
  {
    role: 'test',
    when: ({ architecture }) => architecture.testing !== 'none',
    path: testPath,
    accepts: likeNamed(testPath),
    purpose: ({ component }) => `Tests ${component.name} ${own.tested}.`,
    effort: 'moderate',
    needs: ['source'],
    template: `test_${own.id}.py`,
    names: own.names ?? modules,
  },
  {
    role: 'integration',
    when: ({ architecture }) => isIntegrated(architecture.testing),
    path: integrationPath,
    accepts: likeNamed(integrationPath),
    purpose: ({ component }) => `Tests ${component.name} on ${own.whole}, as a user would.`,
    effort: 'simple',
    needs: ['source', 'errors', ...(own.fixtures === undefined ? [] : fixtureRoles)],
    template: `test_${own.id}_integration.py`,
    names: own.names ?? modules,
    ...(own.fixtures !== undefined && { loops: whence(own.fixtures) }),
  },
  ...(own.fixtures ?? []).map(
    (name, index): File<Read> => ({
      role: fixtureRoles[index] ?? 'fixture',
      when: from => readsFixture(from, name),
      path: from => fixturePath(from, name),
      purpose: ({ component }) => `Holds what the tests of ${component.name} as a whole read.`,
      effort: 'trivial',
      needs: ['source'],
      template: name,
    }),
  ),
  {
    role: 'property',
    when: ({ architecture }) => architecture.testing === 'comprehensive',
    path: propertyPath,
    accepts: likeNamed(propertyPath),
    purpose: ({ component }) => `Tests what holds of ${component.name} for every input.`,
    effort: 'moderate',
    needs: ['source'],
    template: `test_${own.id}_properties.py`,
    names: own.names ?? modules,
  },
  {
    role: 'example',
    when: ({ features }) => features.demo !== 'none',
    path: examplePath,
    purpose: ({ component }) => `Shows ${component.name} at work on ${own.shown}.`,
    effort: 'simple',
    needs: ['source'],
    template: 'example.py',
    names: own.names ?? modules,
  },
  ...(own.measured === undefined
    ? []
    : [
        {
          role: 'bench' as const,
          when: isLongTerm,
          path: benchPath,
          purpose: ({ component }: Pick<Made, 'component'>) =>
            `Measures ${own.measured} ${component.name} in a second.`,
          effort: 'simple' as const,
          needs: ['source'],
          template: 'bench.py',
          names: modules,
        },
      ]),
]

/** The distributions that the tests above need. */
export const testedWith = ({
  architecture,
}: {
  readonly architecture: { readonly testing: string }
}): readonly string[] => (architecture.testing === 'comprehensive' ? ['hypothesis'] : [])
