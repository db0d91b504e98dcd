import { NestedTooDeeply } from '../../../base/errors/nested-too-deeply.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Grammar, SyntaxNode } from '../../../ports/grammar.ts'
import type { Ruff, RuffDiagnostic } from '../../../ports/ruff.ts'
import type { Hits, ProseLook, RuffLook, Rule, RuleHit, SourceLook, Suppression } from '../../../ports/rule.ts'
import type { SecretHit } from '../../../ports/secrets.ts'
import { importsOf } from '../../python/imports.ts'
import { nodeAt } from '../../python/source/place.ts'
import { type Prose, proseIn, proseInMarkdown } from '../../python/source/prose.ts'
import { type Source, sourceOf } from '../../python/source/source.ts'
import type { Finding } from '../finding.ts'
import { named, type Unnamed } from '../finding-id.ts'
import { excerptOf, secretLines } from './excerpt.ts'
import type { Found, Inspected } from './found.ts'
import { lineStarts, ruffFix } from './ruff-fix.ts'
import { suppressionsIn } from './suppressions.ts'

/** What looking at one file needs. */
export interface Lens {
  readonly rules: readonly Rule[]
  readonly grammar: Grammar
  readonly ruff: Ruff
  /** Ruff's name of the lowest Python version: `py311`. */
  readonly target: string
}

const isPython = (path: string): boolean => /\.pyi?$/.test(path)

/** A hit of a rule as a finding that has no name yet. */
export const asFinding = (rule: Rule, path: string, hit: RuleHit): Unnamed & Omit<Found, keyof Finding> => ({
  check: 'rules',
  rule: rule.id,
  pack: rule.pack,
  path: path as RepoPath,
  line: hit.line,
  column: hit.column,
  message: hit.message,
  severity: rule.severity,
  confidence: rule.confidence,
  why: rule.why,
  fix: rule.fix,
  ...(rule.cwe !== undefined && { cwe: rule.cwe }),
  ...(rule.look.by === 'ruff' && { code: rule.look.code }),
  ...(hit.end !== undefined && { end: hit.end }),
  ...(hit.symbol !== undefined && { symbol: hit.symbol }),
  ...(hit.fix !== undefined && { mend: hit.fix }),
})

const hitsOf = (hits: Hits): readonly RuleHit[] => (hits === undefined ? [] : 'message' in hits ? [hits] : hits)

/** The rules of one kind, with what they look for. */
const looking = <By extends Rule['look']['by']>(rules: readonly Rule[], by: By, path: string) =>
  rules.flatMap(rule => {
    const { look } = rule
    return look.by === by && (rule.files?.(path) ?? true)
      ? [{ rule, look: look as Extract<Rule['look'], { readonly by: By }> }]
      : []
  })

type Placed = readonly [Rule, RuleHit]

const ofProse = (
  prose: () => readonly Prose[],
  text: string,
  path: string,
  rules: readonly { readonly rule: Rule; readonly look: ProseLook }[],
): readonly Placed[] => {
  const live = rules.filter(({ look }) => look.mentions.test(text))
  if (live.length === 0) return []
  return prose().flatMap(each =>
    live.flatMap(({ rule, look }) => hitsOf(look.find(each, path)).map((hit): Placed => [rule, hit])),
  )
}

const visited = (source: Source, rules: readonly { readonly rule: Rule; readonly look: SourceLook }[]) => {
  const live = rules.filter(({ look }) => look.mentions?.some(word => source.text.includes(word)) ?? true)
  if (live.length === 0) return []
  const byType = new Map<string, { readonly rule: Rule; readonly look: (node: SyntaxNode, source: Source) => Hits }[]>()
  for (const { rule, look } of live)
    for (const [type, visit] of Object.entries(look.visit))
      byType.set(type, [...(byType.get(type) ?? []), { rule, look: visit }])
  const found: Placed[] = []
  const meet = (node: SyntaxNode, type: string) => {
    for (const { rule, look } of byType.get(type) ?? [])
      for (const hit of hitsOf(look(node, source)))
        found.push([rule, { symbol: source.symbolAt(node), ...hit } as RuleHit])
  }
  meet(source.root, 'module')
  const types = [...byType.keys()].filter(type => type !== 'module')
  if (types.length > 0)
    for (const node of source.root.descendantsOfType(types)) if (node !== null) meet(node, node.type)
  return found
}

const isBroken = ({ code }: RuffDiagnostic): boolean => code === null || code === 'invalid-syntax'

const hitOf = ({ start, end, message }: RuffDiagnostic): RuleHit => ({
  line: start.row,
  column: start.column,
  end: { line: end.row, column: end.column },
  message: message.endsWith('.') ? message : `${message}.`,
})

