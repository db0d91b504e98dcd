import { expect, test } from 'vitest'
import type { Given } from '../answers/schema.ts'
import { foreseenFeatures } from './foreseen.ts'

const files = ['src/plain/__init__.py', 'examples/first.py', 'mkdocs.yml', 'docs/reference.md']
const ofPurpose = (purpose: 'library' | 'prototype' | 'api-service', features?: Given['features']): Given => ({
  intake: { purpose },
  ...(features !== undefined && { features }),
})

test('what a drawn tree holds of features that are still open is foreseen [C-40] [C-41]', () => {
  expect(foreseenFeatures(ofPurpose('library'), files)).toMatchObject({
    api: 'none',
    demo: 'minimal',
    docs: 'mkdocs',
    docs_contents: ['api-reference'],
  })
  expect(foreseenFeatures(ofPurpose('api-service'), [])).toMatchObject({ api: 'fastapi', demo: 'none', docs: 'none' })
})

test('what is answered stays answered, whatever is drawn [C-50]', () => {
  const answered = foreseenFeatures(ofPurpose('library', { demo: 'none', docs: 'none' }), files)
  expect([answered.demo, answered.docs, answered.docs_contents]).toEqual(['none', 'none', []])
})

test('what is not made for the purpose is not foreseen: its files are refused as soon as they are drawn [C-41] [N-03]', () => {
  expect(foreseenFeatures(ofPurpose('prototype'), files)).toMatchObject({ demo: 'minimal', docs: 'none' })
})
