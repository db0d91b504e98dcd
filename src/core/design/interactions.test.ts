import { expect, test } from 'vitest'
import { answered } from '../../../test/machine-commands.ts'
import type { Given } from './answers/schema.ts'
import { interactionsOf } from './interactions.ts'

const given = (intake: Given['intake'], architecture: Given['architecture']): Given => ({
  intake: { ...answered.intake.intake, ...intake },
  architecture: { ...answered.architecture.architecture, ...architecture },
})

test.each([
  [{ maturity: 'production' }, { testing: 'none' }, 'nothing proves'],
  [{ maturity: 'prototype' }, { testing: 'none' }, 'Without tests'],
  [{ purpose: 'library' }, { configuration: 'pydantic-settings' }, 'also installs Pydantic'],
  [{ purpose: 'library' }, { configuration: 'combination' }, 'environment variables'],
  [{ purpose: 'library' }, { logging: 'structlog' }, 'structlog'],
  [{}, { errors: 'results' }, 'Result'],
  [{}, { errors: 'mixed' }, 'Two ways of failing'],
  [{ purpose: 'api-service' }, { errors: 'results' }, 'need a mapping to HTTP'],
  [{ purpose: 'internal-service' }, { errors: 'mixed' }, 'need a mapping to HTTP'],
  [{ purpose: 'cli' }, { errors: 'results' }, 'need an exit code'],
  [{}, { testing: 'comprehensive' }, 'Hypothesis'],
  [{ lifespan: 'short-term', maturity: 'long-term' }, {}, 'short life'],
] as const)('%j with %j is remarked on [C-21]', (intake, architecture, says) => {
  expect(interactionsOf(given(intake, architecture)).join('\n')).toContain(says)
})

test('choices that do not touch each other are not remarked on [C-21]', () => {
  expect(interactionsOf(given({}, {}))).toEqual([])
  expect(interactionsOf(given({ maturity: 'prototype' }, { testing: 'none' })).join()).not.toContain('nothing proves')
  expect(interactionsOf(given({ purpose: 'cli' }, { configuration: 'environment' }))).toEqual([])
  expect(interactionsOf(given({ purpose: 'api-service' }, { errors: 'exceptions' })).join()).not.toContain('mapping')
  expect(interactionsOf(given({ purpose: 'api-service' }, { errors: 'results' })).join()).not.toContain('never as')
  expect(interactionsOf(given({ purpose: 'library' }, { errors: 'results' })).join()).not.toContain('mapping')
})

test('nothing is said of what was not answered yet', () => {
  expect(interactionsOf({ intake: answered.intake.intake })).toEqual([])
})