const ofRuff = (
  diagnostics: readonly RuffDiagnostic[],
  source: Source,
  rules: readonly { readonly rule: Rule; readonly look: RuffLook }[],
): readonly Placed[] => {
  const starts =
    rules.some(({ look }) => look.mends !== undefined) && diagnostics.length > 0 ? lineStarts(source.text) : []
  return diagnostics.flatMap(each => {
    const known = rules.find(({ look }) => look.code === each.code)
    if (known === undefined || known.look.except?.(hitOf(each), source) === true) return []
    const node = nodeAt(source, hitOf(each))
    const symbol = node && source.symbolAt(node)
    const fix = ruffFix(each, starts, known.look)
    return [
      [
        known.rule,
        { ...hitOf(each), ...(symbol !== undefined && { symbol }), ...(fix !== undefined && { fix }) },
      ] as const,
    ]
  })
}

const brokenWords = (
  path: string,
  line: number,
  column: number,
  message: string,
): Unnamed & Omit<Found, keyof Finding> => ({
  check: 'rules',
  rule: 'does-not-parse',
  pack: 'errors',
  path: path as RepoPath,
  line,
  column,
  message: `The file is not valid Python (${message}), so no rule could look into it.`,
  severity: 'high',
  confidence: 'high',
  why: 'What does not parse cannot be imported, and hides whatever else is in it.',
  fix: 'Mend the syntax.',
})

interface Read {
  readonly found: readonly Placed[]
  readonly suppressions: readonly Suppression[]
  readonly imports: Inspected['imports']
  readonly collected: Record<string, unknown>
}

const nothing: Read = { found: [], suppressions: [], imports: [], collected: {} }

const readTree = (
  path: string,
  text: string,
  { rules, grammar }: Lens,
  diagnostics: readonly RuffDiagnostic[],
): Read => {
  const source = looking(rules, 'source', path)
  const project = looking(rules, 'project', path)
  return grammar.parsing(text, root => {
    const model = sourceOf(root, path, text)
    const prose = looking(rules, 'prose', path)
    return {
      found: [
        ...ofProse(() => proseIn(root), text, path, prose),
        ...visited(model, source),
        ...ofRuff(diagnostics, model, looking(rules, 'ruff', path)),
      ],
      suppressions: suppressionsIn(root, text),
      imports: project.length === 0 ? [] : importsOf(root),
      collected: Object.fromEntries(
        project.flatMap(({ rule, look }) => {
          const collected = look.collect?.(model)
          return collected === undefined ? [] : [[rule.id, collected]]
        }),
      ),
    }
  })
}

/**
 * The settings with which Ruff looks at a file for these rules; an empty selection still finds what does not parse. Without preview:
 * there Ruff tells names instead of codes, and its rules may change from one release to the next.
 */
const ruffSettings = (rules: readonly { readonly look: RuffLook }[], target: string) => ({
  'target-version': target,
  lint: { ...Object.assign({}, ...rules.map(({ look }) => look.options)), select: rules.map(({ look }) => look.code) },
})

const readPython = (path: string, text: string, lens: Lens) => {
  const ruff = looking(lens.rules, 'ruff', path)
  const diagnostics = lens.ruff.check(text, ruffSettings(ruff, lens.target))
  const broken = diagnostics.filter(isBroken)
  if (broken.length > 0)
    return {
      ...nothing,
      broken: broken.map(each => brokenWords(path, each.start.row, each.start.column, each.message.replace(/\.$/, ''))),
    }
  return { ...readTree(path, text, lens, diagnostics), broken: [] }
}

const looked = (path: string, text: string, lens: Lens) => {
  if (path.endsWith('.md')) {
    const prose = ofProse(() => proseInMarkdown(text), text, path, looking(lens.rules, 'prose', path))
    return { ...nothing, found: prose, broken: [] }
  }
  if (!isPython(path)) return { ...nothing, broken: [] }
  try {
    return readPython(path, text, lens)
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return { ...nothing, broken: [brokenWords(path, 1, 1, error.message)] }
  }
}

/**
 * Looks at one file with every rule that speaks of it. `secrets` is what a scanner found in it: told by the rule for that, and covered in
 * what is shown of the file.
 */
export const inspect = (path: string, text: string, lens: Lens, secrets: readonly SecretHit[] = []): Inspected => {
  const { found, broken, ...read } = looked(path, text, lens)
  const texts = looking(lens.rules, 'text', path).flatMap(({ rule, look }) =>
    look.find(text, path).map((hit): Placed => [rule, hit]),
  )
  const lines = text.split('\n')
  const scanned = looking(lens.rules, 'secrets', path).flatMap(({ rule, look }) =>
    secrets.flatMap(({ line, column, message }): readonly Placed[] =>
      look.except?.((lines[line - 1] ?? '').slice(column - 1)) === true
        ? []
        : [[rule, { line, column, message: `This ${message}.` }]],
    ),
  )
  const all = [...broken, ...[...found, ...texts, ...scanned].map(([rule, hit]) => asFinding(rule, path, hit))]
  const covered = secretLines(all, secrets)
  return {
    path,
    ...read,
    found: (named(all, new Map([[path, text]])) as readonly Found[]).map(each => ({
      ...each,
      excerpt: excerptOf(lines[(each.line ?? 1) - 1] ?? '', covered.has(each.line ?? 1)),
    })),
    lines: lines.length,
    code: isPython(path) ? lines.filter(each => /^\s*[^\s#]/.test(each)).length : 0,
  }
}
