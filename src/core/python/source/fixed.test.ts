import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { field } from '../nodes.ts'
import { isFixed } from './fixed.ts'
import { sourceOf } from './source.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

/** Whether what `value` is assigned is fixed, in a function after these lines. */
const fixed = (expression: string, before = ''): boolean => {
  const text = `${before}\ndef f(given, *more):\n    value = ${expression}\n    return value\n`
  return grammar.parsing(text, root => {
    const source = sourceOf(root, 'src/app/case.py', text)
    const found = root
      .descendantsOfType('assignment')
      .findLast(each => each?.childForFieldName('left')?.text === 'value')
    return isFixed(source, field(found!, 'right'))
  })
}

test.each([
  '"SELECT 1"',
  'f"SELECT {6 * 7}"',
  '"a" + "b" "c"',
  '", ".join(["%s"] * len(more))',
  '"x" if given else "y"',
  'int(given)',
  '"{} {}".format(1, len(given))',
  'f"SELECT id FROM {given.__tablename__}"',
])('%s: nobody outside has a say [K-16a]', expression => {
  expect(fixed(expression)).toBe(true)
})

test.each([
  'given',
  'f"SELECT {given}"',
  '"a" + given',
  'str(given)',
  '", ".join(more)',
  'given * 2',
  '"x" if more else given',
])('%s: somebody outside has [K-16]', expression => {
  expect(fixed(expression)).toBe(false)
})

test('names are fixed as long as everything that they are given is [K-16a]', () => {
  expect(fixed('TABLE', 'TABLE = "shelves"\n')).toBe(true)
  expect(fixed('f"SELECT {TABLE}"', 'TABLE = "a"\nTABLE = "b"\n')).toBe(true)
  expect(fixed('TABLE', 'TABLE = "a"\nTABLE = input()\n')).toBe(false)
  expect(fixed('TABLE', 'TABLE = "a"\ndef g(x):\n    global TABLE\n    TABLE = x\n')).toBe(false)
  expect(fixed('UNKNOWN')).toBe(false)
})
