import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Command } from '../ports/processes.ts'
import { pathOutside, programsOutside } from './programs-outside.ts'

const home = mkdtempSync(join(tmpdir(), 'tsq-path-'))
afterAll(() => rmSync(home, { recursive: true }))

test.each([
  ['/usr/bin:/work/a/.venv/bin:.:bin::/bin', '/usr/bin:/bin'],
  ['/work/ab/bin:/work/a', '/work/ab/bin'],
])('%s, without what is the repository’s: %s [Q-09]', (path, outside) =>
  expect(pathOutside(path, '/work/a')).toBe(outside),
)

test('in a repository its own folders are no place for programs; elsewhere, and in a home folder, nothing is left out [Q-09]', async () => {
  for (const path of ['.git', 'repository/.git', 'repository/deep', 'folder'])
    mkdirSync(join(home, path), { recursive: true })
  const pathIn = async (cwd: string) => {
    const asked: Command[] = []
    const run = async (command: Command) => {
      asked.push(command)
      return { exit: 0, stdout: '', stderr: '', timedOut: false, missing: false, seconds: 0 }
    }
    const PATH = ['/usr/bin', join(home, 'bin'), join(home, 'repository', 'bin')].join(':')
    await programsOutside({ run }, { cwd, home, env: { PATH }, user: 'ada' }).run({
      program: 'git',
      args: [],
      timeoutSeconds: 1,
    })
    return (asked[0]?.env?.['PATH'] ?? PATH).split(':').length
  }
  expect(await pathIn(join(home, 'repository', 'deep'))).toBe(2)
  expect(await pathIn(join(home, 'folder'))).toBe(3)
  expect(await pathIn(home)).toBe(3)
})
