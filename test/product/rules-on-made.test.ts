import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { selected } from '../../src/core/gates/rules/select.ts'
import { loadAll } from '../../src/ports/registry.ts'
import { rules } from '../../src/shelves/rules/registry.ts'
import { lensFor, lookedAt } from '../rules/cases.ts'
import { filesBelow, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const designs = readdirSync(join(import.meta.dirname, '../designs'))
  .filter(each => each.endsWith('.yaml') && each !== 'published-scores.yaml')
  .map(each => each.replace(/\.yaml$/, ''))

const lens = await lensFor(selected(await loadAll(rules), {}))

test('there are designs of every kind to look at', () => {
  expect(designs.length).toBeGreaterThan(8)
})

test.each(designs)('no rule finds anything in what is made for %s [B-09, K-16a]', { timeout: 120_000 }, async name => {
  const repository = place.path(name)
  const answers = place.write(`${name}.yaml`, sampleText(name))
  must(await place.tsq(['new', '--embedded', '--out', repository, '--answers', answers]), 0)
  const made = filesBelow(repository).filter(path => path.endsWith('.py'))
  expect(made.length).toBeGreaterThan(3)
  const files = made.map(path => ({ path, text: readFileSync(join(repository, path), 'utf8') }))
  const { found } = await lookedAt(lens, files)
  expect(found.map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`)).toEqual([])
})
