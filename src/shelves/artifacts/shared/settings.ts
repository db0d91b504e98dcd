import type { Architecture } from '../../../core/design/answers/types.ts'
import type { EnvironmentVariable } from '../../../core/design/world.ts'
import { py } from '../../../core/render/escaped.ts'
import type { LoopItem } from '../../../ports/unit-file.ts'

/** Whether the settings can hold more than the log level, each from a variable of its own. */
export const takesPaths = (configuration: Architecture['configuration']): boolean =>
  configuration === 'environment' || configuration === 'pydantic-settings'

/** The settings that are places on the disk. */
export const pathsIn = (
  configuration: Architecture['configuration'],
  environment: readonly EnvironmentVariable[],
): readonly EnvironmentVariable[] => (takesPaths(configuration) ? environment.filter(each => each.kind === 'path') : [])

/** A setting as the templates' loop `paths` names it. */
export const pathItem = (each: EnvironmentVariable, prefix: string): LoopItem => ({
  names: { my_setting: each.field, MY_SETTING: each.name.slice(prefix.length) },
  slots: {
    meaning: py`${py.name(each.field)}: ${py.doc(each.meaning)}`,
    default: py`${py.name(each.field)}: Path = Path(${py.str(each.default)})`,
  },
})

/** The settings that are addresses of other services; every way to configure takes them. */
export const addressesIn = (environment: readonly EnvironmentVariable[]): readonly EnvironmentVariable[] =>
  environment.filter(each => each.kind === 'address')

/** The same as the templates' loop `addresses` names them. */
export const addressItem = (each: EnvironmentVariable, prefix: string): LoopItem => ({
  names: { my_setting: each.field, MY_SETTING: each.name.slice(prefix.length) },
  slots: { meaning: py`${py.name(each.field)}: ${py.doc(each.meaning)}` },
})
