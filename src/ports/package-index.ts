/** What the package index says of a name. */
export type NameOnIndex = 'taken' | 'free' | 'unknown'

/** The index of Python packages. */
export interface PackageIndex {
  /** Unknown when the index does not answer in time. */
  name(distribution: string): Promise<NameOnIndex>
}
