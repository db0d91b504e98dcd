import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { portraitIn } from '../../../test/small-trees.ts'
import { isRefusal } from '../../base/refusal.ts'
import { changesBetween } from './changes.ts'
import { readCorrection, settled, withCorrections } from './corrections.ts'
import { correctionsIn, printRecord, type Recorded, readRecord, recordOf } from './record.ts'
import { firstSettings } from './settings-file.ts'

const recordIn = (tree: Readonly<Record<string, string>>): Recorded =>
  recordOf({
    portrait: portraitIn(tree),
    practices: [{ id: 'x', outcome: 'met', said: 'y', place: { path: 'a', line: 1 } }],
    aside: [{ path: 'l', what: 'a link' }],
    corrections: [{ topic: 'manager', value: 'uv', by: 'Ada' }],
  })

const tree = {
  'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\na = "a:main"\n',
  'a/__init__.py': 'def main(): ...\n',
  'uv.lock': '',
}

const read = (text: string): Recorded => {
  const found = readRecord('p', text)
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  return found
}

describe('the record [P-20] [X-10]', () => {
  test('is read as it was printed', () => {
    const record = recordIn(tree)
    expect(read(printRecord(record))).toEqual(record)
    expect(record.claims.every(each => /:\d+$/.test(each.place))).toBe(true)
  })

  test('is the same for the same tree, whatever its strings are [Q-05]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), said => {
        const record = recordOf({
          portrait: {
            claims: [{ topic: 'version', value: said, from: said, place: { path: 'a', line: 1 } }],
            entries: [],
            contradictions: [],
            unknown: [],
          },
          practices: [],
          aside: [],
          corrections: [],
        })
        expect(read(printRecord(record))).toEqual(record)
      }),
    )
  })

  test.each([
    ['claims: [', 'line 1 is no YAML'],
    ['version: 2\n', 'version'],
    ['&a [*a, *a]\n', ''],
    ['', ''],
  ])('what is none is refused with what is wrong: %j', (text, problem) => {
    const found = readRecord('p', text)
    expect(isRefusal(found) && found.data).toMatchObject({ problem: expect.stringContaining(problem) as string })
  })
})

describe('what a person puts right [P-20]', () => {
  test('holds over what was found, until it is taken back', () => {
    const one = readCorrection('manager = poetry', 'Ada')
    if (isRefusal(one)) throw new Error('refused')
    const claims = portraitIn(tree).claims
    expect(settled('manager', claims, [])).toEqual(['uv'])
    expect(settled('manager', claims, [one])).toEqual(['poetry'])
    expect(withCorrections([one], [{ topic: 'manager', value: '', by: 'Ada' }])).toEqual([])
    expect(withCorrections([one], [{ topic: 'layout', value: 'flat', by: 'Eve' }])).toHaveLength(2)
  })

  test.each(['manager', 'nonsense=1', 'size=2', `manager=${'x'.repeat(300)}`, 'manager=a\u001b[2J', '__proto__=x'])(
    '%j is refused',
    text => {
      expect(isRefusal(readCorrection(text, 'Ada'))).toBe(true)
    },
  )

  test('is read back from the record', () => {
    expect(correctionsIn(read(printRecord(recordIn(tree))))).toEqual([{ topic: 'manager', value: 'uv', by: 'Ada' }])
  })
})

test('what changed is told, and a line that moved is no news [P-20]', () => {
  const before = recordIn(tree)
  const moved = recordIn({ ...tree, 'pyproject.toml': `\n\n${tree['pyproject.toml']}` })
  expect(changesBetween(before, moved)).toEqual([])
  const other = recordIn({
    ...tree,
    'uv.lock': '',
    'poetry.lock': '',
    'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\nb = "a:main"\n',
  })
  expect(changesBetween(before, other)).toEqual(
    expect.arrayContaining([
      { how: 'gone', what: 'console-script a', before: 'a:main' },
      { how: 'new', what: 'console-script b', now: 'a:main' },
      { how: 'new', what: 'lock', now: 'poetry.lock' },
    ]),
  )
})

test('the first settings are YAML with a word on each part', () => {
  const text = firstSettings({ package: 'a', sources: ['src/a'], tests: ['tests'], checks: ['style'] })
  expect(parse(text)).toEqual({ package: 'a', sources: ['src/a'], tests: ['tests'], checks: ['style'] })
  expect(text).toMatch(/# Where the program lies[^\n]*\nsources:/)
})
