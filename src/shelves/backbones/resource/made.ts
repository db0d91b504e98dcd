import type { Architecture } from '../../../core/design/answers/types.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import type { BackboneFile } from '../../../ports/backbone.ts'
import type { LoopItem } from '../../../ports/unit-file.ts'
import { type Field, fieldsOf } from './fields.ts'
import { addressOf, failureNames, pluralOf, tableOf } from './names.ts'
import { type Operation, type ResourceOptions, resourceOptions } from './options.ts'

/** What the files of a resource read of the design. */
export const resourceReads = [
  'component',
  'components',
  'names.package',
  'names.pascal',
  'names.env_prefix',
  'structure',
  'architecture.errors',
  'architecture.logging',
  'architecture.testing',
  'features.api',
  'features.demo',
  'intake.concurrency',
] as const

/** One of the files of a resource. */
export type ResourceFile = BackboneFile<(typeof resourceReads)[number], 'plan.modules'>

/** The component, and where the modules of the project lie. */
export interface Made {
  readonly architecture: Pick<Architecture, 'errors'>
  readonly component: {
    readonly name: string
    readonly pascal: string
    readonly options: Readonly<Record<string, unknown>>
  }
  readonly plan: { readonly modules: Readonly<Record<string, string>> }
}

/** Its options, which were read by the same schema when the answers were. */
export const optionsOf = ({ component }: Pick<Made, 'component'>): ResourceOptions =>
  resourceOptions.parse(component.options)
/** Its fields. */
export const fields = (from: Pick<Made, 'component'>): readonly Field[] =>
  fieldsOf(optionsOf(from), from.component.pascal)
/** Whether an operation was asked for. */
export const can = (from: Pick<Made, 'component'>, operation: Operation): boolean =>
  optionsOf(from).operations.includes(operation)
/** Whether it is kept in a database, and not in memory alone. */
export const inDatabase = (from: Pick<Made, 'component'>): boolean => optionsOf(from).storage === 'sqlite'

/** A loop that a template goes through once, or not at all. */
export const once = (wanted: boolean): readonly LoopItem[] => (wanted ? [{}] : [])

/** The real modules and words behind the names of the templates. */
export const modules = ({ architecture, component, plan }: Made): Readonly<Record<string, string>> => ({
  ...failureNames(component.pascal, architecture.errors),
  'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
  'my_package.my_component_storage': plan.modules[`${component.name}.storage`] ?? '',
  'my_package.my_errors': plan.modules['errors'] ?? '',
  'my_package.my_logging': plan.modules['logging'] ?? '',
  'my_package.my_problems': plan.modules['api-problems'] ?? '',
  'my_package.my_app': plan.modules['api-app'] ?? '',
  'my_package.my_config': plan.modules['config'] ?? '',
  'my-address': addressOf(component.name),
  my_table: tableOf(component.name),
  my_components: pluralOf(component.name),
})

/** An import of names from one of its modules. */
export const importing = (from: Made, names: readonly string[]) =>
  py`from ${py.name(modules(from)['my_package.my_component'] ?? '')} import ${vouched([...names].join(', '))}`

/** Whether what goes wrong is raised. */
export const raises = ({ architecture }: Pick<Made, 'architecture'>): boolean => architecture.errors === 'exceptions'

/** Loops around what only some resources have: lists, places, changes, values that must differ. */
export const listing = (from: Made) => ({ listing: once(can(from, 'list')) })
export const storing = (from: Made) => ({ memory: once(!inDatabase(from)), sqlite: once(inDatabase(from)) })
export const changing = (from: Made) => ({ updating: once(can(from, 'update')), deleting: once(can(from, 'delete')) })
export const uniques = (from: Made) => ({
  uniques: fields(from)
    .filter(each => each.unique)
    .map(each => ({ names: { my_field: each.name } })),
})

/** The path of a module beside another: `order.py` → `order_storage.py`. */
export const beside = (path: string, suffix: string): string => path.replace(/\.py$/, `${suffix}.py`)
