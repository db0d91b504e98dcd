import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { design, must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)
const out = place.path('guard')
const file = 'src/schema_guard/billing.py'
const prompt = (...args: readonly string[]) => place.tsq(['--in', out, 'task', 'prompt', file, ...args])

/** A program that plays an agent: it keeps what it was given, and makes no file. */
const agent = place.write(
  'agent.mjs',
  `import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
const { TRYSQUARE_PARTS: folder, TRYSQUARE_PROMPT: whole, TRYSQUARE_FILE: file } = process.env
const names = readdirSync(folder).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
const said = { file, names, parts: names.map(each => readFileSync(folder + '/' + each, 'utf8')),
  input: readFileSync(0, 'utf8'), prompt: readFileSync(whole, 'utf8') }
appendFileSync(process.argv[2], JSON.stringify(said) + '\\n')
process.exit(1)
`,
)

beforeAll(async () => {
  const text = design('schema-guard', all => {
    const stub = 'def total(lines: list[int]) -> int: ...\n\n\ndef net(lines: list[int]) -> int: ...\n'
    all.components.push({ name: 'billing', kind: 'custom', does: 'Works out a bill.', interface: stub })
  })
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('a.yaml', text)]), 3)
})

test('a prompt is printed with its size beside it, and in parts where a budget is given [C-66]', async () => {
  const whole = must(await prompt(), 0)
  expect(whole.stdout).toMatch(/^# ATOMIC TASK T-\d{3}\n/)
  expect(whole.stderr).toMatch(/\d+ characters, about \d+ tokens \(an estimate[^)]*\), in one part/s)

  const told = JSON.parse(must(await prompt('--budget', '900', '--json'), 0).stdout) as {
    readonly tokens: number
    readonly parts: readonly { readonly text: string; readonly tokens: number; readonly headings: readonly string[] }[]
  }
  expect(told.parts.length).toBeGreaterThan(2)
  expect(told.parts.every(each => each.tokens <= 900)).toBe(true)
  const second = must(await prompt('--budget', '900', '--part', '2'), 0)
  expect(second.stdout.trimEnd()).toBe(told.parts[1]?.text.trimEnd())
  expect(second.stdout).toContain(`part 2 of ${told.parts.length}`)
})

test('Copilot gets a comment block; another agent, part or budget is refused by name [C-66]', async () => {
  const lines = must(await prompt('--for', 'copilot'), 0)
    .stdout.trimEnd()
    .split('\n')
  expect(lines.filter(each => !each.startsWith('#'))).toEqual([])
  expect((await prompt('--for', 'nobody')).stderr).toContain('copilot')
  expect((await prompt('--part', '2')).stderr).toContain('TSQ-UNKNOWN-NAME')
  for (const budget of ['12', 'many', '-1']) {
    const refused = await prompt(`--budget=${budget}`)
    expect([refused.exit, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/whole number of at least\s+600\s+tokens/),
    ])
  }
})

test('a command gets the parts in their order, on its input and as files [C-66] [A-01]', async () => {
  const told = async (budget: string | undefined) => {
    const kept = place.path(`kept-${budget ?? 'usual'}`)
    const doer = `exec:${process.execPath} ${agent} ${kept}`
    await place.tsq(['--in', out, 'task', 'run', file, '--doer', doer], { TRYSQUARE_BUDGET: budget })
    return JSON.parse(readFileSync(kept, 'utf8').split('\n')[0] ?? '') as {
      readonly [key in 'file' | 'input' | 'prompt']: string
    } & { readonly names: readonly string[]; readonly parts: readonly string[] }
  }
  const one = await told(undefined)
  expect(one).toMatchObject({ file, names: ['part-1.md'] })
  expect([one.prompt, one.parts[0]]).toEqual([one.input, one.input])

  const many = await told('900')
  expect(many.names.length).toBeGreaterThan(2)
  expect(many.names).toEqual(many.names.map((_, at) => `part-${at + 1}.md`))
  expect(many.input).toBe(many.parts.join('\n'))
  expect(many.prompt).toBe(many.input)
})
