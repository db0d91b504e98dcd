/** A distribution's name as PEP 503 compares it; extras, version and markers are left out. */
export const normalised = (requirement: string): string =>
  (/^[\w.-]+/.exec(requirement.trim())?.[0] ?? '').replaceAll(/[-_.]+/g, '-').toLowerCase()
