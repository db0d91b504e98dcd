import { ownPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { mayHaveMore } from '../../../core/python/api/names.ts'
import { normalised } from '../../../core/python/distribution-name.ts'
import { modulesIn } from '../../../core/python/modules.ts'
import { standardLibrary } from '../../../core/python/stdlib.ts'
import { type Check, type CheckRequest, check, type EmbeddedTools } from '../../../ports/check.ts'
import { doesNotParse, readSyntax } from '../broken.ts'
import { importsIn, isBrokenTree } from '../facts.ts'
import { focused, isPython, nothingToCheck, outcome } from '../looking.ts'
import { namesIn } from '../names-in.ts'
import { usedWithoutImport } from './distributions.ts'
import { judgeImport, type Surroundings } from './resolve.ts'

const manifest = ownPath('pyproject.toml')

const appliesTo: Check['appliesTo'] = path =>
  isPython(path) || path === manifest ? true : 'neither a Python file nor pyproject.toml'

const surroundings = (request: CheckRequest, { grammar }: EmbeddedTools): Surroundings => {
  const { project } = request
  const own = modulesIn([...request.tree, ...request.files.keys()])
  const names = namesIn(request.files, grammar, { python: project.python, platform: 'linux' })
  const known = new Map<string, ReadonlySet<string> | undefined>()
  const bindsOf = (module: string): ReadonlySet<string> | undefined => {
    const source = names.modules.all.get(module)
    const text = source && request.files.get(ownPath(source.path))
    if (source === undefined || text === undefined || isBrokenTree(text, grammar)) return undefined
    // A star from elsewhere or a module-level `__getattr__` may bind anything.
    if (mayHaveMore(names, module)) return undefined
    return new Set([
      ...names.modules.bound(module).names.keys(),
      '__doc__',
      '__name__',
      '__file__',
      '__path__',
      '__version__',
    ])
  }
  return {
    project,
    own,
    library: standardLibrary(project.python),
    runtime: new Set(project.requirements.map(normalised)),
    development: new Set(project.dev_requirements.map(normalised)),
    binds: module => {
      if (!known.has(module)) known.set(module, bindsOf(module))
      return known.get(module)
    },
  }
}

/** Only a look at all source can say that nothing uses a requirement. */
const seesAll = ({ focus, tree }: CheckRequest): boolean => {
  const judged = new Set(focus)
  const sources = tree.filter(isPython)
  return judged.has(manifest) && sources.length > 0 && sources.every(path => judged.has(path))
}

const unusedIn = (request: CheckRequest, used: ReadonlySet<string>): readonly Unnamed[] => {
  const lines = (request.files.get(manifest) ?? '').split('\n')
  return request.project.requirements
    .map(normalised)
    .filter(name => !used.has(name) && !usedWithoutImport.has(name))
    .map(name => {
      const line = lines.findIndex(
        each =>
          normalised(each.replace(/^[\s"'[]+/, '')) === name ||
          normalised(/["']([^"']+)["']/.exec(each)?.[1] ?? '') === name,
      )
      return {
        check: 'imports',
        rule: 'unused-requirement',
        path: manifest,
        ...(line >= 0 && { line: line + 1 }),
        message: `\`${name}\` is declared, and no file imports it.`,
        severity: 'medium' as const,
        confidence: 'medium' as const,
        why: 'Users install what nobody needs, with its faults.',
        fix: `Remove \`${name}\` from pyproject.toml, or use it.`,
      }
    })
}

export default check({
  id: 'imports',
  title: 'Imports',
  what: 'Every import resolves to the standard library, this project or a declared requirement; nothing prohibited is used, nothing declared is unused.',
  order: 3,
  faults: ({ package: name, planted }) => [
    {
      is: 'an import that no requirement declares',
      files: { [`src/${name}/${planted}.py`]: 'import nobody_declared_this\n\nnobody_declared_this.go()\n' },
      rule: 'undeclared',
    },
  ],
  inputs: path => isPython(path) || path === manifest,
  appliesTo,
  inside: {
    when: 'always',
    inspect: (request, tools) => {
      const files = focused(request, appliesTo)
      if (files.length === 0) return nothingToCheck('no Python file')
      const around = surroundings(request, tools)
      const findings: Unnamed[] = []
      const used = new Set<string>()
      let imports = 0
      let forTypes = 0
      let unread = 0
      for (const file of files.filter(each => isPython(each.path))) {
        const broken = doesNotParse('imports', file, readSyntax(file.text, tools, request.project.python))
        if (broken) {
          findings.push(broken)
          unread += 1
          continue
        }
        for (const each of importsIn(file.text, tools.grammar)) {
          imports += 1
          if (each.typeChecking) forTypes += 1
          // Whoever asks for a module by a call mostly copes without it.
          const judged = judgeImport(file.path, each.called ? { ...each, optional: true } : each, around)
          findings.push(...judged.findings)
          for (const name of judged.uses) used.add(name)
        }
      }
      if (unread === 0 && seesAll(request)) findings.push(...unusedIn(request, used))
      return outcome(findings, request, { files: files.length, imports, imports_for_types: forTypes })
    },
  },
})
