import pluralize from 'pluralize'

/** Several of a thing, as its address and its routes call them: `order_line` → `order_lines`. */
export const pluralOf = (name: string): string => pluralize.plural(name)

/** The part of an address: `order_lines` → `order-lines`. */
export const addressOf = (name: string): string => pluralOf(name).replaceAll('_', '-')
