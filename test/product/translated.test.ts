import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { design, scratch, told, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

test('a language that is written here is made, another is an open item, and both are said [C-71] [N-03]', async () => {
  const folder = place.path('guard')
  const text = design('schema-guard', all => {
    all.features = { ...all.features, readme_languages: ['de', 'zh'] }
  })
  const made = await place.tsq(['new', '--embedded', '--out', folder, '--answers', place.write('a.yaml', text)])
  expect(told(made, 0)).toBe('exit 0')
  expect(made.stdout).toContain('README.zh.md is deferred')
  expect(made.stdout).not.toContain('README.de.md is deferred')
  const files = [...(await tracked(place, folder)).keys()]
  expect(files).toContain('README.de.md')
  expect(files).not.toContain('README.zh.md')
  const page = readFileSync(join(folder, 'README.de.md'), 'utf8')
  expect(page).toContain('## Schnellstart')
  expect(page).toContain('[README.md](README.md)')
  expect(page).toContain('```sh\nuv add "../schema-guard"\n```')
})
