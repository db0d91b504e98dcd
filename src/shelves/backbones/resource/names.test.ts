import { expect, test } from 'vitest'
import { addressProblem } from './names.ts'

test.each([
  ['a', /would be the module "as", which is a Python keyword/],
  ['tmp_file', /Its address would be \/tmp-files/],
])('a resource is not called %s: its routes could not be [C-42] [C-76]', (name, reason) => {
  expect(addressProblem(name)).toMatch(reason)
})

test.each(['order', 'b', 'news', 'pas', 'class_room'])('a resource may be called %s [C-42]', name => {
  expect(addressProblem(name)).toBeUndefined()
})
