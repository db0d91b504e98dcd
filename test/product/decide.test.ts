import { afterAll, beforeAll, expect, test } from 'vitest'
import { decidable } from '../../src/app/use-cases/decide.ts'
import { design, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const out = place.path('out')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])

beforeAll(async () => {
  const text = design('schema-guard', answers => {
    delete answers['architecture']
    delete answers['structure']
    delete answers['approvals']
    answers['approvals'] = { intake: 'confirm' }
  })
  await place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
})

test('a stage that is confirmed while its questions are open says which they are, and how to answer [C-01] [N-03]', async () => {
  const ended = await tsq('decide', 'architecture', 'confirm')
  expect(ended.exit).toBe(3)
  expect(flat(ended.stderr)).toContain(
    'TSQ-NEEDED architecture.dependencies is needed: it has no answer, nor have architecture.configuration, architecture.errors',
  )
  expect(flat(ended.stderr)).toContain('`trysquare explain architecture.dependencies` says how')
  expect(ended.stderr).not.toContain('no way to skip')
})

test('a review that is asked for too early says what it waits for [C-30] [N-03]', async () => {
  const ended = await tsq('critic')
  expect(ended.exit).toBe(3)
  expect(flat(ended.stderr)).toContain('architecture.dependencies is needed')
  expect(flat(ended.stderr)).toContain('the first review is made when the architecture is confirmed')
})

test('another stage is refused by its order, with what the open one lacks [C-01]', async () => {
  const ended = await tsq('decide', 'structure', 'approve')
  expect(ended.exit).toBe(2)
  expect(flat(ended.stderr)).toContain('TSQ-RUN-ORDER "decide structure approve" is not possible at architecture')
  expect(flat(ended.stderr)).toContain('architecture.dependencies, architecture.configuration')
})

test('with its answers given the review waits for the confirmation; a typed decision is told as one; the structure then lacks its own [C-01] [C-33] [N-03]', async () => {
  const answered = design('schema-guard', answers => {
    delete answers['structure']
    answers.components = []
    answers['approvals'] = { intake: 'confirm' }
  })
  await tsq('next', '--answers', place.write('answered.yaml', answered))
  const early = await tsq('critic')
  expect(flat(early.stderr)).toContain('approvals.architecture is needed: the first review is made when')
  expect(flat(early.stderr)).toContain('`trysquare decide architecture confirm`')

  await tsq('decide', 'architecture', 'confirm')
  const wrong = await tsq('decide', 'critic_1', 'proced')
  expect(wrong.exit).toBe(2)
  expect(flat(wrong.stderr)).toContain('there is no decision on critic_1 "proced"')
  expect(flat(wrong.stderr)).toContain('Known: proceed, revise, clarify. Do Did you mean proceed?')
  expect(wrong.stderr).not.toContain('file')

  const clarified = await tsq('decide', 'critic_1', 'clarify', '--about', 'versioning')
  expect(clarified.stdout).toContain('versioning (completeness)')
  expect(clarified.stdout).not.toContain('Design review 1')
  expect((await tsq('next')).stdout).toContain('Design review 1')

  await tsq('decide', 'critic_1', 'proceed')
  const ended = await tsq('decide', 'structure', 'approve')
  expect(ended.exit).toBe(3)
  expect(flat(ended.stderr)).toContain('structure.mode is needed: it has no answer, nor has components')
})

test('what can be decided by name is in the help of the command [Q-23]', async () => {
  const { stdout } = await place.tsq(['decide', '--help'])
  for (const each of decidable) expect(stdout).toContain(each)
  for (const each of ['keep', 'replace', 'merge', 'accept-passing']) expect(stdout).toContain(each)
})
