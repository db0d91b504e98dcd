/** The real names that stand behind the sample names of every template. */
export interface RealNames {
  readonly package?: string
  readonly pascal?: string
  readonly env_prefix?: string
  readonly distribution?: string
  readonly repository?: string
  readonly title?: string
}

/** Sample names and the real ones; only those that the unit may read. */
export const sampleNames = (
  names: RealNames,
  component?: { readonly name: string; readonly pascal: string },
): Readonly<Record<string, string>> => {
  const pairs = {
    my_package: names.package,
    MyPackage: names.pascal,
    MY_PACKAGE_: names.env_prefix,
    'my-package': names.distribution,
    'my-repository': names.repository,
    'My Package': names.title,
    my_component: component?.name,
    MyComponent: component?.pascal,
  }
  return Object.fromEntries(Object.entries(pairs).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** Whatever reads like a sample name, given or not: a template may hold no other `my_…`. */
const looksSample = String.raw`my_[a-z]\w*|My[A-Z]\w*|MY_[A-Z]\w*|my-[a-z][\w-]*|My (?:Package|Component)`

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A snake-case name may be part of a longer one (`test_my_component_works`), a Pascal one its beginning (`MyPackageError`). */
const pattern = (sample: string): string => {
  const body = quoted(sample)
  if (/^[A-Z][a-z]+[A-Z]/.test(sample)) return `(?<![A-Z])${body}(?![a-z0-9])`
  if (/^[A-Z_]+_$/.test(sample)) return `(?<![A-Za-z0-9])${body}`
  if (sample.includes('-')) return `(?<![A-Za-z0-9-])${body}(?![A-Za-z0-9-])`
  return `(?<![A-Za-z0-9])${body}(?![A-Za-z0-9])`
}

/**
 * A function that puts the real names into a line: the longest sample first, so that `my_package.my_errors` is not
 * read as `my_package`. It returns the name it does not know, if the line holds one.
 */
export const namer = (
  names: Readonly<Record<string, string>>,
): ((line: string) => string | { readonly unknown: string }) => {
  const samples = Object.keys(names).toSorted((a, b) => b.length - a.length)
  const known = samples.map(sample => `(?:${pattern(sample)})`).join('|')
  const matcher = new RegExp([known, `(?<![A-Za-z0-9])(?:${looksSample})`].filter(Boolean).join('|'), 'g')
  return line => {
    let unknown: string | undefined
    const text = line.replace(matcher, (match: string) => {
      const real = names[match]
      if (real === undefined) unknown ??= match
      return real ?? match
    })
    return unknown === undefined ? text : { unknown }
  }
}
