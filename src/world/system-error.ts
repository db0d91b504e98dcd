import { KnownError } from '../base/errors/known-error.ts'

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

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
      return new KnownError('TSQ-FILE-DENIED', { path, doing: `${doing} (the device reports a fault)` })
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
