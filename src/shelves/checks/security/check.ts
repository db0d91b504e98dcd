import type { CheckOutcome } from '../../../core/gates/finding.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import type { Found } from '../../../core/gates/rules/found.ts'
import { inspect as inspected } from '../../../core/gates/rules/inspect.ts'
import { settle } from '../../../core/gates/rules/settle.ts'
import { isLockFile } from '../../../core/python/credential.ts'
import { type Check, type CheckRequest, check, type EmbeddedTools } from '../../../ports/check.ts'
import { doesNotParse, readSyntax, targetVersion } from '../broken.ts'
import { focused, isPython, type Looked, nothingToCheck, outcome } from '../looking.ts'
import { unhidden } from './unhidden.ts'

const appliesTo: Check['appliesTo'] = () => true

const guesses: readonly string[] = ['S105', 'S106', 'S107']

/** Rules of Ruff are known here by its codes, under which findings were dismissed ever since. */
const nameOf = (each: Pick<Found, 'rule' | 'code'>): string => each.code ?? each.rule

const place = (each: Found): string => `${nameOf(each)} ${each.line}:${each.column}`

const asUnnamed = ({
  path,
  line,
  column,
  symbol,
  severity,
  confidence,
  cwe,
  why,
  fix,
  message,
  ...each
}: Found): Unnamed => ({
  check: 'security',
  rule: nameOf(each),
  path,
  severity,
  message,
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(symbol !== undefined && { symbol }),
  ...(confidence !== undefined && { confidence }),
  ...(cwe !== undefined && { cwe }),
  ...(why !== undefined && { why }),
  ...(fix !== undefined && { fix }),
})

/** What the rules of the pack find: whoever writes the code is not the one who says in a comment that it is fine. */
const fromRules = (file: Looked, request: CheckRequest, tools: EmbeddedTools): readonly Unnamed[] => {
  const rules = tools.rules.filter(each => each.pack === 'security' && each.look.by !== 'secrets')
  const lens = { ...tools, rules, target: targetVersion(request.project.python) }
  const isFinding = (each: Found): boolean => each.rule !== 'does-not-parse'
  const all = inspected(file.path, unhidden(file.text), lens).found.filter(isFinding)
  if (all.length === 0) return []
  const told = new Set(settle([inspected(file.path, file.text, lens)], [], rules).found.map(place))
  return all.map(each => {
    const tried = told.has(place(each)) ? '' : ' A comment tried to hide this; only a person can dismiss a finding.'
    return { ...asUnnamed(each), message: `${each.message}${tried}` }
  })
}

const fromSecrets = async (file: Looked, { secrets, rules }: EmbeddedTools): Promise<readonly Unnamed[]> => {
  const page = rules.find(each => each.look.by === 'secrets')
  return (await secrets.scan(file.path, file.text)).map(hit => ({
    check: 'security',
    rule: `secret-${hit.rule}`,
    path: file.path,
    line: hit.line,
    column: hit.column,
    message: `This ${hit.message}.`,
    severity: 'critical' as const,
    confidence: 'high' as const,
    cwe: 'CWE-798',
    ...(page !== undefined && { why: page.why, fix: page.fix }),
  }))
}

/** The same place is told once: by the rule that knows the secret’s shape, before the general one, before Ruff’s guess by name. */
const oncePerLine = (secrets: readonly Unnamed[], rules: readonly Unnamed[]): readonly Unnamed[] => {
  const shaped = new Set(secrets.map(each => each.line))
  const general = new Set(rules.filter(each => each.rule === 'generic-secret').map(each => each.line))
  return [
    ...secrets,
    ...rules.filter(({ rule, line }) => {
      if (rule === 'generic-secret') return !shaped.has(line)
      return !(guesses.includes(rule) && (shaped.has(line) || general.has(line)))
    }),
  ]
}

const inspect = async (request: CheckRequest, tools: EmbeddedTools): Promise<CheckOutcome> => {
  const files = focused(request, appliesTo).filter(file => !isLockFile(file.path))
  if (files.length === 0) return nothingToCheck('no text file')
  const findings: Unnamed[] = []
  for (const file of files) {
    const broken = isPython(file.path)
      ? doesNotParse('security', file, readSyntax(file.text, tools, request.project.python))
      : undefined
    findings.push(
      ...(broken ? [broken] : []),
      ...oncePerLine(await fromSecrets(file, tools), fromRules(file, request, tools)),
    )
  }
  return outcome(findings, request, { files: files.length })
}

export default check({
  id: 'security',
  title: 'Security',
  what: 'No secrets in any text file, and none of the weaknesses that the rules of the security pack know in any Python file, whatever a comment says.',
  order: 7,
  version: 3,
  faults: ({ package: name, planted }) => [
    {
      is: 'input that is run as a program',
      files: { [`src/${name}/${planted}.py`]: 'def go(text: str) -> None:\n    exec(text)\n' },
      rule: 'S102',
    },
    // Put together here, so that nobody takes this line for a secret.
    {
      is: 'a key in the source',
      files: { [`src/${name}/${planted}.py`]: `API_KEY = "${['9fK2mQ8x', 'L4vT7zR1'].join('')}"\n` },
      rule: 'generic-secret',
    },
  ],
  inputs: path => !isLockFile(path),
  appliesTo,
  inside: { when: 'always', inspect },
})
