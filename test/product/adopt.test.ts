import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { hostileRepository } from '../survey/hostile-repository.ts'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
const hostile = hostileRepository()
afterAll(() => {
  place.remove()
  hostile.remove()
})

const repository = place.path('shop')
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
const adopt = (...args: readonly string[]) => place.tsq(['--in', repository, 'adopt', ...args])
const json = async (...args: readonly string[]) =>
  JSON.parse((await place.tsq(['--in', repository, '--json', 'adopt', ...args])).stdout) as {
    readonly claims: readonly { topic: string; value: string; place: string }[]
    readonly entry_points: readonly { kind: string; name: string; place: string }[]
    readonly changes: readonly { what: string }[]
    readonly corrections: readonly { topic: string; value: string; by: string }[]
    readonly written: readonly string[]
  }

/** Every file below a folder with its bytes, but our own. */
const everything = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile() && !join(each.parentPath, each.name).startsWith(join(folder, '.trysquare')))
      .map(each => join(each.parentPath, each.name))
      .map(path => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

beforeAll(async () => {
  write(
    'pyproject.toml',
    '[project]\nname = "shop"\nversion = "1.0"\nrequires-python = ">=3.11"\n\n[project.scripts]\nshop = "shop.cli:main"\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
  )
  write('uv.lock', 'version = 1\n')
  write('src/shop/__init__.py', '')
  write('src/shop/cli.py', 'def main() -> None: ...\n')
  write('src/shop/web.py', 'from fastapi import FastAPI\n\napp = FastAPI()\n')
  write('tests/test_cli.py', 'def test_main(): ...\n')
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-q', '-m', 'x'],
  ])
    await place.run('git', args, repository)
})

describe('adopting a repository', () => {
  test('shows what it found, each claim with its place, and writes nothing before a person took it [P-20]', async () => {
    const shown = must(await adopt(), 3)
    expect(shown.stdout).toMatch(/manager +uv +uv\.lock:1/)
    expect(shown.stdout).toMatch(/layout +src +src\/shop\/__init__\.py:1/)
    expect(shown.stdout).toMatch(/console-script +shop +pyproject\.toml:7/)
    expect(shown.stdout).toMatch(/app +shop\.web:app +src\/shop\/web\.py:3 +\(fastapi\)/)
    expect(shown.stderr).toContain('trysquare adopt --yes')
    expect(readdirSync(repository)).not.toContain('.trysquare')
  })

  test('writes it down, and nothing outside of its own folder [P-20] [X-10]', async () => {
    const before = everything(repository)
    must(await adopt('--yes'), 0)
    expect(everything(repository)).toEqual(before)
    expect((await place.run('git', ['status', '--short'], repository)).stdout).toBe('?? .trysquare/\n')
    expect(readdirSync(join(repository, '.trysquare')).toSorted()).toEqual([
      '.gitignore',
      'config.yaml',
      'project.yaml',
    ])
    expect(parse(readFileSync(join(repository, '.trysquare/config.yaml'), 'utf8'))).toMatchObject({
      package: 'shop',
      sources: ['src/shop'],
      tests: ['tests'],
    })
    const record = parse(readFileSync(join(repository, '.trysquare/project.yaml'), 'utf8')) as {
      claims: { place: string }[]
    }
    for (const { place: at } of record.claims) {
      const [path = '', line = ''] = at.split(/:(?=\d+$)/)
      expect(readFileSync(join(repository, path), 'utf8').split('\n').length).toBeGreaterThanOrEqual(Number(line))
    }
  })

  test('a second time changes nothing, and keeps the settings that a person wrote [P-20]', async () => {
    writeFileSync(join(repository, '.trysquare/config.yaml'), 'package: mine\n')
    const record = readFileSync(join(repository, '.trysquare/project.yaml'), 'utf8')
    const again = must(await adopt(), 0)
    expect(again.stdout).toContain('Nothing changed since the last time.')
    expect(readFileSync(join(repository, '.trysquare/project.yaml'), 'utf8')).toBe(record)
    expect(readFileSync(join(repository, '.trysquare/config.yaml'), 'utf8')).toBe('package: mine\n')
    expect((await place.tsq(['--in', repository])).stdout).toContain('the repository was adopted')
  })

  test('what a person puts right stays right, until it is taken back [P-20]', async () => {
    expect((await json('--correct', 'manager=poetry')).corrections).toEqual([
      { topic: 'manager', value: 'poetry', by: 'Test Person' },
    ])
    expect(must(await adopt(), 0).stdout).toMatch(/manager +poetry +as Test Person says/)
    expect((await json('--correct', 'manager=')).corrections).toEqual([])
    expect(must(await adopt('--correct', 'nonsense'), 2).stderr).toContain('TSQ-ADOPT-CORRECTION')
  })

  test('what changed since is told [P-20]', async () => {
    write('src/shop/jobs.py', 'from celery import Celery\n\njobs = Celery("shop")\n')
    const again = must(await adopt(), 0)
    expect(again.stdout).toContain('app shop.jobs:jobs: shop.jobs:jobs is new')
  })

  test('a record that somebody broke is not written over: a person’s corrections may be in it', async () => {
    const path = join(repository, '.trysquare/project.yaml')
    const record = readFileSync(path, 'utf8')
    writeFileSync(path, `${record}\n  broken: [`)
    expect(must(await adopt('--yes'), 2).stderr).toContain('TSQ-ADOPT-RECORD')
    writeFileSync(path, record)
  })

  test('without git it works too [P-20] [Q-04]', async () => {
    rmSync(join(repository, '.git'), { recursive: true })
    expect(must(await adopt(), 0).stdout).toContain('no git')
  })
})

