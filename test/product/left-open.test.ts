import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { design, must, scratch, tracked, uv } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('parcels')
const custom = design('schema-guard', all => {
  all.components.push({
    name: 'pricing',
    kind: 'custom',
    does: 'Works out what a parcel costs.',
    interface: 'def price(weight_grams: int) -> int: ...\n',
  })
})
const parts = ['src/schema_guard/pricing.py', 'tests/test_pricing.py', 'examples/pricing.py'] as const
const begin = (text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
const source = `"""What a parcel costs."""


def price(weight_grams: int) -> int:
    """Return the price of a parcel in cents."""
    return 300 + weight_grams // 10
`

/** Where the project's own files speak of the component. */
const mentions = async (): Promise<readonly string[]> =>
  [...(await tracked(place, out))]
    .filter(([, bytes]) => /pricing/i.test(Buffer.from(bytes, 'base64').toString()))
    .map(([name]) => name)

test('what is left open is not spoken of as if it were there, and spoken of once it is [C-70] [C-67]', async () => {
  must(await begin(custom), 3)
  for (const part of parts.slice(0, 2)) must(await place.tsq(['--in', out, 'task', 'defer', part, '--why', 'later']), 3)
  const ended = must(await place.tsq(['--in', out, 'task', 'defer', parts[2], '--why', 'later']), 0)
  expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain('made again: ')
  expect(await mentions()).toEqual([])
  expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).toContain('pricing.py is deferred')

  const given = place.write('pricing.py', source)
  must(await place.tsq(['--in', out, 'task', 'submit', parts[0], '--file', given]), 0)
  must(await place.run('git', ['add', '-A'], out), 0)
  expect(await mentions()).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md']))
  expect(readFileSync(join(out, 'README.md'), 'utf8')).not.toContain('examples/pricing.py')
})

test('what imports a file that is left open is not made again without it [C-67] [C-70]', async () => {
  const open = place.path('source')
  const text = design('schema-guard', all => {
    Object.assign(all['approvals'] ?? {}, { task_decisions: { 'src/schema_guard/validator.py': 'defer' } })
  })
  const ended = must(
    await place.tsq(['new', '--embedded', '--out', open, '--answers', place.write('source.yaml', text)]),
    1,
  )
  expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain('`schema_guard.validator` is not in this project')
  expect(readFileSync(join(open, 'src/schema_guard/__init__.py'), 'utf8')).not.toContain('validator')
})

test('a README that is left open is no reason for the packaging to name it [C-67] [C-70]', async () => {
  const bare = place.path('bare')
  const text = design('schema-guard', all => {
    Object.assign(all['approvals'] ?? {}, { task_decisions: { 'README.md': 'defer' } })
  })
  must(await place.tsq(['new', '--embedded', '--out', bare, '--answers', place.write('bare.yaml', text)]), 0)
  expect(readFileSync(join(bare, 'pyproject.toml'), 'utf8')).not.toContain('README')
})

test('what would install from a lock file says how to make it while there is none, and is right again once it is there [C-73] [C-70]', async () => {
  const open = place.path('unlocked')
  const text = design('orders-api', all => {
    Object.assign(all['intake'] ?? {}, { deployment: 'container' })
    Object.assign(all['features'] ?? {}, { readme_languages: ['de'] })
  })
  const made = must(
    await place.tsq(['new', '--embedded', '--out', open, '--answers', place.write('open.yaml', text)]),
    0,
  )
  expect(made.stderr).not.toContain('made again: ')
  expect(must(await place.tsq(['--in', open, 'status']), 0).stdout).toContain(
    'Open   uv.lock is deferred; Types did not run; Tests did not run',
  )
  const told = async (words: string) =>
    [...(await tracked(place, open))]
      .filter(([path]) => !path.startsWith('.trysquare/') && path !== 'GENERATION_REPORT.md')
      .filter(([, bytes]) => Buffer.from(bytes, 'base64').toString().includes(words))
      .map(([path]) => path)
      .toSorted()
  expect(await told('--locked')).toEqual([])
  expect(await told('uv.lock')).toEqual(['.dockerignore', 'CONTRIBUTING.md', 'README.de.md', 'README.md'])
  expect(readFileSync(join(open, 'README.md'), 'utf8')).toContain('```sh\nuv lock\nuv sync\n```')

  must(await place.run(uv, ['lock', '--quiet'], open), 0)
  must(await place.tsq(['--in', open, 'task', 'submit', 'uv.lock', '--file', join(open, 'uv.lock')]), 0)
  must(await place.run('git', ['add', '-A'], open), 0)
  expect(await told('--locked')).toEqual(
    expect.arrayContaining(['.github/workflows/ci.yml', 'CONTRIBUTING.md', 'Dockerfile', 'README.de.md', 'README.md']),
  )
  expect(readFileSync(join(open, 'README.md'), 'utf8')).not.toContain('uv lock')
})

test('a page that a person has edited and had accepted is not made again for what is there now: that is asked [C-04] [C-67]', async () => {
  const readme = join(out, 'README.md')
  appendFileSync(readme, '\nA line of mine.\n')
  must(await place.tsq(['--in', out, 'task', 'submit', 'README.md']), 0)
  const example = place.write(
    'example.py',
    '"""Ask for a price."""\n\nfrom schema_guard.pricing import price\n\nprint(price(100))\n',
  )
  const stopped = must(await place.tsq(['--in', out, 'task', 'submit', parts[2], '--file', example]), 3)
  expect(stopped.stderr).toContain('approvals.collisions.README.md')
  expect(stopped.stdout).toContain('-A line of mine.')
  must(await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'keep']), 0)
  expect(readFileSync(readme, 'utf8')).toContain('A line of mine.')
})
