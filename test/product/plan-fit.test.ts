import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { journalOf, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('home')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const words = (text: string): string => text.replaceAll(/\s+/g, ' ')
const stateOf = async (): Promise<{ readonly at: string; readonly files: number }> =>
  JSON.parse(must(await tsq('status', '--json'), 0).stdout) as { at: string; files: number }

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 0)
})

describe('a file that is added to the plan of a finished run', () => {
  /** What lies there before, by the path that is to be added. */
  const lays: Readonly<Record<string, readonly [path: string, make: (at: string) => unknown]>> = {
    'src/schema_guard/sub': ['src/schema_guard/sub', at => mkdirSync(at)],
    'src/schema_guard/pipe.py': ['src/schema_guard/pipe.py', at => execFileSync('mkfifo', [at])],
    'src/schema_guard/link.py': ['src/schema_guard/link.py', at => symlinkSync('errors.py', at)],
    'linked/own.py': ['linked', at => symlinkSync('src', at)],
    'notes.txt/own.md': ['notes.txt', at => writeFileSync(at, 'Mine.\n')],
  }

  test.each([
    ['src/schema_guard/sub', 'TSQ-PLAN-EDIT', 'src/schema_guard/sub is neither a file nor missing'],
    ['src/schema_guard/pipe.py', 'TSQ-PLAN-EDIT', 'is neither a file nor missing'],
    ['src/schema_guard/link.py', 'TSQ-PLAN-EDIT', 'is a symbolic link'],
    ['linked/own.py', 'TSQ-PLAN-EDIT', 'What lies at linked is a symbolic link'],
    ['notes.txt/own.md', 'TSQ-PLAN-EDIT', 'What lies at notes.txt is no folder'],
    ['src/schema_guard/validator.py/x.md', 'TSQ-PLAN-EDIT', 'src/schema_guard/validator.py is a file'],
    ['dist/notes.md', 'TSQ-PATH', 'what builds leave'],
    ['GENERATION_REPORT.html', 'TSQ-PATH', 'a report of Trysquare'],
    ['.env', 'TSQ-PATH', 'secrets of one machine'],
  ])('is refused at %s before anything is kept [C-64] [C-41]', async (path, code, reason) => {
    const [laid, make] = lays[path] ?? []
    if (laid !== undefined) make?.(join(out, laid))
    const before = readFileSync(journalOf(out), 'utf8')
    const ended = must(await tsq('plan', 'add', path, '--purpose', 'Mine.'), 2)
    if (laid !== undefined) rmSync(join(out, laid), { recursive: true })
    expect(ended.stderr).toContain(code)
    expect(words(ended.stderr)).toContain(reason)
    expect(readFileSync(journalOf(out), 'utf8')).toBe(before)
    expect(await stateOf()).toMatchObject({ at: 'finished' })
  })
})

describe('a plan that is open', () => {
  beforeAll(async () => {
    must(await tsq('revise', 'plan', '--why', 'more is wanted'), 0)
  })

  test('takes no such file from an edited one either [C-64]', async () => {
    const text = must(await tsq('plan', 'edit', '--print'), 0).stdout
    const given = place.write('plan.yaml', `${text}  - {path: build/own.md, purpose: Mine.}\n`)
    expect(words(must(await tsq('plan', 'edit', '--file', given), 2).stderr)).toContain('what builds leave')
  })

  test('is changed although something in the way keeps it from being made [C-64] [C-05]', async () => {
    must(await tsq('plan', 'add', 'docs/night.md', '--purpose', 'What to do at night.'), 0)
    must(await tsq('plan', 'add', 'docs/day.md', '--purpose', 'What to do by day.'), 0)
    mkdirSync(join(out, 'docs/night.md'), { recursive: true })
    must(await tsq('revise', 'structure', '--why', 'looked at again'), 0)
    await tsq(
      'next',
      '--answers',
      place.write('again.yaml', sampleText('schema-guard').replace(/^ {2}plan: approve\n/m, '')),
    )
    expect(await stateOf()).toEqual(expect.objectContaining({ at: 'plan', files: 0 }))
    must(await tsq('next'), 2)
    const listed = must(await tsq('plan', 'edit', '--print'), 0).stdout
    expect(listed).toContain('docs/night.md')
    must(await tsq('plan', 'remove', 'docs/night.md', '--why', 'a folder lies there'), 0)
    const shown = must(await tsq('plan', 'show'), 0).stdout
    expect(shown).toContain('docs/day.md')
    expect(shown).not.toContain('docs/night.md ')
    rmSync(join(out, 'docs/night.md'), { recursive: true })
  })
})

/** The sample, in whose folder things may lie. */
const beside = sampleText('schema-guard').replace('approvals:\n', 'approvals:\n  collisions: {}\n')

/** The same, whose answers file changes its plan too. */
const adding = (...files: readonly string[]): string =>
  beside.replace(
    '  plan: approve\n',
    `  plan:\n    decision: approve\n    add:\n${files.map(each => `      - {path: ${each}, purpose: Mine.}\n`).join('')}`,
  )

describe('an answers file', () => {
  test.each([
    ['dist/own.md', 'what builds leave'],
    ['there/x.md', 'is neither a file nor missing'],
    ['linked/x.md', 'What lies at linked is a symbolic link'],
  ])('that adds %s is refused by the place, and nothing of it is kept [C-64] [N-02]', async (path, reason) => {
    const folder = place.path('added')
    mkdirSync(join(folder, 'there/x.md'), { recursive: true })
    symlinkSync('there', join(folder, 'linked'))
    const line = (file: string) => ['new', '--embedded', '--out', folder, '--answers', file]
    const ended = must(await place.tsq(line(place.write('adds.yaml', adding(path)))), 2)
    expect(words(ended.stderr)).toContain(reason)
    const { at } = JSON.parse((await place.tsq(['--in', folder, 'status', '--json'])).stdout) as { at: string }
    expect(at).toBe('plan')
    rmSync(join(folder, 'linked'))
    must(await place.tsq(line(place.write('plain.yaml', beside))), 0)
    rmSync(folder, { recursive: true })
  })

  test('that is given to an open plan adds to it what it says, once, and keeps what others added [C-64] [C-04]', async () => {
    const folder = place.path('grown')
    const here = (...args: readonly string[]) => place.tsq(['--in', folder, ...args])
    const given = place.write('plain.yaml', sampleText('schema-guard'))
    must(await place.tsq(['new', '--embedded', '--out', folder, '--answers', given]), 0)
    must(await here('plan', 'add', 'docs/day.md', '--purpose', 'By day.'), 0)
    const more = place.write('more.yaml', adding('docs/night.md', 'docs/day.md'))
    expect(words(must(await here('next', '--answers', more), 3).stderr)).toContain('docs/day.md')
    const listed = must(await here('task', 'list'), 0).stdout
    for (const path of ['docs/day.md', 'docs/night.md']) expect(listed.split(`${path} `)).toHaveLength(2)
    expect(words(must(await here('task', 'prompt', 'docs/day.md'), 0).stdout)).toContain('By day.')
    must(await here('revise', 'plan', '--why', 'once more'), 0)
    const taken = place.write('taken.yaml', adding('README.md'))
    expect(words(must(await here('next', '--answers', taken), 2).stderr)).toContain('The plan has README.md already')
  })
})
