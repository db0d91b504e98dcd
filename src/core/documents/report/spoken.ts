/** A value of the answers as a person says it: a list by its items, a truth as yes or no. */
export const spoken = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(spoken).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'nothing'
  return Object.entries(value)
    .map(([key, each]) => `${key} ${spoken(each)}`)
    .join(', ')
}
