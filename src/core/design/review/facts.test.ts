import { expect, test } from 'vitest'
import { hasSignature, isPersonal, isReliedOn, topicOf } from './facts.ts'

test.each([
  ['versioning', 'versioning'],
  ['Versioning policy', 'versioning'],
  ['SemVer.', 'versioning'],
  ['plug-ins', 'extension'],
  ['Breaking changes', 'compatibility'],
  ['Authentication', 'security'],
  ['naming', undefined],
  ['', undefined],
] as const)('a decision headed %j is on %s [C-31]', (heading, topic) => {
  expect(topicOf(heading)).toBe(topic)
})

test('who says that others depend on it for years is not alone', () => {
  expect(isPersonal({ users: ['personal'], maturity: 'production' })).toBe(true)
  expect(isPersonal({ users: ['personal'], maturity: 'long-term' })).toBe(false)
  expect(isPersonal({ users: ['personal', 'developers'], maturity: 'production' })).toBe(false)
})

test('a trial that is kept for years is relied on by those who are given it', () => {
  const trial = { maturity: 'prototype', users: ['external'] } as const
  expect(isReliedOn({ ...trial, lifespan: 'short-term' })).toBe(false)
  expect(isReliedOn({ ...trial, lifespan: 'long-term' })).toBe(true)
  expect(isReliedOn({ ...trial, lifespan: 'long-term', users: ['personal'] })).toBe(false)
})

test.each([
  ['def price(order: Order) -> Decimal: ...', true],
  ['class Price:\n    pass', true],
  ['@cache\nasync def price() -> None: ...', true],
  ['pass', false],
  ['# def later', false],
  ['TODO: class', false],
  [undefined, false],
] as const)('the interface %j names something: %s', (stub, names) => {
  expect(hasSignature(stub)).toBe(names)
})
