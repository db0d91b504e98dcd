import { z } from 'zod'
import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import { check, type ToolOutcome } from '../../../ports/check.ts'
import { cutShort, isPython, lastWords, nothingToCheck, outcome, parsedJson, toolPath, unable } from '../looking.ts'
import { loosened } from '../loosened.ts'
import { mypyCode } from './codes.ts'
import { looseningsOfTypes } from './loosenings.ts'

const message = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  message: z.string(),
  hint: z.string().nullish(),
  code: z.string().nullish(),
  severity: z.string(),
})

const messagesOf = ({ stdout }: ToolOutcome) =>
  stdout
    .split('\n')
    .map(line => message.safeParse(parsedJson(line)))
    .filter(parsed => parsed.success)
    .map(parsed => parsed.data)
    .filter(each => each.severity === 'error')

const isMissing = ({ stderr }: ToolOutcome): boolean => /No module named '?mypy/.test(stderr)

export default check({
  id: 'types',
  title: 'Types',
  what: 'mypy --strict finds nothing in the whole repository, and nothing there loosens it.',
  order: 5,
  version: 2,
  faults: ({ package: name, planted }) => [
    {
      is: 'a function that returns text where it promises a number',
      files: { [`src/${name}/${planted}.py`]: 'def go() -> int:\n    return "one"\n' },
    },
  ],
  explains: mypyCode,
  inputs: path =>
    isPython(path) || /(?:^|\/)(?:pyproject\.toml|mypy\.ini|setup\.cfg|\.mypy\.ini|py\.typed)$/.test(path),
  appliesTo: path => (isPython(path) ? true : 'not a Python file'),
  tool: {
    command: ({ tree }) => ({
      program: 'mypy',
      args: [
        '.',
        // Again on the command line, whatever the configuration says.
        '--strict',
        '--enable-error-code=ignore-without-code',
        // No other file, and none of the user's own, may stand in for the project's settings.
        `--config-file=${tree.some(path => path === 'pyproject.toml') ? 'pyproject.toml' : ''}`,
        '--output',
        'json',
        '--no-error-summary',
        '--show-error-codes',
      ],
      env: { MYPY_FORCE_COLOR: '0', MYPYPATH: '' },
      timeoutSeconds: 300,
    }),
    read: (ended, request) => {
      const cut = cutShort('mypy', ended)
      if (cut) return cut
      if (isMissing(ended)) return unable('missing', 'mypy is not installed in the environment')
      const sources = request.tree.filter(isPython).length
      const loose = looseningsOfTypes(request).map(each => loosened('types', each))
      if (sources === 0 || /There are no \.pyi?/.test(ended.stderr))
        return { ...nothingToCheck('mypy found no Python file'), findings: named(loose, request.files) }
      const messages = messagesOf(ended)
      if (ended.exit !== 0 && messages.length === 0) {
        const crashed = unable('crashed', `mypy ended with ${ended.exit}: ${lastWords(ended)}`)
        return { ...crashed, findings: named(loose, request.files) }
      }
      const told = messages.map(
        (each): Unnamed => ({
          check: 'types',
          rule: each.code ?? 'error',
          path: toolPath(each.file),
          ...(each.line > 0 && { line: each.line }),
          // mypy counts columns from 0 in this format.
          ...(each.column >= 0 && { column: each.column + 1 }),
          message: each.hint ? `${each.message} (${each.hint})` : each.message,
          severity: 'medium',
          confidence: 'high',
        }),
      )
      return outcome([...loose, ...told], request, { files: sources, errors: messages.length })
    },
  },
})
