import { z } from 'zod'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { type Check, check } from '../../../ports/check.ts'
import { readSyntax } from '../broken.ts'
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

/** An encoding declaration in the first two lines. Source: PEP 263. */
const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/

/** Python reads such a file in another way than every other tool: code can hide in what looks like a comment. */
const encodings = ({ path, text }: Looked): readonly Unnamed[] =>
  text.split('\n', 2).flatMap((line, index) => {
    const [, name] = cookie.exec(line) ?? []
    if (name === undefined || /^(?:utf[-_]?8|(?:us-)?ascii)$/i.test(name)) return []
    return [
      {
        ...broken(
          path,
          index + 1,
          null,
          `The file declares the encoding ${name}; only UTF-8 is read the same way by all.`,
        ),
        rule: 'encoding',
        why: 'Python would decode the file differently from every tool that checks it.',
        fix: 'Save it as UTF-8 and take the declaration out.',
      },
    ]
  })

export default check({
  id: 'syntax',
  title: 'Syntax',
  what: 'Every file is Python that the lowest supported version accepts; each error with line and column.',
  version: 2,
  order: 1,
  faults: ({ package: name, planted }) => [
    { is: 'a function without its end', files: { [`src/${name}/${planted}.py`]: 'def broken(:\n' } },
  ],
  inputs: isPython,
  appliesTo,
  inside: {
    when: 'always',
    inspect: (request, tools) => {
      const files = focused(request, appliesTo)
      if (files.length === 0) return nothingToCheck('no Python file')
      const read = files.map(file => ({ file, reading: readSyntax(file.text, tools, request.project.python) }))
      return outcome(
        read.flatMap(({ file, reading }) => [
          ...encodings(file),
          ...reading.errors.map(error => broken(file.path, error.line, error.column, `${error.message}.`)),
        ]),
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
