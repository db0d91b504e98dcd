import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageNameProblem } from './answers/names.ts'
import { suggest } from './suggest.ts'

test('a sentence suggests names, purpose, description and non-goals, each with its reason [N-04]', () => {
  const found = suggest('I want a library that validates JSON against schemas')
  expect(found.package_name?.value).toBe('json_validator')
  expect(found.repository_name?.value).toBe('json-validator')
  expect(found.purpose?.value).toBe('library')
  expect(found.description?.value).toBe('A library that validates JSON against schemas.')
  expect(found.non_goals?.value).toBe('a command-line program; a web service')
  for (const each of Object.values(found)) expect(each.why).not.toBe('')
})

test('what the sentence asks for is not suggested as a non-goal [N-04]', () => {
  expect(suggest('a library with a command-line front that cleans rows').non_goals?.value).not.toContain('command-line')
})

test('a sentence without a known verb suggests no name rather than a bad one [N-04]', () => {
  expect(suggest('something nice').package_name).toBeUndefined()
  expect(suggest('   ')).toEqual({})
})

test('every suggested package name would be accepted [N-04]', () => {
  const verbs = ['validates', 'parses', 'cleans', 'reads', 'converting', 'checks']
  fc.assert(
    fc.property(fc.constantFrom(...verbs), fc.string(), (verb, rest) => {
      const name = suggest(`a package that ${verb} ${rest}`).package_name?.value
      expect(name === undefined ? undefined : packageNameProblem(name)).toBeUndefined()
    }),
  )
})
