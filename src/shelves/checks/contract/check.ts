import type { RepoPath } from '../../../base/repo-path.ts'
import type { Finding } from '../../../core/gates/finding.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import type { Names } from '../../../core/python/api/names.ts'
import { offersAlone, offersOf } from '../../../core/python/api/offers.ts'
import { type Comparison, compareInterfaces } from '../../../core/python/compare-interfaces.ts'
import type { ModuleInterface } from '../../../core/python/interface.ts'
import { type Check, check } from '../../../ports/check.ts'
import { doesNotParse, readSyntax } from '../broken.ts'
import { interfaceIn } from '../facts.ts'
import { focused, isPython, type Looked, nothingToCheck, outcome, unable } from '../looking.ts'
import { namesIn } from '../names-in.ts'

/** A stub that names anything: a definition, a name, or a list of exports. */
const names = /^\s*(?:async\s+def|def|class|type)\s|^[A-Za-z_]\w*\s*[:=]|^from\s.*\bas\b/m

const appliesTo: Check['appliesTo'] = (path, { project }) =>
  names.test(project.contracts.get(path) ?? '') ? true : 'no public interface was asked for'

const common = (path: RepoPath): Pick<Finding, 'check' | 'path' | 'severity' | 'confidence'> => ({
  check: 'contract',
  path,
  severity: 'high',
  confidence: 'high',
})

const findingsOf = (path: RepoPath, { missing, different }: Comparison): readonly Unnamed[] => [
  ...missing.map(({ symbol, wanted }) => ({
    ...common(path),
    rule: 'missing',
    symbol,
    message: `\`${symbol}\` is missing; wanted: \`${wanted}\`.`,
    fix: `Write \`${wanted}\`.`,
  })),
  ...different.flatMap(({ symbol, line, reasons }) =>
    reasons.map(reason => ({
      ...common(path),
      rule: 'different',
      symbol,
      line,
      message: `\`${symbol}\` ${reason}.`,
      why: 'Other files are written against the agreed interface.',
    })),
  ),
]

export default check({
  id: 'contract',
  title: 'Contract',
  version: 2,
  what: 'The file offers every class, function and name of its agreed interface, with the same parameters, annotations and decorators.',
  order: 2,
  faults: ({ package: name, planted }) => [
    {
      is: 'a function without the parameter that was agreed',
      files: { [`src/${name}/${planted}.py`]: 'def go() -> int:\n    return 1\n' },
      contracts: { [`src/${name}/${planted}.py`]: 'def go(times: int) -> int: ...\n' },
      rule: 'different',
    },
  ],
  inputs: isPython,
  appliesTo,
  inside: {
    when: 'always',
    inspect: (request, { grammar, ...tools }) => {
      const files = focused(request, appliesTo)
      if (files.length === 0) return nothingToCheck('no file with an agreed interface')
      const findings: Unnamed[] = []
      let project: Names | undefined
      const target = { python: request.project.python, platform: 'linux' }
      /** Most files hold what was agreed themselves; only where one does not, the project is asked. */
      const held = (wanted: ModuleInterface, { path, text }: Looked): Comparison => {
        const own = interfaceIn(text, grammar)
        const alone = compareInterfaces(wanted, own, offersAlone(own, target))
        if (alone.missing.length + alone.different.length === 0) return alone
        project ??= namesIn(request.files, grammar, target)
        const module = project.modules.moduleAt(path)
        return module === undefined ? alone : compareInterfaces(wanted, own, offersOf(project, module))
      }
      const partial: RepoPath[] = []
      let found = 0
      let wantedInAll = 0
      for (const file of files) {
        const broken = doesNotParse(
          'contract',
          file,
          readSyntax(file.text, { grammar, ...tools }, request.project.python),
        )
        if (broken) {
          findings.push(broken)
          continue
        }
        const stub = request.project.contracts.get(file.path) ?? ''
        const [flaw] = readSyntax(stub, { grammar, ...tools }, request.project.python).errors
        if (flaw)
          return unable(
            'crashed',
            `the agreed interface of ${file.path} is not Python: line ${flaw.line}, ${flaw.message}`,
          )
        const compared = held(interfaceIn(stub, grammar), file)
        const open = compared.missing.length + compared.different.length
        found += compared.found.length
        wantedInAll += compared.found.length + open
        if (open > 0 && compared.found.length > 0) partial.push(file.path)
        findings.push(...findingsOf(file.path, compared))
      }
      return {
        ...outcome(findings, request, { files: files.length, names_found: found, names_wanted: wantedInAll }),
        ...(partial.length > 0 && { partial }),
      }
    },
  },
})
