import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facts } from '../../../../test/sub-prompt-facts.ts'
import { ownPath } from '../../../base/repo-path.ts'
import { subPrompt } from '../sub-prompt.ts'
import { blocksOf } from './blocks.ts'
import { subPromptFaults } from './faults.ts'
import { type AgentForm, agentForms, forAgent } from './for-agent.ts'
import { leastBudget, promptParts } from './parts.ts'
import { sizeOf, sizeWords } from './size.ts'

const plain = facts()
const id = plain.task.id

/** Prompts of every size: interfaces, neighbours, failures and sources in any number. */
const prompts = fc
  .record({
    path: fc.constantFrom('src/plain/check.py', 'tests/test_check.py', 'README.de.md', 'pyproject.toml'),
    functions: fc.nat(40),
    neighbours: fc.nat(12),
    failures: fc.array(fc.lorem({ maxCount: 30 }), { maxLength: 5 }),
    paragraphs: fc.array(fc.lorem({ maxCount: 120 }), { maxLength: 30 }),
  })
  .map(({ path, functions, neighbours, failures, paragraphs }) => ({
    path,
    whole: subPrompt(
      facts(path, {
        task: {
          ...facts(path).task,
          interface: Array.from({ length: functions }, (_, at) => `def part_${at}(value: int) -> int: ...`).join(
            '\n\n',
          ),
          needs: Array.from({ length: neighbours }, (_, at) => ({
            path: ownPath(`src/plain/part_${at}.py`),
            purpose: 'A part.',
            interface: `class Part${at}: ...`,
          })),
        },
        failures,
        ...(paragraphs.length > 0 && { sources: [{ path: ownPath('README.md'), text: paragraphs.join('\n\n') }] }),
      }),
    ),
  }))
const budgets = fc.integer({ min: leastBudget, max: 6000 })
const forms = fc.constantFrom<AgentForm>(...agentForms)

describe('a sub-prompt in parts', () => {
  test('put together they hold every line of the whole, in its order [C-66]', () => {
    fc.assert(
      fc.property(prompts, budgets, ({ whole }, budget) => {
        const parts = promptParts(whole, id, budget)
        expect(parts.map(each => each.body).join('')).toBe(whole)
        expect(parts.map(each => [each.number, each.of])).toEqual(parts.map((_, at) => [at + 1, parts.length]))
        for (const each of parts) expect(each.text.endsWith(each.body)).toBe(true)
      }),
    )
  })

  test('none is above the budget, in whatever form, unless a single block is: then it says so [C-66]', () => {
    fc.assert(
      fc.property(prompts, budgets, forms, ({ whole, path }, budget, form) => {
        for (const each of promptParts(whole, id, budget, text => forAgent(text, path, form))) {
          expect(each.tokens).toBe(sizeOf(each.text).tokens)
          expect(each.over).toBe(each.tokens > budget)
          if (!each.over) continue
          expect(blocksOf(each.body)).toHaveLength(1)
          expect(each.text).toContain('larger than the budget')
        }
      }),
    )
  })

  test('each has its contract: what it carries, what is to come, what to answer; and no placeholder [C-65] [C-66]', () => {
    fc.assert(
      fc.property(prompts, budgets, ({ whole }, budget) => {
        const parts = promptParts(whole, id, budget)
        fc.pre(parts.length > 1)
        parts.forEach(({ text, number, of, headings }, at) => {
          expect(subPromptFaults(text)).toEqual([])
          const [contract = ''] = text.split('\n---\n')
          expect(contract).toContain(`# ATOMIC TASK ${id}, part ${number} of ${of}`)
          for (const each of headings) expect(contract.split('It follows')[0]).toContain(each)
          for (const each of parts.slice(at + 1).flatMap(other => other.headings)) expect(contract).toContain(each)
          expect(contract.includes(`\`${id} part ${number} of ${of} read\``)).toBe(number < of)
          expect(contract.includes('Answer with the file')).toBe(number === of)
        })
        // Each has its own share of the public interface, and all shares together are the whole.
        const total = [...whole.matchAll(/^ {4}def part_\d+/gm)].length
        const shares = parts.map(each => Number(/; (\d+) of \d+\.$/m.exec(each.text)?.[1] ?? 0))
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(total)
      }),
    )
  })

  test('what fits is one part: the whole, without a contract [C-66]', () => {
    const whole = subPrompt(plain)
    expect(promptParts(whole, id, sizeOf(whole).tokens)).toMatchObject([{ number: 1, of: 1, text: whole, over: false }])
    expect(promptParts(whole, id, sizeOf(whole).tokens - 1).length).toBeGreaterThan(1)
  })

  test('a heading is never parted from what it opens, nor a sentence from what its colon promises [C-66]', () => {
    const source = { path: ownPath('README.md'), text: `# Plain\n\n${'Word. '.repeat(900)}` }
    for (const block of blocksOf(subPrompt(facts('README.de.md', { sources: [source], failures: ['Style'] })))) {
      const lines = block.text.split('\n').filter(line => line !== '')
      expect(lines.at(-1)).not.toMatch(/^#|^[^> ].*:$/)
    }
  })
})

test('a size is counted, and its tokens are said to be an estimate [C-66]', () => {
  expect(sizeOf('')).toEqual({ characters: 0, tokens: 0 })
  expect(sizeOf('seven c')).toEqual({ characters: 7, tokens: 2 })
  expect(sizeOf('日本語')).toEqual({ characters: 3, tokens: 3 })
  expect(sizeOf('👋')).toEqual({ characters: 1, tokens: 1 })
  expect(sizeWords(sizeOf('abc'))).toContain('an estimate')
})

describe('for an agent', () => {
  test('Copilot gets a comment block where the file has comments, else a question [C-66]', () => {
    const text = '# ATOMIC TASK T-004\n\n- Do it.\n'
    expect(forAgent(text, 'src/a.py', 'copilot')).toBe('# # ATOMIC TASK T-004\n#\n# - Do it.\n')
    for (const path of ['pyproject.toml', '.github/workflows/ci.yml', 'Dockerfile', '.dockerignore', '.env.example'])
      expect(
        forAgent(text, path, 'copilot')
          .split('\n')
          .filter(Boolean)
          .every(line => line.startsWith('#')),
      ).toBe(true)
    for (const path of ['README.md', 'data.json', 'LICENSE'])
      expect(forAgent(text, path, 'copilot')).toBe(
        `What is the whole text of the file ${path}, by the task below? Answer with the text alone.\n\n${text}`,
      )
  })

  test('every other agent gets the task as it is [C-66]', () => {
    expect(forAgent('x\n', 'src/a.py', 'generic')).toBe('x\n')
  })
})
