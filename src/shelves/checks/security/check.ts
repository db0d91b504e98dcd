import type { CheckOutcome } from '../../../core/gates/finding.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { isFixturePath, isKnownNoise } from '../../../core/python/credential.ts'
import { enclosingSymbol } from '../../../core/python/enclosing-symbol.ts'
import { type Check, type CheckRequest, check, type EmbeddedTools } from '../../../ports/check.ts'
import type { RuffDiagnostic } from '../../../ports/ruff.ts'
import { doesNotParse, readSyntax, targetVersion } from '../broken.ts'
import { focused, isInTests, isPython, type Looked, nothingToCheck, outcome } from '../looking.ts'
import { isMadeOfConstants } from './constant-only.ts'
import { guessed } from './guessed.ts'
import { pages, unknownPage } from './pages.ts'
import { unhidden } from './unhidden.ts'

const appliesTo: Check['appliesTo'] = () => true

/** A lock file is full of hashes that look like secrets, and the manager writes it. Only the ones at the top are a manager's. */
const isLock = (path: string): boolean => /^(?:uv\.lock|poetry\.lock|pdm\.lock|pylock\.toml)$/.test(path)

const ruleNames: readonly string[] = ['S105', 'S106', 'S107']

const isNoise = (each: RuffDiagnostic, file: Looked, tools: EmbeddedTools): boolean => {
  const code = each.code ?? ''
  if (isInTests(file.path) && (code === 'S101' || ruleNames.includes(code))) return true
  if (ruleNames.includes(code)) {
    const { name, value } = guessed(each, file)
    return isFixturePath(file.path) || isKnownNoise(name, value)
  }
  // Ruff says "seems safe" of a call whose arguments are all literals.
  if (/^S60[25]$/.test(code) && each.message.includes('seems safe')) return true
  if (code === 'S608') {
    return tools.grammar.parsing(file.text, root => isMadeOfConstants(root, each.start.row, each.start.column))
  }
  return false
}

const place = (each: RuffDiagnostic): string => `${each.code} ${each.start.row}:${each.start.column}`

const fromRuff = (file: Looked, request: CheckRequest, tools: EmbeddedTools): readonly Unnamed[] => {
  const settings = { 'target-version': targetVersion(request.project.python), lint: { select: ['S'] } }
  const all = tools.ruff.check(unhidden(file.text), settings)
  const kept = all.filter(each => each.code?.startsWith('S') === true && !isNoise(each, file, tools))
  if (kept.length === 0) return []
  const plain = new Set(tools.ruff.check(file.text, settings).map(place))
  return tools.grammar.parsing(file.text, root =>
    kept.map(each => {
      const { code } = each
      const page = pages[code ?? ''] ?? unknownPage
      const symbol = enclosingSymbol(root, each.start.row)
      const hidden = plain.has(place(each)) ? '' : ' A comment tried to hide this; only a person can dismiss a finding.'
      return {
        check: 'security',
        rule: code ?? 'S',
        path: file.path,
        line: each.start.row,
        column: each.start.column,
        ...(symbol !== undefined && { symbol }),
        message: `${each.message.replace(/\.$/, '')}.${hidden}`,
        ...page,
      }
    }),
  )
}

const fromRules = (file: Looked, { rules }: EmbeddedTools): readonly Unnamed[] =>
  rules.flatMap(rule => {
    if (rule.pack !== 'security' || rule.look.by !== 'text' || rule.files?.(file.path) === false) return []
    return rule.look.find(file.text, file.path).map(hit => ({
      check: 'security',
      rule: rule.id,
      path: file.path,
      line: hit.line,
      column: hit.column,
      message: hit.message,
      severity: rule.severity,
      confidence: rule.confidence,
      ...(rule.cwe !== undefined && { cwe: rule.cwe }),
      why: rule.why,
      fix: rule.fix,
    }))
  })

const fromSecrets = async (file: Looked, { secrets }: EmbeddedTools): Promise<readonly Unnamed[]> =>
  (await secrets.scan(file.path, file.text)).map(hit => ({
    check: 'security',
    rule: `secret-${hit.rule}`,
    path: file.path,
    line: hit.line,
    column: hit.column,
    message: `This ${hit.message}.`,
    severity: 'critical' as const,
    confidence: 'high' as const,
    cwe: 'CWE-798',
    why: 'Whoever can read the repository can use it, and it stays in the history after it is removed.',
    fix: 'Withdraw the secret where it was issued, then read the new one from the environment.',
  }))

/** The same place is told once: by the rule that knows the secret’s shape, before the general one, before Ruff’s guess by name. */
const oncePerLine = (
  secrets: readonly Unnamed[],
  rules: readonly Unnamed[],
  ruff: readonly Unnamed[],
): readonly Unnamed[] => {
  const known = new Set(secrets.map(each => each.line))
  const general = rules.filter(each => !known.has(each.line))
  for (const each of general) known.add(each.line)
  return [...secrets, ...general, ...ruff.filter(each => !(ruleNames.includes(each.rule) && known.has(each.line)))]
}

const inspect = async (request: CheckRequest, tools: EmbeddedTools): Promise<CheckOutcome> => {
  const files = focused(request, appliesTo).filter(file => !isLock(file.path))
  if (files.length === 0) return nothingToCheck('no text file')
  const findings: Unnamed[] = []
  for (const file of files) {
    const broken = isPython(file.path)
      ? doesNotParse('security', file, readSyntax(file.text, tools, request.project.python))
      : undefined
    const ruff = isPython(file.path) && !broken ? fromRuff(file, request, tools) : []
    findings.push(
      ...(broken ? [broken] : []),
      ...oncePerLine(await fromSecrets(file, tools), fromRules(file, tools), ruff),
    )
  }
  return outcome(findings, request, { files: files.length })
}

export default check({
  id: 'security',
  title: 'Security',
  what: 'No secrets in any text file, and none of the weaknesses that Ruff’s security rules know in any Python file, whatever a comment says.',
  order: 7,
  version: 2,
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
  explains: rule => {
    const found = pages[rule.toUpperCase()]
    if (found === undefined) return undefined
    return [
      ['Why', found.why],
      ['Fix', found.fix],
      ['CWE', found.cwe],
      ['Severity', `${found.severity}, confidence ${found.confidence}`],
    ]
  },
  inputs: path => !isLock(path),
  appliesTo,
  inside: { when: 'always', inspect },
})
