import { satisfies, validRange } from '@renovatebot/pep440'

/** Whether a range of Python versions holds a version; one that cannot be read holds every version. */
export const rangeHolds = (range: string, version: string): boolean =>
  range === '' || !validRange(range) || satisfies(version, range)
