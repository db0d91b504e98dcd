import { describe, expect, test } from 'vitest'
import type { ErrorData } from '../../../base/errors/catalogue.ts'
import { wordsOf } from '../../../base/errors/known-error.ts'
import { isRefusal, type Refusal } from '../../../base/refusal.ts'
import { type ChoicePath, choices, type Option } from './choices.ts'
import { isDelivered } from './delivered.ts'
import { readAnswers } from './read.ts'
import type { Given } from './schema.ts'
import { answerAt } from './stages.ts'

const given = (value: unknown): Given => {
  const found = readAnswers(value)
  if (Array.isArray(found)) throw new Error(JSON.stringify(found))
  return found as Given
}
const refusals = (value: unknown): readonly Refusal[] => {
  const found = readAnswers(value)
  return Array.isArray(found) ? (found as readonly Refusal[]) : []
}
const lists = new Set(['intake.users', 'structure.guided.exposure', 'structure.guided.directories'])
const at = (path: string, value: unknown) =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), lists.has(path) ? [value] : value)
const valueAt = (path: string, from: Given): unknown => {
  const value = answerAt(from, path)
  return lists.has(path) ? (value as readonly unknown[])[0] : value
}

describe.each(Object.keys(choices) as ChoicePath[])('%s', path => {
  const options = choices[path].options as readonly Option[]

  test('is read by id and by a letter that is its own [C-10] [N-01]', () => {
    for (const { id, letter } of options) {
      expect(valueAt(path, given(at(path, id.toUpperCase())))).toBe(id)
      if (options.filter(each => each.letter === letter).length > 1) continue
      expect(valueAt(path, given(at(path, letter.toLowerCase())))).toBe(id)
    }
  })

  test('refuses a misspelt id with all choices and the nearest [N-01]', () => {
    for (const { id } of options.filter(each => each.id.length > 3)) {
      const [refused, ...more] = refusals(at(path, `${id}q`))
      if (refused === undefined) throw new Error('it was taken')
      expect(more).toEqual([])
      expect(refused.code).toBe('TSQ-ANSWERS-VALUE')
      expect(refused.data).toMatchObject({ value: `${id}q`, nearest: id })
      const { choices: made, notMade } = refused.data as ErrorData<'TSQ-ANSWERS-VALUE'>
      expect([...made, ...(notMade ?? [])].toSorted()).toEqual(options.map(each => each.id).toSorted())
      expect(made.every(each => isDelivered(path, each))).toBe(true)
      expect((notMade ?? []).some(each => isDelivered(path, each))).toBe(false)
    }
  })
})

test.each([
  ['features.api', 'C', ['strawberry', 'graphene']],
  ['features.ui', 'b', ['react', 'vue']],
  ['features.ui', 'D', ['flask-admin', 'sqladmin', 'django-admin']],
])('%s: the letter %s stands for several and is asked about [N-01]', (path, letter, ids) => {
  expect(refusals(at(path, letter))).toEqual([
    { refused: true, code: 'TSQ-ANSWERS-LETTER', data: { path, letter, ids }, place: {} },
  ])
})

test.each([
  [{ intak: {} }, 'intak', 'intake'],
  [{ intake: { package_nmae: 'x' } }, 'intake.package_nmae', 'package_name'],
  [{ approvals: { critic1: 'proceed' } }, 'approvals.critic1', 'critic_1'],
  [{ project: { authors: [{ name: 'A', emial: 'a@b.org' }] } }, 'project.authors[0].emial', 'email'],
  [{ components: [{ kinde: 'x' }] }, 'components[0].kinde', 'kind'],
  [{ zzzzzzz: 1 }, 'zzzzzzz', undefined],
])('an unknown key names its path and the nearest key: %j [N-01]', (value, path, nearest) => {
  const refused = refusals(value).find(each => each.code === 'TSQ-ANSWERS-KEY')
  expect(refused?.data).toMatchObject({ path })
  expect((refused?.data as { readonly nearest?: string } | undefined)?.nearest).toBe(nearest)
})

