import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReportFormat } from '../../src/ports/report.ts'
import { hostile, poisoned, sampleModel } from '../report-models.ts'

const shelf = new URL('../../src/shelves/reports/', import.meta.url)
const ids = readdirSync(shelf, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .toSorted()

const load = async (id: string): Promise<ReportFormat> =>
  ((await import(new URL(`${id}/report.ts`, shelf).href)) as { readonly default: ReportFormat }).default

/** A text as its words alone: without markup, entities, escapes and line ends, which each format has its own of. */
const bare = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('\\n', '')
    .replace(/[\s\\`"]+/g, '')

const model = sampleModel()
const promised: readonly (readonly [string, readonly string[]])[] = [
  ['what was not verified', model.unverified],
  ['denominators', model.denominators.flatMap(each => [each.label, each.value])],
  ['verdict and reasons', [model.verdict, ...model.reasons]],
  ['answers', model.design.flatMap(each => [each.stage, ...each.answers.flatMap(one => [one.question, one.answer])])],
  [
    'tasks',
    model.tasks.flatMap(each => [each.id, each.path, each.purpose, each.effort, each.status, each.doer, each.decided]),
  ],
  ['rows', model.tasks.flatMap(each => each.rows.flatMap(row => [row.title, row.outcome, row.reason]))],
  ['files', model.files.flatMap(each => [each.path, String(each.bytes), String(each.lines), each.purpose])],
  ['metrics', model.metrics.flatMap(each => [each.label, each.value])],
  ['outstanding items', model.outstanding.flatMap(each => [each.what, each.why, each.todo])],
  ['commands', model.next.flatMap(each => [each.does, each.command])],
  ['warnings', model.warnings],
  ['sub-prompts', model.prompts.map(each => each.text)],
  ['scores', model.reviews.flatMap(each => [each.decided, ...each.review.scores.map(score => score.justification)])],
  [
    'concerns',
    model.reviews.flatMap(each =>
      each.review.concerns.flatMap(one => [
        one.rule,
        one.says,
        one.winBack ?? '',
        ...one.evidence.map(shown => shown.path),
      ]),
    ),
  ],
  ['log', model.log.flatMap(each => [each.at, each.what, each.who, each.why ?? ''])],
]

test('the four formats are there [C-81]', () => {
  expect(ids).toEqual(expect.arrayContaining(['html', 'json', 'markdown', 'text']))
})

test('each format has a file of its own, and Markdown is called as published [C-81]', async () => {
  const files = await Promise.all(ids.map(async id => (await load(id)).file))
  expect(new Set(files).size).toBe(files.length)
  for (const file of files) expect(file).toMatch(/^GENERATION_REPORT\.[a-z]+$/)
  expect((await load('markdown')).file).toBe('GENERATION_REPORT.md')
})

test.for(ids)('%s is called as its folder', async id => {
  expect((await load(id)).id).toBe(id)
})

test.for(ids.flatMap(id => promised.map(([what, texts]) => [id, what, texts] as const)))(
  '%s prints all %s [C-80]',
  async ([id, , texts]) => {
    const printed = bare((await load(id)).print(model))
    expect(texts.filter(text => !printed.includes(bare(text)))).toEqual([])
  },
)

test.for(ids)('%s prints the same text for the same model, and ends with one newline [C-81]', async id => {
  const format = await load(id)
  expect(format.print(sampleModel())).toBe(format.print(model))
  expect(format.print(model)).toMatch(/[^\n]\n$/)
})

test.for(ids)('%s opens with what was not verified [C-80]', async id => {
  const printed = bare((await load(id)).print(model)).replace(/^.*<main>/, '')
  const at = (text: string) => printed.indexOf(bare(text))
  expect(at(model.unverified[0] ?? '')).toBeGreaterThan(0)
  expect(at(model.unverified[0] ?? '')).toBeLessThan(at(model.reasons[0] ?? ''))
  expect(at(model.denominators[0]?.value ?? '')).toBeLessThan(at(model.reasons[0] ?? ''))
})

const top = (text: string) => text.replace(/^[\s\S]*<main>/, '').slice(0, 700)

test.for(ids)('%s says at the top that a run is partial, and only then [C-81]', async id => {
  const { print } = await load(id)
  const says = /partial report|"finished": false/i
  expect(top(print({ ...model, run: { ...model.run, finished: false } }))).toMatch(says)
  expect(top(print(model))).not.toMatch(says)
})

test.for(ids)('%s prints an empty run and hostile words without failing [C-81]', async id => {
  const { print } = await load(id)
  const empty = {
    unverified: [],
    denominators: [],
    reasons: [],
    design: [],
    reviews: [],
    tasks: [],
    files: [],
    gate: [],
    metrics: [],
    outstanding: [],
    next: [],
    warnings: [],
    prompts: [],
    log: [],
  }
  expect(print({ ...model, ...empty }).length).toBeGreaterThan(300)
  for (const text of hostile) expect(print(poisoned(model, text)).length).toBeGreaterThan(300)
})
