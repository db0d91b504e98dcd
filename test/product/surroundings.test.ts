import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { filesBelow, journalOf, must, run, sampleText, scratch, told, uv } from './product.ts'

const place = scratch()
afterAll(place.remove)

let count = 0
const line = (...more: readonly string[]) => {
  count += 1
  const folder = place.path(`out-${count}`)
  return {
    folder,
    args: ['new', ...more, '--out', folder, '--answers', place.write('a.yaml', sampleText('schema-guard'))],
  }
}
/** The history is proved from its first line, and no file is another than the one that was accepted. */
const holds = async (folder: string): Promise<void> => {
  const { stdout } = await place.tsq(['--in', folder, 'verify', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ standing: 'same', changed: [], finished: true })
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

describe('what is missing or broken around a run is named with what to do, and nothing is lost [Q-04] [Q-24]', () => {
  test('no git: what was made is kept, and the same command makes the commit once it is there', async () => {
    const { folder, args } = line('--embedded')
    mkdirSync(place.path('no-git'))
    symlinkSync('/bin/sh', place.path('no-git', 'sh'))
    const stopped = await place.tsq(args, { PATH: place.path('no-git') })
    expect(told(stopped, 2)).toBe('exit 2')
    expect(stopped.stderr).toMatch(/TSQ-TOOL-MISSING {2}git[\s\S]*^ {2}Do {4}\S/m)
    expect(filesBelow(folder)).toContain('README.md')
    must(await place.tsq(args), 0)
    expect((await place.run('git', ['rev-list', '--count', 'HEAD'], folder)).stdout.trim()).toBe('1')
  })

  test.each([
    ['lies where no folder can be', '/proc/nowhere'],
    ['is a file', '/etc/passwd'],
  ])('a home that %s is said at once', { timeout: 60_000 }, async (_, home) => {
    const { folder, args } = line('--embedded')
    const stopped = await place.tsq(args, { HOME: home, XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined })
    expect(told(stopped, 2)).toBe('exit 2')
    expect(stopped.stderr).toMatch(/TSQ-FILE-[A-Z]+[\s\S]*^ {2}Do {4}\S/m)
    expect(existsSync(folder)).toBe(false)
  })

  test('a lock that fails: the command that is printed goes on', async () => {
    const { folder, args } = line()
    const broken = place.write(
      'broken-uv',
      '#!/bin/sh\n[ "$1" = --version ] && { echo "uv 0.13.8"; exit; }\necho "error: no solution was found" >&2\nexit 1\n',
    )
    chmodSync(broken, 0o755)
    const stopped = await place.tsq(args, { TRYSQUARE_UV: broken })
    expect(told(stopped, 2)).toBe('exit 2')
    expect(flat(stopped.stderr)).toContain('TSQ-LOCK-FAILED')
    expect(flat(stopped.stderr)).toContain('no solution was found')
    expect(flat(stopped.stderr)).toContain(`trysquare next --in ${folder}`)
    expect(JSON.parse((await place.tsq(['--in', folder, 'status', '--json'])).stdout)).toMatchObject({ at: 'tasks' })
    must(await place.tsq(args), 0)
  })

  test('killed in the middle of making the environment, the same command goes on', async () => {
    const { folder, args } = line()
    // The real one, but the first time it makes the environment it is half-way when everything is killed.
    const killed = place.path('killed')
    const dying = place.write(
      'dying-uv',
      `#!/bin/sh\nif [ "$1" = sync ] && [ ! -e ${killed} ]; then touch ${killed}; mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"; echo half > "$UV_PROJECT_ENVIRONMENT/pyvenv.cfg"; kill -9 $PPID; exit 137; fi\nexec ${uv} "$@"\n`,
    )
    chmodSync(dying, 0o755)
    expect((await place.tsq(args, { TRYSQUARE_UV: dying })).exit).not.toBe(0)
    expect(existsSync(killed)).toBe(true)
    const done = await place.tsq(args, { TRYSQUARE_UV: dying })
    expect(told(done, 0)).toBe('exit 0')
    expect(done.stdout).toContain('ready for development')
    expect((await place.run('git', ['status', '--porcelain'], folder)).stdout).toBe('')
  })

  test('a clock that jumps back: the run goes on, and its history still holds', async () => {
    const { folder, args } = line('--embedded')
    place.write('a.yaml', sampleText('schema-guard').replace(/^ {2}plan: approve\n/m, ''))
    must(await place.tsq(args), 3)
    place.write('a.yaml', sampleText('schema-guard'))
    const earlier = place.write(
      'earlier.mjs',
      'globalThis.Date = new Proxy(Date, { construct: (target, args) => args.length ? new target(...args) : new target(target.now() - 4e10) })\n',
    )
    must(await place.tsq(args, { NODE_OPTIONS: `--import ${earlier}` }), 0)
    const times = readFileSync(journalOf(folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map(each => (JSON.parse(each) as { at: string }).at)
    expect(times).not.toEqual(times.toSorted())
    await holds(folder)
  })

  test('a repository called like a program: the printed command leads there, and runs nothing else [Q-05]', async () => {
    const name = `it's "a" $(touch x) größe`
    const answers = place.write('a.yaml', sampleText('schema-guard'))
    const made = must(await place.tsq(['new', '--embedded', '--out', name, '--answers', answers]), 0)
    const printed = /^Run {4}(cd .*)$/m.exec(made.stdout)?.[1] ?? ''
    const shell = await run('sh', ['-c', `${printed} && pwd`], place.root)
    expect(shell.stdout).toBe(`${join(place.root, name)}\n`)
    expect(existsSync(place.path('x'))).toBe(false)
    await holds(name)
  })
})
