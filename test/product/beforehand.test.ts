import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CreateEvent } from '../../src/core/workflow/create/types.ts'
import { design, journalOf, must, scratch } from './product.ts'

const place = scratch()
const folder = place.path('guard')
const validator = 'src/schema_guard/validator.py'
const guide = 'CONTRIBUTING.md'

/** The command line of somebody else, whose git has another name. */
const mallory = (...args: readonly string[]) => {
  const config = place.write('mallory', '[user]\n\tname = Mallory\n\temail = mallory@example.org\n')
  return place.tsq(['--in', folder, ...args], { GIT_CONFIG_GLOBAL: config })
}
const events = (): readonly CreateEvent[] =>
  readFileSync(journalOf(folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as { readonly type: string; readonly data: object })
    .map(({ type, data }) => ({ type, ...data }) as CreateEvent)
const ofFiles = (since: number) =>
  events()
    .slice(since)
    .flatMap(each =>
      each.type === 'task' && ['accepted', 'deferred', 'dismissed'].includes(each.event.type) ? [each.event] : [],
    )

const approved = design('schema-guard', answers => {
  answers['approvals'] = {
    ...answers['approvals'],
    dismissals: [
      { task: validator, rule: 'E501', why: 'a table of addresses' },
      { task: guide, rule: 'generic-secret', why: 'a sample' },
    ],
    task_decisions: { [guide]: 'defer' },
  }
})

beforeAll(async () => {
  const answers = place.write('approved.yaml', approved)
  must(await place.tsq(['new', '--embedded', '--out', folder, '--answers', answers]), 0)
})
afterAll(place.remove)

describe('what was approved beforehand answers for what was there, and for nothing that came later [C-02] [C-67]', () => {
  test('a dismissal that met no finding is not used on a delivery after the file was accepted [C-68]', async () => {
    const own = readFileSync(join(folder, validator), 'utf8')
    const before = events().length
    appendFileSync(join(folder, validator), `\n\n# ${'A long line. '.repeat(12).trim()}\n`)
    const submitted = await mallory('task', 'submit', validator)
    expect(submitted.exit).toBe(3)
    expect(submitted.stdout + submitted.stderr).toContain('E501')
    for (const again of [await mallory('next'), await mallory('next')]) {
      expect(again.exit).toBe(3)
      expect(again.stderr).toContain(`approvals.task_decisions.${validator}`)
    }
    expect(ofFiles(before)).toEqual([])
    // What passes is accepted still by the policy: under the name of whoever gave it, never of whose command it was.
    writeFileSync(join(folder, validator), own.replace('"""', '"""It '))
    must(await mallory('task', 'submit', validator), 0)
    expect(ofFiles(before)).toEqual([
      {
        type: 'accepted',
        by: { who: 'Test Person', channel: 'answers-file', why: 'accept all that pass', used_by: 'Mallory' },
      },
    ])
  })

  test('a file that was left open once is not left open again by itself, nor is a secret in it dismissed [C-68]', async () => {
    const before = events().length
    const path = join(folder, guide)
    // Made anew for each run of the tests, so that no key lies in this repository either.
    const secret = Buffer.from(`${Math.random()}${Math.random()}`).toString('base64').slice(0, 32)
    writeFileSync(path, `# Contributing\n\nSet \`API_SECRET = "${secret}"\`.\n`)
    const submitted = await mallory('task', 'submit', guide)
    expect(submitted.exit).toBe(3)
    for (const again of [await mallory('next'), await mallory('next')]) {
      expect(again.exit).toBe(3)
      expect(again.stderr).toContain(`approvals.task_decisions.${guide}`)
    }
    expect(ofFiles(before)).toEqual([])
  })

  test('the same file given again says nothing new; one that says something else of the delivery does', async () => {
    const before = events().length
    const same = place.write('approved.yaml', approved)
    expect((await mallory('next', '--answers', same)).exit).toBe(3)
    expect(ofFiles(before)).toEqual([])
    const anew = place.write('anew.yaml', approved.replace('why: a sample', 'why: made up for the page'))
    must(await place.tsq(['--in', folder, 'next', '--answers', anew]), 0)
    expect(ofFiles(before)).toMatchObject([
      { type: 'dismissed', by: { who: 'Test Person', channel: 'answers-file', why: 'made up for the page' } },
      { type: 'deferred', by: { who: 'Test Person', channel: 'answers-file' } },
    ])
  })
})

test('a file that was set apart from the policy is accepted by nobody’s policy, whoever brings it [C-67] [C-02]', async () => {
  const [source, proof] = ['src/schema_guard/prices.py', 'tests/test_prices.py']
  const answers = design('schema-guard', given => {
    const components = given['components'] as unknown as object[]
    components.push({ name: 'prices', kind: 'custom', does: 'Works out prices.', interface: 'def price() -> int: ...' })
    Object.assign(given['approvals'] ?? {}, { tasks: 'accept-passing', task_decisions: { [proof]: 'defer' } })
  })
  const out = place.path('apart')
  const here = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
  const submit = (path: string, text: string) => here('task', 'submit', path, '--file', place.write('own.py', text))
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('apart.yaml', answers)]), 3)
  await submit(source, '"""Prices."""\n\n\ndef price() -> int:\n    """Return the price."""\n    return 1\n')
  const brought = await submit(
    proof,
    '"""Prices."""\n\nfrom schema_guard.prices import price\n\n\ndef test_price() -> None:\n    """It is one."""\n    assert price() == 1\n',
  )
  expect(must(brought, 3).stderr.replaceAll(/\s+/g, ' ')).toContain(`${proof} is acceptable and waits for its review`)
  const listed = JSON.parse((await here('task', 'list', '--json')).stdout) as { path: string; at: string }[]
  expect(listed.filter(each => [source, proof].includes(each.path)).map(each => each.at)).toEqual(['done', 'review'])
  // Whoever set it apart is taken at their word.
  must(await here('next'), 3)
  expect((await here('task', 'list')).stdout).toMatch(new RegExp(`${proof} +deferred`))
})

test('what a file answers of later stages is the run’s, in the name of whoever gave it, and asked about by nobody again [C-05] [C-02] [N-02]', async () => {
  const plain = design('schema-guard', answers => {
    delete answers['approvals']
  })
  const out = place.path('plain')
  const config = place.write('ada', '[user]\n\tname = Ada\n\temail = ada@example.org\n')
  const answers = place.write('plain.yaml', plain)
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers], { GIT_CONFIG_GLOBAL: config }), 3)
  const told: string[] = []
  for (const [what, word] of [
    ['intake', 'confirm'],
    ['architecture', 'confirm'],
    ['critic_1', 'proceed'],
    ['structure', 'approve'],
    ['features', 'confirm'],
    ['critic_2', 'proceed'],
  ] as const) {
    const { stderr } = must(await place.tsq(['--in', out, 'decide', what, word]), 3)
    told.push(/TSQ-NEEDED {2}approvals\.(\w+) is needed/.exec(stderr)?.[1] ?? stderr)
  }
  expect(told).toEqual(['architecture', 'critic_1', 'structure', 'features', 'critic_2', 'plan'])
  const { log } = JSON.parse(must(await place.tsq(['--in', out, 'report', '--format', 'json']), 0).stdout) as {
    log: { what: string; who: string; used_by?: string }[]
  }
  expect(log.find(each => each.what === 'answered architecture')).toMatchObject({ who: 'Ada', used_by: 'Test Person' })
  expect(log.find(each => each.what === 'confirmed architecture')).toMatchObject({ who: 'Test Person' })
})
