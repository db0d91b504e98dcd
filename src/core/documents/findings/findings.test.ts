import { createRequire } from 'node:module'
import { omit } from 'es-toolkit/object/omit'
import { expect, test } from 'vitest'
import type { RepoPath } from '../../../base/repo-path.ts'
import rule from '../../../shelves/rules/sync-driver/rule.ts'
import type { Found } from '../../gates/rules/found.ts'
import { githubAnnotations } from './github.ts'
import { sarif } from './sarif.ts'

const found: Found = {
  id: 'F-0123456789',
  check: 'rules',
  rule: 'sync-driver',
  pack: 'async',
  path: 'src/a b/ü, x:y.py' as RepoPath,
  line: 3,
  column: 5,
  end: { line: 3, column: 20 },
  symbol: 'Store.load',
  message: '100 % of the\ncalls block.',
  severity: 'high',
  fix: 'Await it.',
  mend: { does: 'Adds `await`.', safety: 'safe', edits: [{ start: 40, end: 40, text: 'await ' }] },
}

/** The published schema, and the validator that its package brings along. */
const published = createRequire(createRequire(import.meta.url).resolve('@microsoft/jest-sarif'))
const Ajv: new (
  options: object,
) => {
  addMetaSchema(schema: object): void
  compile(schema: object): ((value: unknown) => boolean) & { readonly errors: unknown }
} = published('ajv')

const valid = (text: string): unknown => {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore' })
  ajv.addMetaSchema(published('ajv/lib/refs/json-schema-draft-04.json'))
  const validate = ajv.compile(published('./schemas/sarif-2.1.0-rtm.5.json'))
  return validate(JSON.parse(text)) || validate.errors
}

test('the log is SARIF 2.1.0 by its published schema, with and without findings [K-31]', () => {
  const bare = omit(found, ['mend', 'end', 'symbol'])
  const model = { version: '0.1.0', rules: [rule], silenced: [{ found: bare, reason: 'a script' }], known: [bare] }
  expect(valid(sarif({ ...model, found: [found] }))).toBe(true)
  expect(valid(sarif({ version: '0.1.0', rules: [], found: [], silenced: [], known: [] }))).toBe(true)
  expect(valid('{"version": "2.1.0", "runs": [{"tool": {}}]}')).not.toBe(true)
})

test('the log tells rules with their pages, the place, what is silenced and why, and what is known [K-31, K-32]', () => {
  const log = JSON.parse(
    sarif({
      version: '0.1.0',
      rules: [rule],
      found: [found],
      silenced: [{ found, reason: 'a script' }],
      known: [found],
    }),
  )
  const [run] = log.runs
  expect(run.tool.driver.rules[0].help.markdown).toContain(rule.bad)
  expect(run.results.map((each: { baselineState: string }) => each.baselineState)).toEqual(['new', 'unchanged', 'new'])
  expect(run.results[0]).toMatchObject({
    ruleId: 'sync-driver',
    ruleIndex: 0,
    level: 'error',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'src/a%20b/%C3%BC%2C%20x%3Ay.py' }, region: { startLine: 3 } } },
    ],
    partialFingerprints: { 'trysquare/v1': 'F-0123456789' },
    fixes: [{ artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 40, charLength: 0 } }] }] }],
  })
  expect(run.results[2].suppressions).toEqual([{ kind: 'inSource', justification: 'a script' }])
})

test('an annotation for GitHub cannot be broken out of [K-31]', () => {
  const hostile = { ...found, message: 'x\n::set-output name=a::b' }
  expect(githubAnnotations([hostile]).split('\n')).toEqual([
    '::error file=src/a b/ü%2C x%3Ay.py,line=3,endLine=3,col=5,endColumn=20,title=Trysquare (sync-driver)::x%0A::set-output name=a::b Await it.',
  ])
  expect(githubAnnotations([])).toBe('')
})
