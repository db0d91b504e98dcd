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

test.each([
  ['an orders API with FastAPI', 'orders', 'api-service'],
  ['We need an internal service for parcels', 'parcels', 'internal-service'],
  ['a small command-line tool that renames photos', undefined, 'cli'],
  ['a terminal dashboard for weather', 'weather', 'cli'],
  ['a REST backend for invoices and payments', 'invoices', 'api-service'],
])('%s: the name comes from what it is about [N-04]', (idea, name, purpose) => {
  const found = suggest(idea)
  expect({ name: found.package_name?.value, purpose: found.purpose?.value }).toEqual({ name, purpose })
})

test('a service has what it usually leaves out too [N-04]', () => {
  expect(suggest('an orders API').non_goals?.value).toBe('a user interface; jobs that run for hours')
  expect(suggest('an API with a dashboard and background jobs').non_goals).toBeUndefined()
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
