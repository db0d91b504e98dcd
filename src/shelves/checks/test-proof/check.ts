import { z } from 'zod'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { fileOf, symbolOf } from '../../../core/gates/test-results.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { type Check, type CheckRequest, check } from '../../../ports/check.ts'
import { cutShort, lastWords, nothingToCheck, outcome, parsedJson, toolPath, unable } from '../looking.ts'
import { judgedTests, measures, pytestArgs, pytestSurroundings, targetsOf } from '../tests/command.ts'

const test = z.object({
  id: z.string(),
  outcome: z.enum(['passed', 'failed', 'skipped', 'none']),
  /** How many functions of the project it met that did not do their work. */
  met: z.number().default(0),
  /** It says what must be. */
  expects: z.boolean().default(true),
  /** 0-based. */
  line: z.number().nullish(),
})
const told = z.object({ nonce: z.string(), errors: z.array(z.string()), tests: z.array(test) })
const answer = z.object({
  nonce: z.string(),
  first: told,
  again: z.object({ nonce: z.string().optional(), tests: z.array(test) }).nullable(),
})

type Tested = z.infer<typeof test>

const vacuous = ({ id, line, expects }: Tested): Unnamed => ({
  check: 'test-proof',
  rule: 'vacuous-test',
  path: toolPath(fileOf(id)),
  ...(typeof line === 'number' && { line: line + 1 }),
  symbol: symbolOf(id),
  message: expects
    ? `\`${symbolOf(id)}\` passes although every function of the project that it calls returns nothing, and when each raises.`
    : `\`${symbolOf(id)}\` passes although every function of the project that it calls returns nothing, and it expects nothing of them.`,
  severity: 'high',
  confidence: 'high',
  why: 'A test that cannot fail proves nothing, however often it passes.',
  fix: 'Assert what the call must bring about: its result, what it changed, or the error that it raises.',
})

const appliesTo: Check['appliesTo'] = (path, { project }) => {
  if (project.untested) return 'the design says that there are no tests'
  return isTestFile(path) ? true : 'its tests are looked at with their own files'
}

/** The import names of a project: its package, and what lies beside it in src. */
const packagesOf = ({ project, tree }: CheckRequest): readonly string[] => [
  ...new Set([project.package, ...tree.flatMap(path => /^src\/(\w+)(?:\/|\.py$)/.exec(path)?.[1] ?? [])]),
]

export default check({
  id: 'test-proof',
  title: 'Test proof',
  what: 'Each test fails when the functions that it calls do nothing: the tests were run against a project in which none does its work.',
  order: 8,
  atGate: true,
  explains: rule =>
    rule === 'vacuous-test'
      ? [
          ['Finds', 'A test that passes although no function of the project does its work.'],
          ['Why', 'A test that cannot fail proves nothing, however often it passes.'],
          ['Fix', 'Assert what the call must bring about: its result, what it changed, or the error that it raises.'],
          [
            'How',
            'The tests are run once while each function of the project returns nothing. A test that passes and expects nothing is named; one that expects something is run again while each function raises, and is named when it passes then too.',
          ],
        ]
      : undefined,
  faults: ({ package: name, planted }) => [
    {
      is: 'a test that calls and expects nothing',
      files: {
        [`tests/test_${planted}.py`]: `from ${name}.${planted} import go\n\n\ndef test_planted() -> None:\n    go()\n`,
        [`src/${name}/${planted}.py`]: 'def go() -> int:\n    return 1\n',
      },
    },
  ],
  inputs: () => true,
  appliesTo,
  unwanted: ({ project, tree }) =>
    project.untested && !tree.some(isTestFile) ? 'not chosen: the design says `testing: none`' : undefined,
  tool: {
    command: (request, nonce) => ({
      program: 'python',
      args: ['-P', '{scratch}/prove.py'],
      // What waits for a function that does nothing waits for ever.
      env: { ...pytestSurroundings, TRYSQUARE_TEST_SECONDS: '3' },
      scratchFrom: {
        'prove.py': 'test-proof/plugin/prove.py',
        'trysquare_stub.py': 'test-proof/plugin/trysquare_stub.py',
        'trysquare_probe.py': 'tests/plugin/trysquare_probe.py',
      },
      scratch: {
        'prove.json': JSON.stringify({
          nonce,
          packages: packagesOf(request),
          args: ['-p', 'trysquare_stub', ...pytestArgs(request), ...(measures(request) ? ['--no-cov'] : [])],
          targets: targetsOf(request),
        }),
      },
      collect: ['proof.json'],
      timeoutSeconds: 900,
    }),
    read: (ended, request, nonce) => {
      const cut = cutShort('pytest', ended)
      if (cut) return cut
      if (/No module named '?pytest'?$/m.test(ended.stderr))
        return unable('missing', 'pytest is not installed in the environment')
      const judged = new Set<RepoPath>(judgedTests(request))
      if (judged.size === 0) return nothingToCheck('no test file')
      const read = answer.safeParse(parsedJson(ended.collected['proof.json']))
      if (!read.success) return unable('crashed', `the tests could not be run against stubs: ${lastWords(ended)}`)
      const { first, again } = read.data
      if (read.data.nonce !== nonce || first.nonce !== nonce)
        return unable('crashed', 'the result was not written by this run')
      const still = new Set((again?.tests ?? []).filter(each => each.outcome === 'passed').map(each => each.id))
      const tests = first.tests.filter(each => judged.has(toolPath(fileOf(each.id))))
      const passing = tests.filter(each => each.outcome === 'passed' && each.met > 0)
      const found = passing.filter(each => !each.expects || still.has(each.id))
      const errors = [...new Set(first.errors)].filter(path => judged.has(toolPath(path)))
      return {
        ...outcome(found.map(vacuous), request, {
          files: judged.size,
          tests_proved: tests.filter(each => each.outcome === 'failed' || each.met > 0).length - found.length,
          tests_vacuous: found.length,
          tests_apart: tests.filter(each => each.outcome === 'passed' && each.met === 0).length,
        }),
        ...(errors.length > 0 && {
          unjudged: Object.fromEntries(errors.map(path => [path, 'not run: pytest could not load it'])),
        }),
      }
    },
  },
})
