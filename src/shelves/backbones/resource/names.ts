import pluralize from 'pluralize'
import { isKeyword } from '../../../core/design/answers/names.ts'
import { failuresOf } from '../shared/failures.ts'

/** What can be expected to go wrong with a resource, as its templates name it and as it is returned. */
export const { failure, failureNames } = failuresOf({
  NotFoundError: 'NotFound',
  ConflictError: 'Conflict',
  BusyError: 'Busy',
})

/** Several of a thing, as its address and its routes call them: `order_line` → `order_lines`. */
export const pluralOf = (name: string): string => pluralize.plural(name)

/** The table that keeps it. SQLite has names that begin with `sqlite_` for itself. */
export const tableOf = (name: string): string => (name.startsWith('sqlite_') ? `kept_${name}` : name)

/** The part of an address: `order_lines` → `order-lines`. */
export const addressOf = (name: string): string => pluralOf(name).replaceAll('_', '-')

/**
 * Why routes cannot be called after a name: nobody could import them, or their address looks like a path. Source: Ruff’s S108, whose
 * default prefix is `/tmp`.
 */
export const addressProblem = (name: string): string | undefined => {
  if (isKeyword(pluralOf(name)))
    return `Its routes would be the module "${pluralOf(name)}", which is a Python keyword: nobody could import it.`
  return addressOf(name).startsWith('tmp')
    ? `Its address would be /${addressOf(name)}, which security checks take for a path of the temporary folder.`
    : undefined
}
