import type { BackboneFile } from '../../../ports/backbone.ts'
import { commandOptions } from './options.ts'
import { type Parameter, parametersOf } from './parameters.ts'

/** What the files of a command read of the design. */
export const commandReads = [
  'component',
  'components',
  'intake.maturity',
  'intake.purpose',
  'names.package',
  'structure',
  'architecture.errors',
  'architecture.testing',
  'features.demo',
] as const

/** One of the files of a command. */
export type CommandFile = BackboneFile<(typeof commandReads)[number], 'plan.modules'>

/** The component, and where the modules of the project lie. */
export interface Made {
  readonly component: {
    readonly name: string
    readonly pascal: string
    readonly does: string
    readonly options: Readonly<Record<string, unknown>>
  }
  readonly plan: { readonly modules: Readonly<Record<string, string>> }
}

/** As it is typed: `convert_file` → `convert-file`. */
export const nameOf = ({ name }: { readonly name: string }): string => name.replaceAll('_', '-')

/** Its arguments and flags, from options that were read by the same schema when the answers were. */
export const parameters = ({ component }: Pick<Made, 'component'>): readonly Parameter[] =>
  parametersOf(commandOptions.parse(component.options), component.pascal)

/** The real modules and words behind the names of the templates. */
export const modules = ({ component, plan }: Made): Readonly<Record<string, string>> => ({
  'my_package.my_component': plan.modules[`${component.name}.source`] ?? '',
  'my_package.my_actions': plan.modules['actions'] ?? '',
  'my_package.my_errors': plan.modules['errors'] ?? '',
  'my_package.my_cli': plan.modules['cli'] ?? '',
  'my_package.my_models': plan.modules['models'] ?? '',
  'my_package.my_output': plan.modules['output'] ?? '',
  'my_package.my_program': plan.modules['program'] ?? '',
  'my-component': nameOf(component),
})
