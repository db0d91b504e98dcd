/** The names of the files that reports are written to, at a repository's top: never part of what is checked. */
export const isReport = (path: string): boolean => /^GENERATION_REPORT\.\w+$/i.test(path)
