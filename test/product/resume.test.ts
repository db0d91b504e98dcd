import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endedAt, historyOf } from './kills.ts'
import { command, filesBelow, run, sampleText, scratch, told, tracked } from './product.ts'
import { clean, killedAt, leftBehind, undisturbed } from './resume.ts'

const place = scratch()
let whole: Awaited<ReturnType<typeof undisturbed>>
beforeAll(async () => {
  whole = await undisturbed(place, ['--embedded'])
})
afterAll(place.remove)

const isRoot = getuid?.() === 0
const answers = () => place.write('answers.yaml', sampleText('schema-guard'))
const line = (folder: string) => ['new', '--embedded', '--out', folder, '--answers', answers()]

test('killed at any moment, the same command makes the same files [Q-02] [C-05]', async () => {
  // Eight moments over a whole run; the eighth start is killed at two of them.
  for (const part of [0.3, 0.45, 0.55, 0.65, 0.75, 0.82, 0.88, 0.94]) {
    const moments = part === 0.94 ? [whole.milliseconds * 0.6, whole.milliseconds * part] : [whole.milliseconds * part]
    const killed = await killedAt(['--embedded'], moments)
    expect(await leftBehind(killed, moments)).toEqual(clean(whole.files, moments))
    killed.remove()
  }
})

test('what an answers file approved holds when the run was killed and goes on without the file, until the design is opened again [C-05] [C-02]', async () => {
  const folder = place.path('beforehand')
  // At its approvals: what is left to decide is the second review, the plan and every file.
  const at = historyOf(place.path('undisturbed', 'guard')).find(
    each => each.what === 'reviewed' && each.stage === 'critic_2',
  )
  const ended = await endedAt(place, line(folder), { seq: at?.seq ?? 0, moment: 'flushed' })
  expect(ended.signal).toBe('SIGKILL')
  expect(existsSync(folder)).toBe(false)
  mkdirSync(folder)
  expect(told(await place.tsq(['--in', folder, 'next']), 0)).toBe('exit 0')
  expect([...(await tracked(place, folder))]).toEqual([...whole.files])
  expect(told(await place.tsq(['--in', folder, 'revise', 'features']), 0)).toBe('exit 0')
  expect((await place.tsq(['--in', folder, 'next'])).stderr).toContain('approvals.features is needed')
})

describe('two processes on one run [Q-03]', () => {
  test('begun at the same moment in the same folder, one run comes of it', async () => {
    const folder = place.path('both')
    const both = await Promise.all([place.tsq(line(folder)), place.tsq(line(folder))])
    const refusals = both.filter(each => each.exit !== 0)
    expect(refusals.filter(each => each.exit !== 2 || !each.stderr.includes('TSQ-RUN-LOCKED'))).toEqual([])
    expect(both.map(each => each.exit)).toContain(0)
    expect([...(await tracked(place, folder))]).toEqual([...whole.files])
    expect(readdirSync(join(folder, '.trysquare/runs')).filter(name => name.endsWith('.jsonl'))).toHaveLength(1)
    expect((await place.run('git', ['rev-list', '--count', 'HEAD'], folder)).stdout.trim()).toBe('1')
    expect((await place.tsq(line(folder))).exit).toBe(0)
  })

  test('a run that waits for a decision is decided by one of two', async () => {
    const folder = place.path('decided')
    const open = place.write('open.yaml', sampleText('schema-guard').replace(/^ {2}critic_1: .*\n/m, ''))
    expect((await place.tsq(['new', '--embedded', '--out', folder, '--answers', open])).exit).toBe(3)
    const decide = () => place.tsq(['--in', folder, 'decide', 'critic_1', 'proceed'])
    const both = await Promise.all([decide(), decide()])
    expect(both.filter(each => each.exit === 3 && each.stderr.includes('approvals.structure is needed'))).toHaveLength(
      1,
    )
    const other = both.find(each => !each.stderr.includes('approvals.structure is needed'))
    expect(other?.exit).toBe(2)
    expect(other?.stderr).toMatch(/TSQ-RUN-(?:LOCKED|ORDER)/)
  })
})

/** The command line as a user without special rights runs it: root is refused nothing. */
const asNobody = (args: readonly string[]) => {
  const [program, all] = command(args)
  const env = {
    ...place.env,
    HOME: place.root,
    XDG_STATE_HOME: place.path('nobody'),
    XDG_CACHE_HOME: place.path('nobody'),
  }
  return isRoot
    ? run('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', program, ...all], place.root, env)
    : run(program, all, place.root, env)
}

describe('what the system refuses is said with a code and a next step, and nothing is half-written [Q-04]', () => {
  beforeAll(() => {
    mkdirSync(place.path('nobody'))
    chmodSync(place.root, 0o755)
    if (isRoot) chownSync(place.path('nobody'), 65_534, 65_534)
  })

  test('a folder without permission; with the permission, the same command finishes', async () => {
    const parent = place.path('closed')
    const folder = join(parent, 'guard')
    mkdirSync(parent)
    chmodSync(parent, 0o555)
    const refused = await asNobody(line(folder))
    expect(refused.stderr).toContain('TSQ-FILE-DENIED')
    expect(refused.stderr).toMatch(/^ {2}Do {4}\S/m)
    expect(refused.exit).toBe(2)
    expect(existsSync(folder)).toBe(false)
    chmodSync(parent, 0o777)
    const done = await asNobody(line(folder))
    expect(told(done, 0)).toBe('exit 0')
  })

  // Only root may mount; elsewhere the same errors are tested at the journal and the files.
  describe.runIf(isRoot)('on a file system of its own', () => {
    const mounted = async (options: string, work: (folder: string) => Promise<void>): Promise<void> => {
      const folder = place.path(`mount-${options.replaceAll(/\W/g, '')}`)
      mkdirSync(folder)
      const mount = await place.run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
      // A container may forbid it even to root.
      if (mount.exit !== 0) return
      try {
        await work(folder)
      } finally {
        await place.run('umount', ['-l', folder])
      }
    }

    test.each([40, 120, 200, 320])('a disk of %i KB is full; with room, the same command finishes', size =>
      mounted(`size=${size}k`, async mount => {
        const folder = join(mount, 'guard')
        const full = await place.tsq(line(folder))
        expect(full.stderr).toContain('TSQ-DISK-FULL')
        expect(full.exit).toBe(2)
        expect(filesBelow(folder).filter(each => each.endsWith('.tmp'))).toEqual([])
        // Whatever is there is whole.
        for (const path of filesBelow(folder).filter(each => whole.files.has(each)))
          expect((await run('base64', ['-w0', path], folder)).stdout).toBe(whole.files.get(path))
        await place.run('mount', ['-o', 'remount,size=20m', mount])
        const done = await place.tsq(line(folder))
        expect(told(done, 0)).toBe('exit 0')
        expect([...(await tracked(place, folder))]).toEqual([...whole.files])
      }),
    )

    test('a read-only file system', () =>
      mounted('size=9m', async mount => {
        await place.run('mount', ['-o', 'remount,ro', mount])
        const folder = join(mount, 'guard')
        const refused = await place.tsq(line(folder))
        expect(refused.stderr).toContain('TSQ-FILE-READ-ONLY')
        expect(refused.exit).toBe(2)
        expect(existsSync(folder)).toBe(false)
        await place.run('mount', ['-o', 'remount,rw', mount])
        expect((await place.tsq(line(folder))).exit).toBe(0)
      }))
  })
})
