import { expect, test } from 'vitest'
import { view } from '../../../test/critic-views.ts'
import { type Critic, critic } from '../../ports/critic.ts'
import { dimensions, keep, lose, remark } from './critique.ts'
import { clarify } from './review/clarify.ts'
import { bandOf, bands, meanings } from './review/scale.ts'
import { review } from './review.ts'

const prose = { asks: 'Is it?', why: 'Because.', example: { bad: 'No.', good: 'Yes.' } }
const losing = (id: string, points: number, dimension: Critic['dimension'] = 'risk'): Critic =>
  critic({
    id,
    dimension,
    at: [1, 2],
    ...prose,
    reads: ['intake.maturity', 'project.team_size'],
    judge: ({ intake }) => lose(points, `It is ${intake.maturity}.`, { winBack: `Change ${id}.` }),
  })
const remarking = critic({
  id: 'hint',
  dimension: 'clarity',
  at: [1],
  ...prose,
  reads: ['decisions'],
  judge: () => remark('A hint.'),
})
const silent = critic({
  id: 'silent',
  dimension: 'risk',
  at: [2],
  ...prose,
  reads: ['components'],
  judge: () => keep(),
})

test('each dimension starts from five and loses what its rules take, never below none [C-30]', () => {
  const result = review(1, view(), [losing('a', 2), losing('b', 1, 'clarity'), losing('c', 4)])
  expect(result.scores.map(each => each.points)).toEqual([4, 5, 5, 5, 0])
  expect(result.total).toBe(19)
  expect(result.band).toBe('good')
})

test('a remark costs nothing and is still said [C-31]', () => {
  const result = review(1, view(), [remarking])
  expect(result.total).toBe(25)
  expect(result.concerns).toMatchObject([{ rule: 'hint', verdict: 'remark', points: 0, says: 'A hint.' }])
  expect(result.recommendations).toEqual([])
  expect(result.missing).toEqual([])
})

test('a lost point names its rule, the answers it looked at and what wins it back [C-31]', () => {
  const [concern] = review(1, view(), [losing('a', 2)]).concerns
  expect(concern).toEqual({
    rule: 'a',
    dimension: 'risk',
    verdict: 'lose',
    points: 2,
    says: 'It is production.',
    winBack: 'Change a.',
    evidence: [
      { path: 'intake.maturity', value: 'production' },
      { path: 'project.team_size', value: null },
    ],
  })
})

test('recommendations come dearest first; risks and missing decisions by their dimensions [C-31]', () => {
  const result = review(1, view(), [losing('small', 1), losing('big', 3), losing('gap', 2, 'completeness')])
  expect(result.recommendations.map(each => each.rule)).toEqual(['big', 'gap', 'small'])
  expect(result.risks).toHaveLength(2)
  expect(result.missing).toHaveLength(1)
})

test('a rule speaks only at its own review [C-32]', () => {
  expect(review(2, view(), [remarking]).concerns).toEqual([])
  expect(() => review(1, { ...view(), components: [] }, [silent])).not.toThrow()
})

test('a dimension that lost nothing is justified by the design’s own answers [C-31]', () => {
  const [clarity, , maintainability, extensibility] = review(2, view(), []).scores
  expect(clarity?.justification).toContain('2 non-goals')
  expect(maintainability?.justification).toContain('unit+integration')
  expect(extensibility?.justification).toContain('on extension it is written “What holds for extension”')
})

test('praise quotes what was written down and claims nothing that was not [C-31]', () => {
  const decisions = [
    { topic: 'extension', decision: 'tbd' },
    { topic: 'versioning', decision: `Semantic versions. ${'More words. '.repeat(20)}` },
  ]
  const [, completeness, , extensibility] = review(1, view({ decisions }), []).scores
  expect(completeness?.justification).toContain('a decision is written down on versioning.')
  expect(extensibility?.justification).toMatch(/on versioning it is written “Semantic versions\. .* …”\.$/u)
  const open = review(1, view({ decisions: [], intake: { deployment: 'undecided' } }), []).scores
  expect(open[1]?.justification).not.toContain('undecided')
  expect(open[3]?.justification).toContain('no rule asks more')
})

test('a review is plain data that a journal can keep', () => {
  const long = view({ components: Array.from({ length: 40 }, () => ({})) })
  const many = critic({
    ...losing('a', 1),
    id: 'many',
    at: [2],
    reads: ['components'],
    judge: () => lose(1, 'Many.', { winBack: 'Fewer.' }),
  })
  const result = review(2, long, [losing('a', 2), many])
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  expect(result.concerns.find(each => each.rule === 'many')?.evidence[0]?.value).toHaveLength(13)
})

test('every total has one band, and only major problems refuse to proceed [C-30]', () => {
  for (let total = 0; total <= 25; total += 1)
    expect(bands.filter(band => total >= band.from && total <= band.to)).toEqual([bandOf(total)])
  expect(bands.filter(band => !band.proceed).map(band => [band.from, band.to])).toEqual([[0, 9]])
  expect(Object.keys(meanings)).toEqual([...dimensions])
})

test('a concern is explained in depth; a rule that kept silent says so [C-33]', () => {
  const rules = [losing('a', 2), silent]
  const result = review(2, view(), rules)
  expect(clarify(result, 'a', rules)).toMatchObject({
    verdict: 'lose',
    points: 2,
    why: 'Because.',
    winBack: 'Change a.',
  })
  expect(clarify(result, 'silent', rules)).toMatchObject({ verdict: 'keep', points: 0, evidence: [] })
  expect(clarify(result, 'nobody', rules)).toBeUndefined()
})
