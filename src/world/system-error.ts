import { KnownError } from '../base/errors/known-error.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** What hinders for a while, or at this place alone. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the place takes no files',
  EIO: 'the device reports a fault',
  ENAMETOOLONG: 'the name is too long for the system',
  EMFILE: 'this process has too many files open',
  ENFILE: 'the system has too many files open',
  EBUSY: 'another program holds it',
  ETIMEDOUT: 'the device does not answer',
}

const shown = (path: string): string => (path.length > 300 ? `${path.slice(0, 300)}…` : path)

/** What the system said about a file, as an error a person can act on; anything unforeseen stays what it is, a bug. */
export const systemError = (error: unknown, path: string, doing: string): unknown => {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new KnownError('TSQ-DISK-FULL', { path })
    case 'EROFS':
      return new KnownError('TSQ-FILE-READ-ONLY', { path })
    case 'EACCES':
    case 'EPERM':
      return new KnownError('TSQ-FILE-DENIED', { path, doing })
    case 'EIO':
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'EMFILE':
    case 'ENFILE':
    case 'EBUSY':
    case 'ETIMEDOUT':
      return new KnownError('TSQ-FILE-DENIED', { path: shown(path), doing: `${doing} (${reasons[codeOf(error)]})` })
    // A link, a folder or a file where something else of ours must lie.
    case 'ELOOP':
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return new KnownError('TSQ-FILE-CHANGED', { path })
    default:
      return error
  }
}

/** Does something to a file; what the system refuses comes out as a known error that names it. */
export const onFile = <T>(path: string, doing: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw systemError(error, path, doing)
  }
}
