import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { must, sampleText, scratch, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)

/** Names that come the other way round in the alphabet: a sorted design would turn the command line round. */
const text = sampleText('tablecutter')
  .replaceAll(/^( +)source:/gm, '$1table:')
  .replaceAll(/^( +)target:/gm, '$1copy:')

test('the order of arguments is kept through the history, a stop and a replay [N-01] [C-05] [C-40]', async () => {
  const once = place.path('once')
  must(await place.tsq(['new', '--embedded', '--out', once, '--answers', place.write('once.yaml', text)]), 0)
  const files = await tracked(place, once)
  const module = readFileSync(join(once, 'src/tablecutter/commands/convert.py'), 'utf8')
  expect(module.indexOf('    table: Path')).toBeGreaterThan(0)
  expect(module.indexOf('    copy: Path')).toBeGreaterThan(module.indexOf('    table: Path'))

  const stopped = place.path('stopped')
  const unapproved = place.write('stopped.yaml', text.replace(/^ {2}plan: .*\n/m, ''))
  must(await place.tsq(['new', '--embedded', '--out', stopped, '--answers', unapproved]), 3)
  must(await place.tsq(['--in', stopped, 'next', '--answers', join(place.root, 'once.yaml')]), 0)
  expect(await tracked(place, stopped)).toEqual(files)

  const saved = place.write('saved.yaml', readFileSync(join(once, '.trysquare', 'answers.yaml'), 'utf8'))
  must(await place.tsq(['new', '--embedded', '--out', place.path('replayed'), '--answers', saved]), 0)
  expect(await tracked(place, place.path('replayed'))).toEqual(files)
})
