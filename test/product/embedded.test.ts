import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesBelow, sampleText, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

/** A machine with git and nothing else: no Python, no uv, and an index that does not answer. */
const bare = async () => {
  const bin = place.path('bin')
  mkdirSync(bin)
  symlinkSync((await place.run('sh', ['-c', 'command -v git'])).stdout.trim(), join(bin, 'git'))
  return {
    PATH: bin,
    TRYSQUARE_UV: place.path('nowhere', 'uv'),
    HOME: place.path('home'),
    http_proxy: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    UV_OFFLINE: '1',
  }
}

test('without Python, uv or network a repository is made, and says what is open [C-06] [C-73]', async () => {
  const env = await bare()
  const repository = place.path('guard')
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  const made = await place.tsq(['new', '--embedded', '--out', repository, '--answers', answers], env)
  expect(told(made, 0)).toBe('exit 0')
  expect(made.stdout).toContain('ready with open items')

  const report = JSON.parse((await place.tsq(['--in', repository, 'report', '--format', 'json'], env)).stdout) as {
    verdict: string
    unverified: string[]
    gate: { check: string; outcome: string }[]
  }
  expect(report.verdict).toBe('ready with open items')
  const outcomes = Object.fromEntries(report.gate.map(each => [each.check, each.outcome]))
  // What was not run is not a pass; what the embedded tools can look at was looked at.
  expect(outcomes).toMatchObject({
    types: 'SKIPPED',
    tests: 'SKIPPED',
    syntax: 'PASS',
    style: 'PASS',
    security: 'PASS',
    contract: 'PASS',
  })
  const open = report.unverified.join('\n').toLowerCase()
  for (const word of ['uv.lock', 'types', 'tests']) expect(open).toContain(word)

  expect(filesBelow(repository)).not.toContain('uv.lock')
  expect(filesBelow(repository)).toContain('src/schema_guard/validator.py')
  expect(readFileSync(join(repository, 'GENERATION_REPORT.md'), 'utf8')).toContain('ready with open items')
  expect((await place.run('git', ['status', '--porcelain'], repository)).stdout).toBe('')
  // The run is over, and nothing was changed since: but what was skipped stays said.
  expect((await place.tsq(['--in', repository, 'status'], env)).exit).toBe(0)

  // Nothing loaded it: the verdict does not stand on it.
  writeFileSync(join(repository, 'conftest.py'), '"""Shared."""\n')
  const gate = await place.tsq(['--in', repository, 'gate', 'run', '--embedded', '--json'], env)
  expect(JSON.parse(gate.stdout)).toMatchObject({ unplanned: [] })
  expect((await place.tsq(['--in', repository, 'report'], env)).stdout).not.toContain('conftest.py')
})

test.each(['parcel-watch', 'invoicing'])('so is %s, whose parts ask others and work jobs off [C-06]', async name => {
  const answers = place.write('answers.yaml', sampleText(name))
  const made = await place.tsq(['new', '--embedded', '--out', place.path(name), '--answers', answers], {
    PATH: place.path('bin'),
    TRYSQUARE_UV: place.path('nowhere', 'uv'),
  })
  expect(told(made, 0)).toBe('exit 0')
  expect(made.stdout).toContain('ready with open items')
})

test('on such a machine the whole way stops with what to install, and nothing is lost [K-03] [Q-24]', async () => {
  const repository = place.path('whole')
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  const env = { PATH: place.path('bin'), TRYSQUARE_UV: place.path('nowhere', 'uv'), HOME: place.path('home') }
  const stopped = await place.tsq(['new', '--out', repository, '--answers', answers], env)
  expect(told(stopped, 2)).toBe('exit 2')
  expect(stopped.stderr).toMatch(/TSQ-(?:TOOL|PYTHON)-MISSING/)
  expect(stopped.stderr).toMatch(/^ {2}Do {4}\S/m)
  // With the tools there again, the same command goes on to the end.
  const done = await place.tsq(['new', '--out', repository, '--answers', answers])
  expect(told(done, 0)).toBe('exit 0')
  expect(done.stdout).toContain('ready for development')
})
