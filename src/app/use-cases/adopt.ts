import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { settled } from '../../core/project/corrections.ts'
import { mainPackage } from '../../core/project/main-package.ts'
import { printRecord } from '../../core/project/record.ts'
import { firstSettings } from '../../core/project/settings-file.ts'
import { type Looked, recordPath } from '../adopt/look.ts'
import type { World } from '../world.ts'

const settingsPath = '.trysquare/config.yaml'

/** What an adoption wrote, below the folder. */
export interface Adopted {
  readonly written: readonly string[]
  /** What is there already and stays as it is. */
  readonly kept: readonly string[]
}

/** What of our folder belongs to this machine alone. */
const ignored = ['# Kept: what was learned, decided and measured.', 'workspace/', 'runs/*', '!runs/*.jsonl', ''].join(
  '\n',
)

const folders = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.map(path => (path.includes('/') ? (path.split('/')[0] ?? path) : path))),
]

const settingsOf = async (world: World, { project, corrections }: Looked): Promise<string> => {
  const [corrected] = settled('package', [], corrections)
  const tests = [...project.view.python].filter(([path, facts]) => facts.tests > 0 && project.roleOf(path) === 'tests')
  const packages = project.members.flatMap(each => each.packages)
  const sources = packages.length > 0 ? packages.map(each => each.path) : ['.']
  return firstSettings({
    package: corrected ?? mainPackage(project)?.name,
    sources: [...new Set(sources)],
    tests: folders(
      tests.map(([path]) => path).filter(path => !packages.some(each => path.startsWith(`${each.path}/`))),
    ),
    // Contracts are of a design, and here is none.
    checks: (await world.shelves.checks()).map(each => each.id).filter(id => id !== 'contract'),
  })
}

/** Writes down what was learned, and settings to begin with where there are none. Nothing outside `.trysquare/` is touched. */
export const adopt = async (world: World, looked: Looked): Promise<Adopted> => {
  if (await world.workshop.inside()) throw new KnownError('TSQ-DOER-DECIDES', { folder: looked.folder })
  const { files, flush } = world.files.below(looked.folder).batch()
  const wanted: readonly (readonly [path: string, text: string, keep: boolean])[] = [
    ['.trysquare/.gitignore', ignored, true],
    [settingsPath, await settingsOf(world, looked), true],
    [recordPath, printRecord(looked.record), false],
  ]
  const written: string[] = []
  const kept: string[] = []
  for (const [path, text, keep] of wanted) {
    const there = await files.bytes(join(looked.folder, path))
    if (there !== undefined && (keep || Buffer.from(there).equals(Buffer.from(text)))) kept.push(path)
    else {
      await files.write(join(looked.folder, path), text)
      written.push(path)
    }
  }
  flush()
  return { written, kept }
}
