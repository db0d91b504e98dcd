import { describe, expect, test } from 'vitest'
import { decides, reasoned } from './facts.ts'
import { weigh } from './substance.ts'

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
  ])
    test(`"${text}"`, () => {
      expect(weigh(text)).toBe('nothing')
      expect(decides({ topic: 'versioning', decision: text, why: 'We have no time for it now.' })).toBe(false)
    })
})

describe('a bare word or a refusal needs its reason [C-31]', () => {
  for (const text of ['none', 'No', 'n/a', 'no, none', 'Not needed.', 'not applicable', 'semver', 'PostgreSQL', 'yes'])
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
    '采用语义化版本',
    'セマンティック',
  ])
    test(`"${text}"`, () => expect(weigh(text)).toBe('sentence'))
})

test('a reason is more than a word', () => {
  for (const testing of [undefined, '', '.', 'tbd', 'because', 'none'])
    expect(reasoned({ testing }, 'testing')).toBe(false)
  expect(reasoned({ testing: 'Parts share values.' }, 'testing')).toBe(true)
})