test('a folder of ours that leads elsewhere is refused, and nothing is written there [Q-05]', async () => {
  const elsewhere = place.path('elsewhere')
  mkdirSync(elsewhere)
  rmSync(join(repository, '.trysquare'), { recursive: true })
  symlinkSync(elsewhere, join(repository, '.trysquare'))
  expect(must(await adopt('--yes'), 2).stderr).toContain('TSQ-FILE-LINK')
  expect(readdirSync(elsewhere)).toEqual([])
})

describe('what is not adopted', () => {
  test.each([
    ['notebooks', { 'a.ipynb': '{}', 'b.ipynb': '{}' }, 'TSQ-ADOPT-NOTEBOOKS'],
    ['scripts', { 'backup.py': 'print(1)\n' }, 'TSQ-ADOPT-SCRIPTS'],
    ['javascript', { 'index.js': '', 'package.json': '{}' }, 'TSQ-ADOPT-NOT-PYTHON'],
    ['empty', {}, 'TSQ-ADOPT-EMPTY'],
  ])('%s: it says so, writes nothing and stops [P-21]', async (name, files, code) => {
    const folder = place.path(name)
    mkdirSync(folder)
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
    const said = must(await place.tsq(['--in', folder, 'adopt', '--yes']), 2)
    expect(said.stderr).toContain(code)
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted())
  })

  test('a project of our own: it says where that is [P-20]', async () => {
    const answers = place.write('answers.yaml', sampleText('schema-guard'))
    const own = place.path('own')
    must(await place.tsq(['new', '--embedded', '--out', own, '--answers', answers]), 0)
    expect(must(await place.tsq(['--in', own, 'adopt', '--yes']), 2).stderr).toContain('TSQ-ADOPT-OWN')
  })
})

test('of a repository that would run something at every turn, nothing ran, and nothing of it was touched [Q-09] [Q-05]', async () => {
  hostile.forget()
  const before = everything(hostile.folder)
  const path = `${hostile.folder}:${join(hostile.folder, '.venv/bin')}:${place.env['PATH'] ?? ''}`
  // Even where its own folder stands first on the PATH.
  must(await place.tsq(['--in', hostile.folder, 'adopt', '--yes'], { PATH: path }, hostile.folder), 0)
  must(await place.tsq(['--in', hostile.folder, 'adopt'], {}, hostile.folder), 0)
  must(await place.tsq(['status'], {}, hostile.folder), 0)
  expect(everything(hostile.folder)).toEqual(before)
  expect(hostile.ran()).toEqual([])
})
