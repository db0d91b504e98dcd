import { join } from 'node:path'
import { mend } from '../../core/gates/rules/mend.ts'
import { decodePython } from '../../core/python/encoding.ts'
import { ruleProject } from '../linting/project.ts'
import type { World } from '../world.ts'
import type { Checked } from './check.ts'

/** A file that was mended. */
export interface MendedFile {
  readonly path: string
  readonly times: number
}

const mark = '\uFEFF'

/**
 * Mends what can be mended in the files in which a look found something, safe changes only unless `unsafe`. A file that another program
 * wrote meanwhile is mended as it is now; one that is not UTF-8 stays as it is, because its encoding would change unseen.
 */
export const mendFiles = async (
  world: World,
  { root, found, rules }: Checked,
  unsafe: boolean,
): Promise<readonly MendedFile[]> => {
  const paths = [...new Set(found.flatMap(each => (each.mend === undefined ? [] : [each.path])))]
  if (paths.length === 0) return []
  const files = world.files.below(root)
  const pyproject = await files.read(join(root, 'pyproject.toml'))
  const { python } = ruleProject([], () => pyproject)
  const lens = await world.lens({ rules: rules.map(each => each.id), target: `py3${python.slice(2)}` })
  const done: MendedFile[] = []
  for (const path of paths) {
    const bytes = await files.bytes(join(root, path))
    const decoded = bytes === undefined ? undefined : decodePython(bytes)
    if (decoded === undefined || 'problem' in decoded) continue
    const own = (decoded.mark ? mark : '') + decoded.text
    if (bytes === undefined || !Buffer.from(own).equals(bytes)) continue
    const { text, mended } = mend(path, decoded.text, lens, unsafe)
    if (mended.length === 0) continue
    await files.write(join(root, path), (decoded.mark ? mark : '') + text)
    done.push({ path, times: mended.length })
  }
  return done
}
