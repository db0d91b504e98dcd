import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { realFiles } from '../../src/world/files.ts'
import { realGit } from '../../src/world/git.ts'
import { realProcesses } from '../../src/world/processes.ts'
import { realSurveyor } from '../../src/world/survey/survey.ts'
import { hostileRepository } from './hostile-repository.ts'

const hostile = hostileRepository()
afterAll(hostile.remove)
beforeEach(hostile.forget)
const git = realGit(realProcesses, realFiles)

test('plain git runs what the repository says: the markers work', () => {
  // How it ends does not matter: what it ran does.
  spawnSync('git', ['status'], { cwd: hostile.folder })
  expect(hostile.ran()).toEqual(
    expect.arrayContaining([
      'clean',
      'included-clean',
      'odd-name-clean',
      'fsmonitor',
      'process',
      'submodule-fsmonitor',
    ]),
  )
})

test('asking for its state and for what it ignores runs nothing [Q-09] [Q-05]', async () => {
  const state = await git.state(hostile.folder)
  expect(state).toMatchObject({ repository: true, clean: false })
  expect(state.head).toMatch(/^[0-9a-f]{40}$/)
  expect(await git.ignored(hostile.folder)).toEqual([])
  expect(hostile.ran()).toEqual([])
})

test('a working tree that its settings put elsewhere stays where it is [Q-09]', async () => {
  const elsewhere = join(hostile.root, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, '.gitignore'), 'secret\n')
  writeFileSync(join(elsewhere, 'secret'), 'x')
  hostile.git('config', 'core.worktree', elsewhere)
  try {
    expect(await git.ignored(hostile.folder)).toEqual([])
  } finally {
    hostile.git('config', '--unset', 'core.worktree')
  }
  expect(hostile.ran()).toEqual([])
})

test('looking through it asks no git at all, also where .git is a file that leads elsewhere [Q-09] [P-20]', async () => {
  const surveyor = realSurveyor(realFiles)
  const found = await surveyor.survey(hostile.folder, 1000)
  expect(found.head).toMatch(/^[0-9a-f]{40}$/)
  expect(found.paths).toEqual(expect.arrayContaining(['victim/__init__.py', 'conftest.py', 'git']))
  expect(found.paths.some(path => /^(?:\.venv|node_modules|sub|\.git)\//.test(path))).toBe(false)
  expect(found.oddities).toContainEqual({ path: 'sub', what: 'repository' })
  renameSync(join(hostile.folder, '.git'), join(hostile.root, 'moved'))
  writeFileSync(join(hostile.folder, '.git'), `gitdir: ${join(hostile.root, 'moved')}\n`)
  try {
    expect((await surveyor.survey(hostile.folder, 1000)).head).toBe(found.head)
    await git.state(hostile.folder)
  } finally {
    rmSync(join(hostile.folder, '.git'))
    renameSync(join(hostile.root, 'moved'), join(hostile.folder, '.git'))
  }
  expect(hostile.ran()).toEqual([])
})
