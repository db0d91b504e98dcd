import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { gitignore } from '../../src/base/gitignore.ts'

const lines = [
  '# a comment',
  '*.log',
  '!keep.log',
  '/top',
  'folder/',
  'a/b',
  'x/**/z',
  '**/deep',
  'all/**',
  String.raw`\#odd`,
  String.raw`\!bang`,
  'trailing   ',
  'w[ab]x',
  '.env*',
  'q?.txt',
]

const paths = [
  'x.log',
  'sub/x.log',
  'keep.log',
  'sub/keep.log',
  'top',
  'sub/top',
  'folder/file',
  'sub/folder/file',
  'a/b',
  'sub/a/b',
  'x/z',
  'x/1/2/z',
  'deep/file',
  'sub/deep/file',
  'all/one',
  '#odd',
  '!bang',
  'trailing',
  'wax',
  'wcx',
  '.env.local',
  'q1.txt',
  'q12.txt',
  'plain.py',
]

test('it says what git says [P-20]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsq-ignore-'))
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder })
    writeFileSync(join(folder, '.gitignore'), `${lines.join('\n')}\n`)
    for (const path of paths) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), '')
    }
    const shown = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const says = gitignore(lines.join('\n'))
    // A folder that is ignored takes what is in it along, as whoever walks the tree does.
    const isIgnored = (path: string): boolean =>
      path.split('/').some((_, index, all) => says(all.slice(0, index + 1).join('/'), index < all.length - 1) === true)
    const ours = paths.filter(path => !isIgnored(path))
    expect(ours.toSorted()).toEqual(
      shown
        .split('\0')
        .filter(each => each !== '' && each !== '.gitignore')
        .toSorted(),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
