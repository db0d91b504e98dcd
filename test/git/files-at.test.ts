import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realHistory } from '../../src/world/git/files-at.ts'
import { realProcesses } from '../../src/world/processes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsq-history-'))
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plain = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1' }
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    env: plain,
    encoding: 'utf8',
  }).trim()

const write = (path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const commit = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  for (const [path, text] of Object.entries(files)) write(path, text)
  git('add', '--all')
  git('commit', '--quiet', '--message', 'x')
  return git('rev-parse', 'HEAD')
}

const history = realHistory(realProcesses)
const all = async (revision: string, below = '') =>
  Object.fromEntries((await history.filesAt(join(folder, below), revision, () => true)).files)

test('the files of a revision, whatever lies there now [K-21]', async () => {
  const first = commit({ 'a.py': 'x = 1\n', 'src/p/__init__.py': '', 'not ascii ä/ß.py': '"ü"\n' })
  commit({ 'a.py': 'x = 2\n' })
  git('tag', 'now')
  write('a.py', 'x = 3\n')
  expect(await all('main~1')).toEqual({ 'a.py': 'x = 1\n', 'src/p/__init__.py': '', 'not ascii ä/ß.py': '"ü"\n' })
  expect((await all('now'))['a.py']).toBe('x = 2\n')
  expect((await history.filesAt(folder, 'main~1', () => true)).revision).toBe(first)
})

test('only what is wanted and is text; no links, no places that a file cannot have everywhere [K-21]', async () => {
  symlinkSync('/etc/passwd', join(folder, 'link.py'))
  commit({ 'a.py': 'x = 1\n', 'b.txt': 'b', 'bytes.py': new Uint8Array([0x22, 0xff, 0x22]), 'bad:name.py': 'x' })
  expect(await all('HEAD')).toEqual({ 'a.py': 'x = 1\n', 'b.txt': 'b' })
  const python = await history.filesAt(folder, 'HEAD', path => path.endsWith('.py'))
  expect([...python.files.keys()]).toEqual(['a.py'])
})

test('in a folder of a repository, the paths are those below it', async () => {
  commit({ 'sub/a.py': 'x\n', 'b.py': 'y\n' })
  expect(await all('HEAD', 'sub')).toEqual({ 'a.py': 'x\n' })
})

test('many files, more than one answer may hold', async () => {
  const long = '# words\n'.repeat(500_000)
  commit({ 'a.py': `${long}a`, 'b.py': `${long}b`, 'c.py': `${long}c`, 'd.py': 'd' })
  const found = await all('HEAD')
  expect(Object.entries(found).map(([path, text]) => [path, text.length, text.at(-1)])).toEqual([
    ['a.py', 4_000_001, 'a'],
    ['b.py', 4_000_001, 'b'],
    ['c.py', 4_000_001, 'c'],
    ['d.py', 1, 'd'],
  ])
})

test.for(['nowhere', '--help', '-x', 'HEAD:a.py', ''])('"%s" is no revision [Q-20]', async revision => {
  commit({ 'a.py': 'x\n' })
  await expect(history.filesAt(folder, revision, () => true)).rejects.toMatchObject({ code: 'TSQ-REVISION' })
})

test('a folder that is no repository is told [Q-20]', async () => {
  rmSync(join(folder, '.git'), { recursive: true })
  await expect(history.filesAt(folder, 'HEAD', () => true)).rejects.toMatchObject({ code: 'TSQ-REVISION' })
})

test('nothing that the repository says about itself is run, and the text is the stored one [Q-09]', async () => {
  commit({ 'a.py': 'x = 1\n', '.gitattributes': '*.py filter=evil diff=evil ident\n' })
  const marker = join(folder, 'ran')
  const script = join(folder, 'evil.sh')
  write('evil.sh', `#!/bin/sh\necho "$0" >> '${marker}'\ncat\n`)
  chmodSync(script, 0o755)
  for (const key of [
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'diff.evil.textconv',
    'diff.evil.command',
    'diff.external',
    'core.fsmonitor',
    'core.sshCommand',
    'core.pager',
    'core.editor',
    'core.askPass',
    'core.alternateRefsCommand',
    'uploadpack.packObjectsHook',
    'credential.helper',
    'gpg.program',
    'alias.ls-tree',
    'alias.cat-file',
    'pager.ls-tree',
  ])
    git('config', key, key.startsWith('alias.') ? `!${script}` : script)
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-commit']) {
    write(`.git/hooks/${hook}`, `#!/bin/sh\necho hook >> '${marker}'\n`)
    chmodSync(join(folder, '.git/hooks', hook), 0o755)
  }
  git('config', 'extensions.partialClone', 'origin')
  git('config', 'remote.origin.url', `ext::${script}`)
  git('config', 'remote.origin.promisor', 'true')
  expect((await all('HEAD'))['a.py']).toBe('x = 1\n')
  expect(existsSync(marker)).toBe(false)
})

test('an object that is not there is left out, and not asked of a remote [Q-09]', async () => {
  commit({ 'a.py': 'x = 1\n', 'b.py': 'y = 1\n' })
  const object = git('rev-parse', 'HEAD:a.py')
  rmSync(join(folder, '.git/objects', object.slice(0, 2), object.slice(2)))
  const marker = join(folder, 'ran')
  const script = join(folder, 'evil.sh')
  write('evil.sh', `#!/bin/sh\necho x >> '${marker}'\n`)
  chmodSync(script, 0o755)
  git('config', 'core.repositoryFormatVersion', '1')
  git('config', 'extensions.partialClone', 'origin')
  git('config', 'remote.origin.url', `ext::${script}`)
  git('config', 'remote.origin.promisor', 'true')
  git('config', 'protocol.ext.allow', 'always')
  const found = await all('HEAD').catch((error: unknown) => error)
  expect(found instanceof Error || !('a.py' in (found as Record<string, string>))).toBe(true)
  expect(existsSync(marker)).toBe(false)
})

test('an object put in the place of another one is not taken for it [Q-09]', async () => {
  commit({ 'a.py': 'x = 1\n' })
  const other = execFileSync('git', ['hash-object', '-w', '--stdin'], {
    cwd: folder,
    env: plain,
    input: 'x = 2\n',
    encoding: 'utf8',
  }).trim()
  git('replace', git('rev-parse', 'HEAD:a.py'), other)
  expect((await all('HEAD'))['a.py']).toBe('x = 1\n')
})
