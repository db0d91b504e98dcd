import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadAnswers } from '../../src/app/answers.ts'
import { compose } from '../../src/app/compose.ts'
import { KnownError } from '../../src/base/errors/known-error.ts'
import { silent } from '../../src/doors/cli/reporter.ts'

/** A place in which answers are read as `new --answers` reads them, before it writes anything. */
export const taking = () => {
  const root = mkdtempSync(join(tmpdir(), 'tsq-inputs-'))
  const world = compose(
    { cwd: root, env: { ...process.env, XDG_STATE_HOME: join(root, 'state') }, home: root, user: 'somebody' },
    silent,
  )
  const file = join(root, 'answers.yaml')
  return {
    root,
    file,
    world,
    /** What comes of whatever lies at a path: taken, or refused. Anything else is thrown. */
    read: async (path = file): Promise<KnownError | 'taken'> => {
      try {
        await loadAnswers(world, path, 'answers.yaml')
        return 'taken'
      } catch (error) {
        if (error instanceof KnownError) return error
        throw error
      }
    },
    write: (given: string | Uint8Array): void => writeFileSync(file, given),
    remove: () => rmSync(root, { recursive: true }),
  }
}
