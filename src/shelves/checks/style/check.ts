import { z } from 'zod'
import { NestedTooDeeply } from '../../../base/errors/nested-too-deeply.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { CheckOutcome } from '../../../core/gates/finding.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { type Check, type CheckRequest, check, type EmbeddedTools } from '../../../ports/check.ts'
import type { RuffSettings } from '../../../ports/ruff.ts'
import { doesNotParse, readSyntax } from '../broken.ts'
import {
  cutShort,
  focused,
  isPython,
  type Looked,
  lastWords,
  nothingToCheck,
  outcome,
  parsedJson,
  toolPath,
  unable,
} from '../looking.ts'
import { blanketNoqa } from './blanket-noqa.ts'
import { configurations, styleSettings } from './settings.ts'

const place = z.object({ row: z.number(), column: z.number() })
const found = z.array(
  z.object({
    filename: z.string(),
    code: z.string().nullable(),
    message: z.string(),
    location: place.nullable(),
    fix: z.object({ message: z.string().nullish() }).nullish(),
  }),
)
const run = z.object({ exit: z.number(), found: found.nullable(), stderr: z.string() })
const answer = z.object({ nonce: z.string(), missing: z.boolean(), lint: run.optional(), format: run.optional() })

const appliesTo: Check['appliesTo'] = path => (isPython(path) ? true : 'not a Python file')

const complaint = (
  path: RepoPath,
  code: string | null,
  message: string,
  at: { readonly row: number; readonly column: number } | null,
  fix?: string | null,
): Unnamed => ({
  check: 'style',
  rule: code ?? 'invalid-syntax',
  path,
  ...(at && { line: at.row, column: at.column }),
  message: message.endsWith('.') ? message : `${message}.`,
  severity: code === null || code === 'invalid-syntax' ? 'high' : 'low',
  confidence: 'high',
  ...(fix && { fix: `${fix} (\`ruff check --fix\`).` }),
})

const unformatted = (path: RepoPath, line: number): Unnamed => ({
  check: 'style',
  rule: 'unformatted',
  path,
  line,
  message: 'The file is not formatted as `ruff format` would have it; this is the first line that differs.',
  severity: 'low',
  confidence: 'high',
  fix: `Run \`ruff format ${path}\`.`,
})

const firstDifference = (a: string, b: string): number => {
  const other = b.split('\n')
  const at = a.split('\n').findIndex((line, index) => line !== other[index])
  return at < 0 ? 1 : at + 1
}

const formatting = (file: Looked, settings: RuffSettings, { ruff }: EmbeddedTools): readonly Unnamed[] => {
  let formatted: string
  try {
    formatted = ruff.format(file.text, settings)
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return [complaint(file.path, 'unformatted', `The file cannot be formatted: ${error.message}`, null)]
  }
  return formatted === file.text ? [] : [unformatted(file.path, firstDifference(file.text, formatted))]
}

const inspect = (request: CheckRequest, tools: EmbeddedTools): CheckOutcome => {
  const texts: ReadonlyMap<string, string> = request.files
  const { settings, ignored, excluded } = styleSettings(path => texts.get(path), request.project)
  const files = focused(request, appliesTo)
  const looked = files.filter(file => !excluded(file.path))
  if (looked.length === 0)
    return nothingToCheck(files.length === 0 ? 'no Python file' : 'the settings exclude every file')
  const perFile = looked.map((file): readonly Unnamed[] => {
    const broken = doesNotParse('style', file, readSyntax(file.text, tools, request.project.python))
    if (broken) return [broken]
    return [
      ...blanketNoqa(file),
      ...tools.ruff
        .check(file.text, settings)
        .filter(each => each.code === null || !ignored(file.path, each.code))
        .map(each => complaint(file.path, each.code, each.message, each.start, each.fix?.message)),
      ...formatting(file, settings, tools),
    ]
  })
  return outcome(perFile.flat(), request, {
    files: looked.length,
    files_clean: perFile.filter(each => each.length === 0).length,
    files_excluded: files.length - looked.length,
  })
}

export default check({
  id: 'style',
  title: 'Style',
  what: 'Ruff, with the project’s own settings, finds nothing and would format nothing.',
  order: 4,
  version: 2,
  faults: ({ package: name, planted }) => [
    { is: 'a file that is not formatted', files: { [`src/${name}/${planted}.py`]: 'x=[1,2 ]\n' } },
  ],
  // Ruff has nine hundred rules and a page for each: the page is Ruff's to print.
  explains: rule =>
    /^[A-Z]{1,4}\d{3,4}$/.test(rule) ? [['Rule', `of Ruff; \`uv run ruff rule ${rule}\` prints its page.`]] : undefined,
  inputs: path => isPython(path) || configurations.some(name => path === name || path.endsWith(`/${name}`)),
  appliesTo,
  inside: {
    when: 'embedded',
    inspect: (request, tools) => {
      try {
        return inspect(request, tools)
      } catch (error) {
        // Both the TOML reader and Ruff throw on a configuration that they cannot read: the check did not run.
        return unable(
          'crashed',
          `Ruff could not read its settings: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    },
  },
  tool: {
    command: (_, nonce) => ({
      program: 'python',
      args: ['-I', '-S', '-B', '{scratch}/run_ruff.py', '{scratch}/wanted.json', '{scratch}/ruff.json'],
      scratchFrom: { 'run_ruff.py': 'style/run_ruff.py' },
      scratch: { 'wanted.json': JSON.stringify({ nonce }) },
      collect: ['ruff.json'],
      timeoutSeconds: 120,
    }),
    read: (ended, request, nonce) => {
      const cut = cutShort('ruff', ended)
      if (cut) return cut
      const result = answer.safeParse(parsedJson(ended.collected['ruff.json']))
      if (!result.success || result.data.nonce !== nonce)
        return unable('crashed', `ruff gave no result: ${lastWords(ended)}`)
      const { missing, lint, format } = result.data
      if (missing) return unable('missing', 'ruff is not installed in the environment')
      const silent = [lint, format].find(each => !each?.found || (each.exit > 1 && each.found.length === 0))
      if (!lint?.found || !format?.found || silent)
        return unable('crashed', `ruff ended with ${silent?.exit}: ${silent?.stderr.trim()}`)
      const files = request.tree.filter(isPython).length
      if (files === 0) return nothingToCheck('no Python file')
      const findings = [
        ...lint.found.map(each =>
          complaint(toolPath(each.filename), each.code, each.message, each.location, each.fix?.message),
        ),
        ...format.found
          .filter(each => each.code === 'unformatted')
          .map(each => unformatted(toolPath(each.filename), each.location?.row ?? 1)),
        ...[...request.files].filter(([path]) => isPython(path)).flatMap(([path, text]) => blanketNoqa({ path, text })),
      ]
      return outcome(findings, request, { files, files_clean: files - new Set(findings.map(each => each.path)).size })
    },
  },
})
