import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import { cutShort, lastWords, unable } from '../../../core/gates/tool-end.ts'
import { setUp } from '../../../core/project/tool-set.ts'
import { mypyTargets } from '../../../core/project/type-checking.ts'
import { ownTool } from '../../../ports/own-tool.ts'
import { pathBelow } from '../paths.ts'

/** `path:line:column: error: message  [code]`, which every version of mypy prints; only newer ones know JSON. */
const line = /^(.{1,1000}?):(\d{1,7}):(?:(\d{1,7}):)? error: (.*)$/

const messageOf = (text: string) => {
  const [, file = '', row = '', column, rest = ''] = line.exec(text.slice(0, 4000)) ?? []
  const code = /  \[([\w-]{1,60})\]$/.exec(rest)
  return file === '' ? [] : [{ file, row: Number(row), column, message: rest.slice(0, code?.index), code: code?.[1] }]
}

export default ownTool({
  id: 'mypy',
  title: 'The type checker finds nothing, with the settings that the repository chose.',
  order: 20,
  set: setUp('mypy'),
  command: ({ project }) => ({
    program: 'mypy',
    // Without files or packages in its settings it must be told what to look at.
    args: [
      '--show-column-numbers',
      '--show-error-codes',
      '--hide-error-context',
      '--no-pretty',
      '--no-color-output',
      '--no-error-summary',
      '--cache-dir={scratch}/mypy',
      ...mypyTargets(project),
    ],
    timeoutSeconds: 900,
  }),
  read: (ended, run) => {
    const cut = cutShort('mypy', ended)
    if (cut !== undefined) return cut
    const findings = ended.stdout
      .split('\n')
      .flatMap(messageOf)
      .map(
        (each): Unnamed => ({
          check: 'mypy',
          rule: each.code ?? 'error',
          path: pathBelow(each.file, run),
          line: each.row,
          ...(each.column !== undefined && { column: Number(each.column) }),
          message: each.message,
          severity: 'medium',
        }),
      )
    if ((ended.exit ?? 2) > 1 || (ended.exit === 1 && findings.length === 0))
      return unable('crashed', `mypy ended with ${ended.exit}: ${lastWords(ended)}`)
    return { findings: named(findings, run.files), metrics: { findings: findings.length } }
  },
})
