import { describe, expect, test } from 'vitest'
import { type ChoicePath, choices, idsOf, meant, type Option } from './choices.ts'
import { isDelivered } from './delivered.ts'

const paths = Object.keys(choices) as ChoicePath[]

describe.each(paths)('%s', path => {
  const options = choices[path].options as readonly Option[]

  test('accepts every id in any case, with spaces around [C-10]', () => {
    for (const { id } of options)
      for (const typed of [id, id.toUpperCase(), id.toLowerCase(), `  ${id} `]) expect(meant(path, typed)).toEqual([id])
  })

  test('accepts every letter in both cases; one that several ids share stands for all of them [C-10]', () => {
    for (const { letter } of options) {
      const ids = options.filter(each => each.letter === letter).map(each => each.id)
      for (const typed of [letter, letter.toLowerCase(), ` ${letter}`]) expect(meant(path, typed)).toEqual(ids)
    }
  })

  test('takes nothing else, and no id can be mistaken for a letter [C-10]', () => {
    for (const typed of ['', ' ', 'Z', 'AB', 'toString', '__proto__']) expect(meant(path, typed)).toEqual([])
    expect(options.filter(each => each.id.length < 2)).toEqual([])
    expect(new Set(idsOf(path)).size).toBe(options.length)
  })

  test('delivers at least one of its choices [N-03]', () => {
    expect(options.filter(each => isDelivered(path, each.id)).length).toBeGreaterThan(0)
  })
})

test('only these letters stand for more than one id: the software must be named [N-03]', () => {
  const shared = paths.flatMap(path => {
    const byLetter = Map.groupBy(choices[path].options as readonly Option[], each => each.letter)
    return [...byLetter].filter(([, options]) => options.length > 1).map(([letter]) => `${path} ${letter}`)
  })
  expect(shared).toEqual(['features.api C', 'features.ui B', 'features.ui D'])
})
