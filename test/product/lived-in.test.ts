import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { filesBelow, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const sample = sampleText('schema-guard')
const recorded = (collisions: string) =>
  sample.replace('  plan: approve', `  collisions: ${collisions}\n  plan: approve`)
const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
let count = 0
const livedIn = (files: Readonly<Record<string, string>>): string => {
  const out = place.path(`home-${++count}`)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(out, name, '..'), { recursive: true })
    writeFileSync(join(out, name), text)
  }
  return out
}

describe('a folder in which somebody lives', () => {
  test('is said before the first question, asked about, and left as it was until then [C-08]', async () => {
    const out = livedIn({ 'notes.txt': 'mine' })
    const ended = must(await begin(out, sample), 3)
    expect(ended.stderr).toContain('holds 1 thing already')
    expect(ended.stderr).toContain('approvals.collisions is needed')
    expect(filesBelow(out)).toEqual(['notes.txt'])
    must(await begin(out, recorded('{}')), 0)
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine')
    const tracked = must(await place.run('git', ['ls-files'], out), 0).stdout
    expect(tracked).toContain('pyproject.toml')
    expect(tracked).not.toContain('notes.txt')
  })

  test('a file in the way is shown with its difference and decided; kept, it is validated, and the rest is made around it [C-08]', async () => {
    const mine = '# Schema guard\n\nMy own words.\n'
    const out = livedIn({ 'README.md': mine, 'CHANGELOG.md': 'old\n' })
    const ended = must(await begin(out, sample), 3)
    expect(ended.stdout).toContain('-My own words.')
    expect(flat(ended.stderr)).toContain('2 files in the way')
    expect(filesBelow(out)).toEqual(['CHANGELOG.md', 'README.md'])
    // One decision is not both.
    must(await begin(out, recorded('{README.md: keep}')), 3)
    expect(filesBelow(out)).toEqual(['CHANGELOG.md', 'README.md'])
    const done = must(await begin(out, recorded('{README.md: keep, CHANGELOG.md: replace}')), 0)
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe(mine)
    expect(readFileSync(join(out, 'CHANGELOG.md'), 'utf8')).toContain('Keep a Changelog')
    const [, aside = ''] =
      /CHANGELOG\.md as it was lies in\s+(\S+?)\.\s/.exec(done.stderr.replaceAll(/\n\s+/g, ' ')) ?? []
    expect(readFileSync(aside, 'utf8')).toBe('old\n')
    expect(must(await place.tsq(['--in', out, 'report', '--format', 'json']), 0).stdout).toContain('keep README.md')
    const words = 'README.md: kept by you, not checked against the design'
    expect((await place.tsq(['--in', out, 'status'])).stdout).toContain(words)
    expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).toContain(words)
  })

  test('a file that is no text is kept as it is, unchecked and said so, or replaced and kept elsewhere; it is never merged [C-08]', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x80, 0x41])
    const out = livedIn({ 'CHANGELOG.md': '' })
    writeFileSync(join(out, 'CHANGELOG.md'), bytes)
    expect(must(await begin(out, sample), 3).stdout).toContain('yours is no text')
    const merging = must(await place.tsq(['--in', out, 'decide', 'collisions.CHANGELOG.md', 'merge']), 2)
    expect(merging.stderr).toContain('TSQ-MERGE-BYTES')
    const kept = must(await begin(out, recorded('{CHANGELOG.md: keep}')), 1)
    expect(readFileSync(join(out, 'CHANGELOG.md'))).toEqual(bytes)
    expect(flat(kept.stdout)).toContain('CHANGELOG.md not-checked')
    // The red says which decision it comes from, and that decision is given otherwise with the run at its end.
    const otherwise = 'trysquare decide collisions.CHANGELOG.md replace'
    const gate = must(await place.tsq(['--in', out, 'gate', 'run', '--embedded']), 1)
    expect(flat(gate.stdout)).toContain(`You kept it where the plan has a file: \`${otherwise}\``)
    expect(flat(gate.stdout)).toContain(
      `Open CHANGELOG.md is yours, kept as it is and checked by nothing: \`${otherwise}\``,
    )
    expect(gate.stdout).not.toContain('never made')
    expect(flat((await place.tsq(['--in', out, 'status'])).stdout)).toContain(otherwise)
    const again = must(await place.tsq(['--in', out, ...otherwise.split(' ').slice(1)]), 0)
    expect(flat(again.stderr)).toContain('CHANGELOG.md as it was lies in')
    expect(readFileSync(join(out, 'CHANGELOG.md'), 'utf8')).toContain('Keep a Changelog')
    expect((await place.tsq(['--in', out, 'status'])).stdout).toContain('At     finished')

    const other = livedIn({ 'CHANGELOG.md': '' })
    writeFileSync(join(other, 'CHANGELOG.md'), bytes)
    const replaced = must(await begin(other, recorded('{CHANGELOG.md: replace}')), 0)
    const aside = /CHANGELOG\.md as it was lies in (\S+?)\. /.exec(`${flat(replaced.stderr)} `)?.[1] ?? ''
    expect(readFileSync(aside)).toEqual(bytes)
    expect(readFileSync(join(other, 'CHANGELOG.md'), 'utf8')).toContain('Keep a Changelog')
  })

  test('a file that waits for its merge is said to wait for that, by the gate and by the report, and never to be unmade [C-08] [C-80]', async () => {
    const out = livedIn({ 'CHANGELOG.md': 'old\n' })
    must(await begin(out, sample), 3)
    const stopped = must(await place.tsq(['--in', out, 'decide', 'collisions.CHANGELOG.md', 'merge']), 3)
    expect(stopped.stderr).toContain('approvals.plan')
    const waits = must(await begin(out, sample), 3)
    expect(flat(waits.stderr)).toContain('CHANGELOG.md waits for your merge')
    const gate = await place.tsq(['--in', out, 'gate', 'run', '--embedded'])
    expect(flat(gate.stdout)).toMatch(/Open CHANGELOG\.md waits for your merge: `trysquare task show T-\d+`/)
    expect(gate.stdout).not.toMatch(/never made|not made yet/)
    expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).toContain('CHANGELOG.md: waits for your merge')
  })

  test('what is kept and does not pass is not accepted by a policy: somebody has to look [C-08] [C-67]', async () => {
    const out = livedIn({ 'src/schema_guard/exceptions.py': 'import os\nclass Wrong: pass\n' })
    const ended = must(await begin(out, recorded('{src/schema_guard/exceptions.py: keep}')), 3)
    expect(ended.stdout).toContain('NEEDS REVISION')
    expect(readFileSync(join(out, 'src/schema_guard/exceptions.py'), 'utf8')).toContain('class Wrong')
    // Another mind: the planned one after all.
    must(await place.tsq(['--in', out, 'decide', 'collisions.src/schema_guard/exceptions.py', 'replace']), 0)
    expect(readFileSync(join(out, 'src/schema_guard/exceptions.py'), 'utf8')).toContain('SchemaGuardError')
  })

  test('a file that appears while others are made is not written over: it is asked about then [C-08] [Q-02]', async () => {
    const out = place.path('appears')
    const reviewing = sample.replace(/^ {2}tasks: .*\n/m, '')
    must(await begin(out, reviewing), 3)
    writeFileSync(join(out, 'README.md'), 'meanwhile\n')
    const stopped = must(await begin(out, sample), 3)
    expect(stopped.stderr).toContain('approvals.collisions.README.md')
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('meanwhile\n')
    // Changed again after the decision, it is another file.
    must(await place.tsq(['--in', out, 'decide', 'collisions.README.md', 'replace']), 0)
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('# Schema Guard')
  })

  test('a repository with a history keeps it: nothing is committed for its owner [C-08]', async () => {
    const out = livedIn({ 'notes.txt': 'mine' })
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-qm', 'mine'],
    ])
      must(await place.run('git', args, out), 0)
    const ended = must(await begin(out, recorded('{}')), 0)
    expect(flat(ended.stderr)).toContain('what was made now is yours to commit')
    expect(must(await place.run('git', ['log', '--format=%s'], out), 0).stdout).toBe('mine\n')
  })

  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'TSQ-FILE-CHANGED'],
    ['a link', (path: string) => symlinkSync('/etc/hostname', path), 'TSQ-FILE-LINK'],
  ])('%s where a file belongs is refused by name, and nothing is written [C-08] [Q-05]', async (_, make, code) => {
    const out = livedIn({ 'notes.txt': 'mine' })
    make(join(out, 'README.md'))
    const ended = must(await begin(out, recorded('{}')), 2)
    expect(ended.stderr).toContain(code)
    expect(existsSync(join(out, '.trysquare'))).toBe(false)
  })
})
