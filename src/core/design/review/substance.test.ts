import { describe, expect, test } from 'vitest'
import { decides, reasoned } from './facts.ts'
import { isBlank, sameWords, weigh } from './substance.ts'

describe('a text that puts off or fills a gap says nothing [C-31]', () => {
  for (const text of [
    '',
    ' ',
    '.',
    '-',
    '…',
    'TBD',
    't.b.d.',
    'todo',
    'Later!',
    'maybe',
    'unknown',
    'to be decided',
    'not yet',
    'I don’t know yet',
    'we will see',
    'todo todo',
    'TBD soon, see ticket',
    'to be confirmed',
    'Work in progress.',
    'under discussion',
    'coming soon',
    'will be added',
    'see above',
    'left open',
    'No decision yet',
    'N/A for now',
    '待定',
  ])
    test(`"${text}"`, () => {
      expect(weigh(text)).toBe('nothing')
      expect(decides({ topic: 'versioning', decision: text, why: 'We have no time for it now.' })).toBe(false)
    })
})

describe('a bare word or a refusal needs its reason [C-31]', () => {
  for (const text of [
    'none',
    'No',
    'n/a',
    'no, none',
    'Not needed.',
    'not applicable',
    'semver',
    'PostgreSQL',
    'yes',
    'not relevant',
    'x y',
    '1 2',
    'versions, versions',
    'Best practice.',
    'Industry standard',
  ])
    test(`"${text}"`, () => {
      expect(weigh(text)).toBe('word')
      expect(decides({ topic: 'versioning', decision: text })).toBe(false)
      expect(decides({ topic: 'versioning', decision: text, why: 'none' })).toBe(false)
      expect(decides({ topic: 'versioning', decision: text, why: 'Each consumer pins a commit of ours.' })).toBe(true)
    })
})

describe('two words that say something are enough, in any script [C-31]', () => {
  for (const text of [
    'Semantic versions.',
    'No promise is made.',
    'later versions win',
    'Released every 90 days.',
    'An open question is answered by the oldest test.',
    '采用语义化版本',
    'セマンティック',
  ])
    test(`"${text}"`, () => expect(weigh(text)).toBe('sentence'))
})

test('a reason is more than a word, and more than praise', () => {
  for (const testing of [
    undefined,
    '',
    '.',
    'tbd',
    'because',
    'none',
    'Because we like it.',
    'See below.',
    'Best practice.',
  ])
    expect(reasoned({ testing }, 'testing')).toBe(false)
  expect(reasoned({ testing: 'Parts share values.' }, 'testing')).toBe(true)
})

test('a single word carries a meaning, a placeholder none', () => {
  for (const text of ['charts', 'GUI', '图表']) expect([text, isBlank(text)]).toEqual([text, false])
  for (const text of ['', 'x', 'none', 'nothing', 'tbd.', '-', 'n/a'])
    expect([text, isBlank(text)]).toEqual([text, true])
})

test('the same words are the same, whatever their case and marks', () => {
  expect(sameWords('Loads the data.', 'loads  THE data')).toBe(true)
  expect(sameWords('Loads the data.', 'Stores the data.')).toBe(false)
})
