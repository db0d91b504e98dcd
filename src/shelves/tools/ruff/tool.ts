import { z } from 'zod'
import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import { cutShort, lastWords, parsedJson, unable } from '../../../core/gates/tool-end.ts'
import { setUp } from '../../../core/project/tool-set.ts'
import { ownTool } from '../../../ports/own-tool.ts'
import { pathBelow } from '../paths.ts'

const found = z.array(
  z.object({
    filename: z.string(),
    code: z.string().nullable(),
    message: z.string(),
    location: z.object({ row: z.number(), column: z.number() }).nullable(),
  }),
)

export default ownTool({
  id: 'ruff',
  title: 'The linter finds nothing, with the rules that the repository chose.',
  order: 10,
  set: setUp('ruff'),
  command: () => ({
    program: 'ruff',
    args: ['check', '--no-cache', '--no-fix', '--output-format=json', '.'],
    timeoutSeconds: 300,
  }),
  read: (ended, run) => {
    const cut = cutShort('ruff', ended)
    if (cut !== undefined) return cut
    const parsed = found.safeParse(parsedJson(ended.stdout))
    // 0 and 1 are its answers; anything else is that it could not work.
    if (!parsed.success || (ended.exit ?? 2) > 1)
      return unable('crashed', `ruff ended with ${ended.exit}: ${lastWords(ended)}`)
    const findings = parsed.data.map(
      (each): Unnamed => ({
        check: 'ruff',
        rule: each.code ?? 'invalid-syntax',
        path: pathBelow(each.filename, run),
        ...(each.location && { line: each.location.row, column: each.location.column }),
        message: each.message,
        severity: each.code === null ? 'high' : 'low',
      }),
    )
    return { findings: named(findings, run.files), metrics: { findings: findings.length } }
  },
})
