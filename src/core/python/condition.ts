/** What a definition may hang on and that is known before the program runs. */
export interface Target {
  /** `3.11` */
  readonly python: string
  /** As `sys.platform` names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** Whether a type checker reads it, or it runs; both where this is left out. */
  readonly typeChecking?: boolean
}

type Order = '<' | '<=' | '>' | '>=' | '==' | '!='

/**
 * When a definition is there, as data: what decides is known only when the target is. `maybe` is what cannot be told beforehand,
 * `after error` what stands in for something that could not be imported.
 */
export type Condition =
  | { readonly is: 'always' | 'never' | 'maybe' | 'after error' | 'type checking' }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** `sys.version_info[:parts] <order> version`; all parts when `parts` is absent. */
  | { readonly version: readonly number[]; readonly order: Order; readonly parts?: number }
  | { readonly system: 'platform' | 'os' | 'name'; readonly oneOf: readonly string[]; readonly prefix?: true }

const osOf = (platform: string): string => (platform === 'win32' ? 'nt' : 'posix')

const nameOf = (platform: string): string =>
  ({ linux: 'Linux', darwin: 'Darwin', win32: 'Windows' })[platform] ?? platform

const systems = { platform: (platform: string) => platform, os: osOf, name: nameOf }

const ordered: Readonly<Record<Order, (difference: number) => boolean>> = {
  '<': difference => difference < 0,
  '<=': difference => difference <= 0,
  '>': difference => difference > 0,
  '>=': difference => difference >= 0,
  '==': difference => difference === 0,
  '!=': difference => difference !== 0,
}

/** Only the first two parts of a target's version are known; what hangs on a later one is not. */
const versionHolds = (
  wanted: readonly number[],
  order: Order,
  parts: number | undefined,
  python: string,
): boolean | undefined => {
  const known = python.split('.').map(Number).slice(0, parts)
  for (const [at, number] of wanted.entries()) {
    const own = known[at]
    if (own === undefined) {
      // A shorter tuple comes before a longer one that begins with it.
      return parts !== undefined && known.length === parts ? ordered[order](-1) : undefined
    }
    if (own !== number) return ordered[order](own - number)
  }
  const isExact = parts !== undefined && parts === wanted.length
  return ordered[order](isExact ? 0 : 1)
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)

/** Whether a condition holds for a target; undefined where that cannot be told. */
export const holds = (condition: Condition | undefined, target: Target): boolean | undefined => {
  if (condition === undefined) return true
  if ('not' in condition) return not(holds(condition.not, target))
  if ('all' in condition) {
    const values = condition.all.map(each => holds(each, target))
    return values.includes(false) ? false : values.includes(undefined) ? undefined : true
  }
  if ('any' in condition) {
    const values = condition.any.map(each => holds(each, target))
    return values.includes(true) ? true : values.includes(undefined) ? undefined : false
  }
  if ('version' in condition) return versionHolds(condition.version, condition.order, condition.parts, target.python)
  if ('system' in condition) {
    const own = systems[condition.system](target.platform)
    return condition.oneOf.some(each => (condition.prefix ? own.startsWith(each) : own === each))
  }
  if (condition.is === 'type checking') return target.typeChecking
  return condition.is === 'always' ? true : condition.is === 'never' ? false : undefined
}

/** Both hold. */
export const both = (a: Condition | undefined, b: Condition | undefined): Condition | undefined =>
  a === undefined ? b : b === undefined ? a : { all: [a, b] }

/** Whether what hangs on a condition stands in for something that failed. */
export const standsIn = (condition: Condition | undefined): boolean => {
  if (condition === undefined) return false
  if ('is' in condition) return condition.is === 'after error'
  return 'all' in condition ? condition.all.some(standsIn) : 'any' in condition && condition.any.some(standsIn)
}
