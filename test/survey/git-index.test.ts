import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { trackedPaths } from '../../src/base/git-index.ts'

const names = ['a.py', 'ab.py', 'ü.txt', 'with space', `${'long'.repeat(50)}.py`, 'z']

test.each([
  ['sha1', 2],
  ['sha1', 4],
  ['sha256', 2],
])('an index of %s, version %i, names what is tracked [P-20]', (format, version) => {
  const folder = mkdtempSync(join(tmpdir(), 'tsq-index-'))
  try {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
    git('init', '-q', `--object-format=${format}`)
    for (const name of names) writeFileSync(join(folder, name), '')
    git('add', '.')
    git('update-index', `--index-version=${version}`)
    expect(trackedPaths(readFileSync(join(folder, '.git/index')))?.toSorted()).toEqual(names.toSorted())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('whatever the bytes are, it ends [Q-05]', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 5 }), (bytes, version) => {
      const header = Uint8Array.from([0x44, 0x49, 0x52, 0x43, 0, 0, 0, version, 0, 0, 0, 3])
      trackedPaths(bytes)
      trackedPaths(Uint8Array.from([...header, ...bytes]))
    }),
  )
})