test.each([
  [{ approvals: { intake: 'yes' } }, 'approvals.intake', 'TSQ-ANSWERS-VALUE'],
  [{ approvals: { critic_1: 'procede' } }, 'approvals.critic_1', 'TSQ-ANSWERS-VALUE'],
  [{ approvals: { critic_1: { decision: 'go' } } }, 'approvals.critic_1.decision', 'TSQ-ANSWERS-VALUE'],
  [
    { approvals: { critic_1: { decision: 'proceed', min_score: 'many' } } },
    'approvals.critic_1.min_score',
    'TSQ-ANSWERS-INVALID',
  ],
  [{ intake: { users: 'developers' } }, 'intake.users', 'TSQ-ANSWERS-SHAPE'],
  [{ intake: { users: [] } }, 'intake.users', 'TSQ-ANSWERS-SHAPE'],
  [{ intake: { non_goals: [] } }, 'intake.non_goals', 'TSQ-ANSWERS-SHAPE'],
  [{ intake: { non_goals: [' '] } }, 'intake.non_goals[0]', 'TSQ-ANSWERS-INVALID'],
  [{ intake: ['a'] }, 'intake', 'TSQ-ANSWERS-SHAPE'],
  [{ intake: '' }, 'intake', 'TSQ-ANSWERS-SHAPE'],
  [{ intake: { description: 'x'.repeat(301) } }, 'intake.description', 'TSQ-ANSWERS-INVALID'],
  [{ structure: { tree: 'x'.repeat(200_001) } }, 'structure.tree', 'TSQ-ANSWERS-SHAPE'],
  [{ project: { team_size: '0' } }, 'project.team_size', 'TSQ-ANSWERS-INVALID'],
  [{ project: { remote: 'javascript:alert(1)' } }, 'project.remote', 'TSQ-ANSWERS-INVALID'],
  [{ project: { authors: [{ name: 'A', email: 'nobody' }] } }, 'project.authors[0].email', 'TSQ-ANSWERS-INVALID'],
  [
    { components: [{ name: 'a', kind: 'custom', does: 'x', path: '../evil.py' }] },
    'components[0].path',
    'TSQ-ANSWERS-INVALID',
  ],
  [
    { approvals: { collisions: { '/etc/passwd': 'replace' } } },
    'approvals.collisions./etc/passwd',
    'TSQ-ANSWERS-INVALID',
  ],
  [{ date: '2026-13-41' }, 'date', 'TSQ-ANSWERS-INVALID'],
  [{ git: 'maybe' }, 'git', 'TSQ-ANSWERS-VALUE'],
  ['a word', 'the file', 'TSQ-ANSWERS-SHAPE'],
  [[], 'the file', 'TSQ-ANSWERS-SHAPE'],
])('what cannot be used is refused at its path: %j [C-11] [Q-05]', (value, path, code) => {
  const found = refusals(value)
  expect(found.map(each => [each.code, (each.data as { readonly path: string }).path])).toContainEqual([code, path])
})

test.each(['xx', 'eng', 'EN', 'de-AT'])('%s is no ISO 639-1 code of a language [C-71]', language => {
  expect(refusals({ features: { readme_languages: ['de', language] } })).toHaveLength(1)
})

test('every problem is told at once, in the order of the file [N-01]', () => {
  const lines: Readonly<Record<string, number>> = { 'features.ui': 9, 'intake.purpose': 2, 'intake.oops': 5 }
  const found = readAnswers({ intake: { purpose: 'Q', oops: 1 }, features: { ui: 'B' } }, path => {
    const line = lines[path.join('.')]
    return line === undefined ? {} : { line }
  })
  expect((found as readonly Refusal[]).map(each => [each.place?.line, each.code])).toEqual([
    [2, 'TSQ-ANSWERS-VALUE'],
    [5, 'TSQ-ANSWERS-KEY'],
    [9, 'TSQ-ANSWERS-LETTER'],
  ])
})

test('choices that are refused right after are not offered: with a purpose, those that it cannot have [N-01] [N-03]', () => {
  const [refused] = refusals({ intake: { purpose: 'library', deployment: 'contaner' } })
  expect(refused?.data).toMatchObject({
    choices: ['local', 'multiple', 'undecided'],
    notMade: ['container', 'cloud'],
    nearest: 'container',
  })
  if (refused === undefined) throw new Error('it was taken')
  const { why, todo } = wordsOf(refused.code)
  expect(why(refused.data)).toContain('It must be one of local, multiple, undecided. Not made by this version')
  expect(todo(refused.data)).toContain('The nearest, "container", is not made. Write one of local, multiple, undecided')
})

test('what is missing is told as missing, with the form that it has [N-01]', () => {
  const [refused] = refusals({ project: { authors: [{ name: 'Ada' }] } })
  if (refused === undefined) throw new Error('it was taken')
  const { what, todo } = wordsOf(refused.code)
  expect(what(refused.data)).toBe('project.authors[0].email is missing')
  expect(todo(refused.data)).toMatch(/^Write an address such as ada@example\.org\. See/)
})

test('nothing is invented: what was not answered is not in what is read [N-02]', () => {
  expect(given({})).toEqual({})
  expect(given({ intake: { package_name: 'plain' } })).toEqual({ intake: { package_name: 'plain' } })
})

test('hostile keys change nothing but themselves [Q-05]', () => {
  const value: unknown = JSON.parse('{"__proto__": {"git": "true"}, "constructor": {"x": "1"}}')
  expect(refusals(value).map(each => each.code)).toEqual(['TSQ-ANSWERS-KEY', 'TSQ-ANSWERS-KEY'])
  expect(isRefusal({}) || 'git' in {}).toBe(false)
})

test('a very long value is refused in no time: patterns do not backtrack over it [Q-05]', () => {
  const email = `a@${'.'.repeat(500_000)}@`
  expect(refusals({ project: { authors: [{ name: 'A', email }] } })).toHaveLength(1)
  expect(refusals({ intake: { python: `>=3.11${' '.repeat(500_000)}x` } })).toHaveLength(1)
  expect(refusals({ intake: { package_name: '_'.repeat(500_000) } })).toHaveLength(1)
}, 5_000)
