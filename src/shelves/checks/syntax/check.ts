import { z } from 'zod'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { type Check, check } from '../../../ports/check.ts'
import { readSyntax } from '../broken.ts'
import {
  cutShort,
  focused,
  isPython,
  lastWords,
  nothingToCheck,
  outcome,
  parsedJson,
  toolPath,
  unable,
} from '../looking.ts'

const compiled = z.object({
  nonce: z.string(),
  compiled: z.number(),
  problems: z.array(
    z.object({ path: z.string(), line: z.number().nullable(), column: z.number().nullable(), message: z.string() }),
  ),
})

const appliesTo: Check['appliesTo'] = path => (isPython(path) ? true : 'not a Python file')

const broken = (path: RepoPath, line: number | null, column: number | null, message: string): Unnamed => ({
  check: 'syntax',
  rule: 'invalid-syntax',
  path,
  ...(line !== null && line > 0 && { line }),
  ...(column !== null && column > 0 && { column }),
  message,
  severity: 'critical',
  confidence: 'high',
  why: 'Python refuses the whole file, so nothing else about it can be said.',
})

export default check({
  id: 'syntax',
  title: 'Syntax',
  what: 'Every file is Python that the lowest supported version accepts; each error with line and column.',
  order: 1,
  inputs: isPython,
  appliesTo,
  inside: {
    when: 'always',
    inspect: (request, tools) => {
      const files = focused(request, appliesTo)
      if (files.length === 0) return nothingToCheck('no Python file')
      const read = files.map(file => ({ file, reading: readSyntax(file.text, tools, request.project.python) }))
      return outcome(
        read.flatMap(({ file, reading }) =>
          reading.errors.map(error => broken(file.path, error.line, error.column, `${error.message}.`)),
        ),
        request,
        {
          files: files.length,
          lines: files.reduce((sum, file) => sum + file.text.split('\n').length, 0),
          misread_by_grammar: read.filter(({ reading }) => reading.misread).length,
        },
      )
    },
  },
  tool: {
    command: (request, nonce) => ({
      program: 'python',
      // Isolated and without site: the interpreter reads the files and nothing of the project gets to run.
      args: ['-I', '-S', '-B', '{scratch}/compile_all.py', '{scratch}/wanted.json', '{scratch}/compiled.json'],
      scratchFrom: { 'compile_all.py': 'syntax/compile_all.py' },
      scratch: { 'wanted.json': JSON.stringify({ nonce, paths: focused(request, appliesTo).map(file => file.path) }) },
      collect: ['compiled.json'],
      timeoutSeconds: 120,
    }),
    read: (ended, request, nonce) => {
      const cut = cutShort('python', ended)
      if (cut) return cut
      const result = compiled.safeParse(parsedJson(ended.collected['compiled.json']))
      if (ended.exit !== 0 || !result.success || result.data.nonce !== nonce) {
        return unable('crashed', `the interpreter ended with ${ended.exit}: ${lastWords(ended)}`)
      }
      if (result.data.compiled === 0) return nothingToCheck('no Python file')
      return outcome(
        result.data.problems.map(each => broken(toolPath(each.path), each.line, each.column, `${each.message}.`)),
        request,
        { files: result.data.compiled },
      )
    },
  },
})
