import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sampleText } from '../product/product.ts'
import { asService, projectFor } from '../rendered-project.ts'
import type { Written } from './arbitrary-design.ts'
import { prove } from './prove.ts'

/** Names that Python has without an import. */
const builtins =
  'all any dict exec filter float format hash help id input int iter len license list map max min next object open print property range repr round set slice sorted str sum super tuple type vars zip'
/** Fixtures of pytest, and what tests are written with. */
const testing = 'caplog capsys fixture given monkeypatch pytest request strategies tmp_path tmpdir'
/** What the code that is made imports, or calls its own variables. */
const used =
  'client cls connection counter error errors field item iterator job json key lease logging name others path problem queue response result row rule self statement step thread types url value'
/** Names whose class is a word of Python's own. */
const words = 'false none true'
/** Classes that the code that is made has of its own. */
const own = 'data payload query'
const everything = [builtins, testing, used, words, own].join(' ').split(' ')
/** One of each sort, where there is no time for all of them. */
const some = ['list', 'tmp_path', 'path', 'value', 'error', 'none', 'data']
const all = process.env['TSQ_FULL'] === '1' ? everything : some

const kinds: readonly (readonly [design: string, kind: string, errors: string])[] = [
  ['schema-guard', 'validator', 'exceptions'],
  ['schema-guard', 'pipeline', 'results'],
  ['schema-guard', 'client', 'exceptions'],
  ['schema-guard', 'worker', 'mixed'],
  ['tablecutter', 'command', 'exceptions'],
  ['orders-api', 'resource', 'exceptions'],
  ['orders-api', 'resource', 'results'],
]
const options = { fields: { title: { type: 'str' }, amount: { type: 'int', unique: 'true' } } }

const named = (design: string, kind: string, errors: string, name: string): Written => {
  const answers = parse(sampleText(design), { schema: 'failsafe' }) as Record<string, Record<string, unknown>>
  return {
    ...answers,
    architecture: { ...answers['architecture'], errors },
    // Two of a kind: the package then offers modules, and not what is in them.
    components: [name, 'neighbour'].map(each => ({
      name: each,
      kind,
      does: 'Does a thing.',
      ...(kind === 'resource' && { options }),
    })),
  }
}

test.each(kinds)(
  'in %s a %s (%s) of any of these names is made without a finding, or refused by its name [C-42] [C-76]',
  { timeout: 300_000 },
  async (design, kind, errors) => {
    const bad: string[] = []
    for (const name of all) {
      const proved = await prove(named(design, kind, errors, name))
      if (proved.kind === 'made') bad.push(...proved.findings.map(each => `${name}: ${each}`))
      else
        bad.push(
          ...proved.why
            .filter(each => each.code !== 'TSQ-COMPONENT' && each.code !== 'TSQ-ANSWERS-INVALID')
            .map(each => `${name}: ${each.code}`),
        )
    }
    expect(bad).toEqual([])
  },
)

test.each(['str', 'int', 'float', 'decimal', 'date', 'datetime', 'uuid'])(
  'fields of type %s may be called as what holds secrets is: their samples are none [C-76]',
  async type => {
    const secrets = 'account account_id aws_account password secret token api_key access_key private_key client_secret'
    const fields = Object.fromEntries(secrets.split(' ').map(each => [each, { type, optional: 'true' }]))
    const design = named('orders-api', 'resource', 'exceptions', 'member')
    const components = [{ name: 'member', kind: 'resource', does: 'Keeps a member.', options: { fields } }]
    expect(await prove({ ...design, components })).toMatchObject({ kind: 'made', findings: [] })
  },
)

test.each(['str', 'int', 'path'])(
  'arguments and flags of type %s may be called as what holds secrets is [C-76]',
  async type => {
    const design = named('tablecutter', 'command', 'exceptions', 'enter')
    const given = (said: string) => Object.fromEntries(said.split(' ').map(each => [each, { type, help: 'A word.' }]))
    const asked = {
      arguments: given('account password token'),
      flags: Object.fromEntries(
        Object.entries(given('secret api_key aws_account pwd')).map(([name, each]) => [
          name,
          { ...each, optional: 'true' },
        ]),
      ),
    }
    const components = [{ name: 'enter', kind: 'command', does: 'Enters.', options: asked }]
    expect(await prove({ ...design, components })).toMatchObject({ kind: 'made', findings: [] })
  },
)

test('a name whose class the code has already is refused, with what it would hide [C-42]', async () => {
  const proved = await prove(named('schema-guard', 'validator', 'exceptions', 'data'))
  expect(proved).toMatchObject({
    kind: 'refused',
    why: [{ code: 'TSQ-COMPONENT', data: { reason: expect.stringContaining('Its Data would hide the Data that') } }],
  })
})

test.each(['exceptions', 'results', 'mixed'] as const)(
  'no variable of a resource (%s) is called as the resource alone: it could be one that the code has already [C-78]',
  errors => {
    const project = projectFor({ ...asService(), architecture: { errors, configuration: 'environment' } })
    for (const path of ['src/schema_guard/order_line.py', 'src/schema_guard/order_line_storage.py']) {
      const code = (project.get(path) ?? '')
        .replaceAll(/""".*?"""|"(?:[^"\\]|\\.)*"/gs, '""')
        .replaceAll(/^(?:from|import) .*$|#.*$/gm, '')
      expect(code).toMatch(/\bnew_order_line\b/)
      expect(code.match(/^.*\border_line\b.*$/gm)).toBeNull()
    }
  },
)
