import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { realFiles } from '../../src/world/files.ts'
import { realSurveyor } from '../../src/world/survey/survey.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsq-odd-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text = '') => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const survey = (most = 200_000) => realSurveyor(realFiles).survey(folder, most)

describe('what lies in strange folders [P-20] [Q-04] [Q-05]', () => {
  test('links, pipes, sockets and names that cannot be shown are told, and nothing waits for them', async () => {
    write('a.py')
    symlinkSync('a.py', join(folder, 'inside'))
    symlinkSync('/etc/passwd', join(folder, 'outside'))
    symlinkSync('.', join(folder, 'circle'))
    symlinkSync('../..', join(folder, 'above'))
    execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, '.gitignore')])
    const server = createServer().listen(join(folder, 'socket'))
    await new Promise(resolve => server.once('listening', resolve))
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff, 0x67])]), '')
    write('tab\tname')
    const found = await survey()
    server.close()
    expect(found.paths).toEqual(['a.py'])
    expect(found.oddities.map(({ path, what }) => `${what} ${path}`).toSorted()).toEqual([
      'link circle',
      'link inside',
      'link-out above',
      'link-out outside',
      'name fÿg',
      'name tab?name',
      'pipe .gitignore',
      'pipe pipe',
      'socket socket',
    ])
  })

  test('twins by case are told', async () => {
    write('A.py')
    write('a.py')
    expect((await survey()).oddities).toEqual([{ path: 'a.py', what: 'case-twin' }])
  })

  test('environments, builds, other repositories and what is ignored are no part of it', async () => {
    for (const path of [
      'a.py',
      'my-env/pyvenv.cfg',
      'my-env/lib/x.py',
      'conda/conda-meta/x',
      'node_modules/x.py',
      'build/x.py',
      'src/build/y.py',
      'x.egg-info/PKG-INFO',
      'sub/.git/HEAD',
      'sub/z.py',
      'out/gen.py',
    ])
      write(path)
    write('.gitignore', 'out/\n*.tmp\n!keep.tmp\n')
    write('one.tmp')
    write('keep.tmp')
    write('deep/.gitignore', '!one.tmp\n')
    write('deep/one.tmp')
    const found = await survey()
    expect(found.paths).toEqual(['.gitignore', 'a.py', 'deep/.gitignore', 'deep/one.tmp', 'keep.tmp', 'src/build/y.py'])
    expect(found.leftOut).toEqual(['build', 'conda', 'my-env', 'node_modules', 'out', 'x.egg-info'])
    expect(found.oddities).toEqual([{ path: 'sub', what: 'repository' }])
  })

  test('what is tracked belongs to it, ignored or not', async () => {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder })
    git('init', '-q')
    write('.gitignore', 'out/\n')
    write('out/kept.py')
    write('out/not.py')
    git('add', '-f', 'out/kept.py')
    expect((await survey()).paths).toEqual(['.gitignore', 'out/kept.py'])
  })

  test('a folder that may not be read is told', async () => {
    write('shut/x.py')
    chmodSync(join(folder, 'shut'), 0)
    const found = await survey()
    chmodSync(join(folder, 'shut'), 0o755)
    // Root may read everything: then there is nothing to tell.
    expect(found.oddities).toEqual(process.getuid?.() === 0 ? [] : [{ path: 'shut', what: 'unreadable' }])
  })

  test('a hundred thousand files are looked through, and more than was asked for are refused', async () => {
    for (let group = 0; group < 100; group += 1) {
      mkdirSync(join(folder, String(group)))
      for (let index = 0; index < 1000; index += 1) writeFileSync(join(folder, String(group), `${index}.txt`), '')
    }
    const found = await survey()
    expect(found.paths).toHaveLength(100_000)
    await expect(survey(50_000)).rejects.toMatchObject({ code: 'TSQ-ADOPT-TOO-MANY' })
  })

  test('folders in folders, deeper than a path may be long, end', async () => {
    execFileSync('python3', ['-c', 'import os\nfor _ in range(1500):\n    os.mkdir("deeper"); os.chdir("deeper")'], {
      cwd: folder,
    })
    const found = await survey()
    expect(found.oddities.map(each => each.what)).toEqual(['unreadable'])
  })
})
