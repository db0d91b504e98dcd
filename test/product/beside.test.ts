import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('home')
const source = 'src/schema_guard/validator.py'
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const own = (name: string, text: string): void => {
  mkdirSync(join(out, name, '..'), { recursive: true })
  writeFileSync(join(out, name), text)
}
let accepted = ''
/** The accepted module with one import more, as a delivery of its own. */
const importing = (line: string, use: string): string =>
  place.write('validator.py', `${accepted.replace('\nfrom ', `\n${line}\nfrom `)}\n\nOWN = ${use}\n`)

beforeAll(async () => {
  must(
    await place.tsq([
      'new',
      '--embedded',
      '--out',
      out,
      '--answers',
      place.write('a.yaml', sampleText('schema-guard')),
    ]),
    0,
  )
  accepted = readFileSync(join(out, source), 'utf8')
})

const imports = async (file: string): Promise<string> => {
  await tsq('task', 'submit', source, '--file', file)
  const shown = JSON.parse(must(await tsq('task', 'show', source, '--json'), 0).stdout) as {
    validation: { rows: readonly { check: string; outcome: string; reason: string }[] }
  }
  const row = shown.validation.rows.find(each => each.check === 'imports')
  return `${row?.outcome}: ${row?.reason}`
}

describe('a file that is given in once the run is finished', () => {
  test('may import a module of the person’s own that no plan names, and what that one imports [K-12] [C-68]', async () => {
    own('src/schema_guard/deep/__init__.py', '"""Mine."""\n')
    own('src/schema_guard/deep/base.py', '"""Mine."""\n\nNUMBER = 7\n')
    own('src/schema_guard/own.py', '"""Mine."""\n\nfrom schema_guard.deep.base import NUMBER\n\nOWN = NUMBER\n')
    expect(await imports(importing('from schema_guard import own', 'own.OWN'))).toBe('PASS: nothing found')
  })

  test('is told what its module does not have, and nothing is said of what it is given beside [K-12]', async () => {
    expect(await imports(importing('from schema_guard.own import WRONG', 'WRONG'))).toContain('has no `WRONG`')
    const shown = must(await tsq('task', 'list'), 0).stdout
    expect(shown).not.toContain('own.py')
  })

  test.each([
    ['is not there', undefined, 'nowhere'],
    ['git ignores', 'src/schema_guard/scratch/__init__.py', 'scratch'],
    ['lies in an environment', 'src/schema_guard/env/lib/__init__.py', 'env.lib'],
    ['is Trysquare’s own', '.trysquare/schema_guard/kept.py', 'kept'],
  ])('fails where the module %s [K-12]', async (_, path, module) => {
    if (path !== undefined) own(path, '"""Mine."""\n\nOWN = 1\n')
    own('src/schema_guard/env/pyvenv.cfg', 'home = /usr/bin\n')
    writeFileSync(join(out, '.git/info/exclude'), 'scratch/\n')
    expect(await imports(importing(`from schema_guard.${module} import OWN as MINE`, 'MINE'))).toMatch(
      /FAIL: unresolved at line \d+: `schema_guard\.\S+` is not in this project/,
    )
    rmSync(join(out, 'src/schema_guard/env'), { recursive: true })
  })
})
