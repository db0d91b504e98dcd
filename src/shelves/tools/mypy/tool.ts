import { z } from 'zod'
import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import { cutShort, lastWords, parsedJson, unable } from '../../../core/gates/tool-end.ts'
import { setUp } from '../../../core/project/tool-set.ts'
import { mypyTargets } from '../../../core/project/type-checking.ts'
import { ownTool } from '../../../ports/own-tool.ts'
import { pathBelow } from '../paths.ts'

const message = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  message: z.string(),
  code: z.string().nullish(),
  severity: z.string(),
})

export default ownTool({
  id: 'mypy',
  title: 'The type checker finds nothing, with the settings that the repository chose.',
  order: 20,
  set: setUp('mypy'),
  command: ({ project }) => ({
    program: 'mypy',
    // Without files or packages in its settings it must be told what to look at.
    args: ['--output=json', '--no-error-summary', '--cache-dir={scratch}/mypy', ...mypyTargets(project)],
    timeoutSeconds: 900,
  }),
  read: (ended, run) => {
    const cut = cutShort('mypy', ended)
    if (cut !== undefined) return cut
    const findings = ended.stdout
      .split('\n')
      .map(line => message.safeParse(parsedJson(line)))
      .flatMap(parsed => (parsed.success && parsed.data.severity === 'error' ? [parsed.data] : []))
      .map(
        (each): Unnamed => ({
          check: 'mypy',
          rule: each.code ?? 'error',
          path: pathBelow(each.file, run),
          ...(each.line > 0 && { line: each.line, column: each.column + 1 }),
          message: each.message,
          severity: 'medium',
        }),
      )
    if ((ended.exit ?? 2) > 1 || (ended.exit === 1 && findings.length === 0))
      return unable('crashed', `mypy ended with ${ended.exit}: ${lastWords(ended)}`)
    return { findings: named(findings, run.files), metrics: { findings: findings.length } }
  },
})
