import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
const out = place.path('schema-guard')
const answers = place.write('answers.yaml', sampleText('schema-guard'))

beforeAll(async () => {
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 0)
})
afterAll(place.remove)

interface Gate {
  readonly rows: readonly { readonly check: string; readonly outcome: string; readonly reason: string }[]
  readonly findings: readonly { readonly rule: string; readonly path: string }[]
}

/** The gate on the repository with one thing put there, which is taken away again. */
const gateWith = async (path: string, put: (file: string) => void): Promise<Gate> => {
  const file = join(out, path)
  mkdirSync(join(file, '..'), { recursive: true })
  put(file)
  try {
    const { stdout } = await place.tsq(['--json', '--quiet', 'gate', 'run', '--embedded'], {}, out)
    return JSON.parse(stdout) as Gate
  } finally {
    rmSync(file, { recursive: true, force: true })
  }
}

const outcomeOf = (gate: Gate, check: string) => gate.rows.find(row => row.check === check)?.outcome

test('a link inside the folder of ours leads no write and no removal out of the repository [Q-05]', async () => {
  const elsewhere = place.path('elsewhere')
  const victim = join(elsewhere, 'tree', 'keep', 'me.txt')
  mkdirSync(join(victim, '..'), { recursive: true })
  writeFileSync(victim, 'mine\n')
  for (const link of ['.trysquare/workspace', '.trysquare']) {
    const target = place.path(`linked-${link.length}`)
    mkdirSync(join(target, link, '..'), { recursive: true })
    symlinkSync(elsewhere, join(target, link))
    const ended = await place.tsq(['new', '--embedded', '--out', target, '--answers', answers])
    expect(ended.exit, ended.stderr).toBe(2)
    expect(ended.stderr).toContain('TSQ-FILE-LINK')
  }
  expect(readFileSync(victim, 'utf8')).toBe('mine\n')
  expect(existsSync(join(elsewhere, 'objects'))).toBe(false)
})

test('inherited variables of git do not send the first commit into another repository [Q-05]', async () => {
  const other = place.path('other')
  must(await place.run('git', ['init', '--quiet', other]), 0)
  writeFileSync(join(other, 'wip.txt'), 'not finished\n')
  const target = place.path('own')
  const hook = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: join(other, '.git', 'index') }
  must(await place.tsq(['new', '--embedded', '--out', target, '--answers', answers], hook), 0)
  expect((await place.run('git', ['rev-parse', '--verify', 'HEAD'], other)).exit).not.toBe(0)
  expect(
    must(await place.run('git', ['log', '--oneline'], target), 0)
      .stdout.trim()
      .split('\n'),
  ).toHaveLength(1)
})

test.each([
  [
    'a source that is not UTF-8',
    'src/schema_guard/evil.py',
    (file: string) => writeFileSync(file, Buffer.from('# \xe9\neval("1")\n', 'latin1')),
    'not-checked',
  ],
  ...['deploy/prod.env', 'Dockerfile', 'run.sh', 'docs/app.js', 'docs/index.html', 'NOTES'].map(
    file =>
      [
        `one stray byte in ${file}, and a secret`,
        file,
        (at: string) =>
          writeFileSync(at, Buffer.from('# caf\xe9\nAPI_KEY="9fK2mQ7xTz4LpW8rVb3NcJ6hYdG1sA5e"\n', 'latin1')),
        'not-checked',
      ] as const,
  ),
  [
    'a source behind a link',
    'src/schema_guard/linked.py',
    (file: string) => symlinkSync('/etc/hostname', file),
    'not-checked',
  ],
  ['a linked folder', 'src/schema_guard/linked', (file: string) => symlinkSync('/etc', file), 'not-checked'],
  [
    'a source with a name that no path of ours may have',
    'src/schema_guard/aux.py',
    (file: string) => writeFileSync(file, 'eval("1")\n'),
    'not-checked',
  ],
  [
    'code that another encoding would show',
    'src/schema_guard/seven.py',
    (file: string) => writeFileSync(file, '# -*- coding: utf-7 -*-\n"""Doc."""\n# +AAo-import os\n'),
    'encoding',
  ],
] as const)('%s is a finding, never a skip [K-16a] [K-02]', async (_, path, put, rule) => {
  const gate = await gateWith(path, put)
  expect(outcomeOf(gate, 'syntax')).toBe('FAIL')
  expect(gate.findings.map(each => [each.rule, each.path])).toContainEqual([rule, path])
})

test('a picture is no finding, and counts for nothing that was checked [K-03]', async () => {
  const without = await gateWith('docs/picture.md', file => writeFileSync(file, 'A picture.\n'))
  const gate = await gateWith('docs/picture.png', file =>
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])),
  )
  expect(gate.findings).toEqual([])
  const counted = ({ rows }: typeof gate) => Number.parseInt(rows.find(each => each.check === 'security')?.reason ?? '')
  expect(counted(without)).toBeGreaterThan(10)
  expect(counted(gate)).toBe(counted(without) - 1)
})

test('a folder of the package that is called build is checked like any other [K-02]', async () => {
  const gate = await gateWith('src/schema_guard/build/__init__.py', file =>
    writeFileSync(file, '"""Doc."""\n\neval(input())\n'),
  )
  expect(outcomeOf(gate, 'security')).toBe('FAIL')
})

test.each([
  ['a comment for secretlint', 'KEY_ID = "AKIAIOSFODNN7QXAMPLF"  # secretlint-disable-line\n'],
  ['a comment that names a harmless thing', 'API_KEY = "9fK2mQ7xTz4LpW8rVb3NcJ6hYdG1sA5e"  # token_type:\n'],
  ['a noqa behind another separator', 'import os\n\nos.system("ls " + input())  # x\u2028noqa: S605\n'],
])('%s does not hide what is found [K-16]', async (_, text) => {
  const gate = await gateWith('src/schema_guard/hidden.py', file => writeFileSync(file, `"""Doc."""\n\n${text}`))
  expect(outcomeOf(gate, 'security')).toBe('FAIL')
})

test('a gate on a changed tree is what status, verify and report speak of from then on [K-02b]', async () => {
  const file = join(out, 'CONTRIBUTING.md')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, `${before}\nOne more line.\n`)
  expect((await place.tsq(['status'], {}, out)).stdout).toContain('gate run')
  await place.tsq(['--quiet', 'gate', 'run', '--embedded'], {}, out)
  const verified = JSON.parse((await place.tsq(['--json', 'verify'], {}, out)).stdout) as {
    gate: string
    changed: string[]
  }
  expect(verified).toMatchObject({ gate: 'open', changed: ['CONTRIBUTING.md'] })
  writeFileSync(file, before)
})

test('what was deferred can still be delivered when the run is finished [N-03] [C-67]', async () => {
  const target = place.path('dataforge')
  const given = place.write('dataforge.yaml', sampleText('dataforge'))
  must(await place.tsq(['new', '--embedded', '--out', target, '--answers', given]), 0)
  const readme = readFileSync(join(target, 'README.md'), 'utf8')
  writeFileSync(join(target, 'README.zh.md'), `${readme}\n`)
  const ended = must(await place.tsq(['task', 'submit', 'README.zh.md'], {}, target), 0)
  expect(ended.stdout).not.toContain('README.zh.md is deferred')
  expect((await place.tsq(['--json', 'status'], {}, target)).stdout).toContain('"at": "finished"')
})
