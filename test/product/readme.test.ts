import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { careless } from '../../scripts/demo/careless.ts'
import { lie } from '../../scripts/demo/lie.ts'
import { loadAnswers } from '../../src/app/answers.ts'
import { compose } from '../../src/app/compose.ts'
import { silent } from '../../src/doors/cli/reporter.ts'
import { must, sampleText, scratch } from './product.ts'

const page = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const withoutBlankLines = (text: string) => text.replaceAll(/\n{2,}/g, '\n').trim()

/** The table in one line, without the folder of this machine that Python's own words end with. */
const anywhere = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/('boolean') from '.*?\(and \d+ more\)/, '$1 …')
    .trim()

test('our own README shows what the demonstration measures of a doer that lies', async () => {
  const [, table] = /```text\n((?:(?!```)[\s\S])*Overall: NEEDS REVISION\n)```/.exec(page) ?? []
  expect(table).toBeDefined()
  const place = scratch()
  const env = { ...process.env, ...place.env }
  const world = compose({ cwd: place.root, env, home: homedir(), user: 'ada' }, silent, { doers: [careless] })
  const given = await loadAnswers(world, place.write('a.yaml', sampleText('schema-guard')), 'a.yaml')
  const { measured, refused, claim } = await lie(world, given, place.path('lie'))
  place.remove()
  expect(refused).toBe(true)
  expect(page).toContain(`“${claim}”`)
  expect(anywhere(measured.join('\n'))).toBe(anywhere(table ?? ''))
})

test('our own README shows how a run ends, to the letter', async () => {
  const [, session] = /```text\n((?:(?!```)[\s\S])*ready for development\n)```/.exec(page) ?? []
  expect(session).toBeDefined()
  const place = scratch()
  const answers = place.write('a.yaml', sampleText('schema-guard'))
  const made = must(await place.tsq(['new', '--out', place.path('schema-guard'), '--answers', answers]), 0)
  place.remove()
  expect(withoutBlankLines(made.stdout)).toContain(withoutBlankLines(session ?? ''))
})
