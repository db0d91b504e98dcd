import type { TaskId } from '../src/base/brand.ts'
import { ownPath } from '../src/base/repo-path.ts'
import type { Review } from '../src/core/design/review.ts'
import type { ReportModel } from '../src/core/documents/report-model.ts'
import type { Row } from '../src/core/gates/verdict.ts'

const id = (text: string): TaskId => text as TaskId

export const rows: readonly Row[] = [
  { check: 'security', title: 'Security', outcome: 'PASS', reason: 'no finding', receipt: 'r-7' },
  { check: 'syntax', title: 'Syntax', outcome: 'PASS', reason: '1 file read', receipt: 'r-1' },
  {
    check: 'contract',
    title: 'Contract',
    outcome: 'PARTIAL',
    reason: 'Found Validator.check; missing Validator.explain, which other files of the plan rely upon.',
    receipt: 'r-2',
  },
  { check: 'imports', title: 'Imports', outcome: 'PASS', reason: 'all resolve', receipt: 'r-3' },
  {
    check: 'style',
    title: 'Style',
    outcome: 'FAIL',
    reason: 'src/schema_guard/validator.py:12 is longer than 100 characters (E501).',
    receipt: 'r-4',
  },
  {
    check: 'types',
    title: 'Types',
    outcome: 'SKIPPED',
    reason: 'mypy is not installed: install with `uv sync`.',
    unable: true,
  },
  { check: 'tests', title: 'Tests', outcome: 'SKIPPED', reason: 'This file holds no test.' },
]

export const sampleReview = (checkpoint: 1 | 2): Review => ({
  checkpoint,
  scores: [
    {
      dimension: 'clarity',
      points: 5,
      justification: 'A library for developers, bounded by 4 non-goals: these agree with one another.',
    },
    {
      dimension: 'completeness',
      points: 4,
      justification: 'Others will import this, and nothing says what a version number promises.',
    },
    { dimension: 'maintainability', points: 5, justification: 'The choices uv and stdlib logging are in proportion.' },
    { dimension: 'extensibility', points: 4, justification: 'Nothing says how a rule is added.' },
    { dimension: 'risk', points: 5, justification: 'Testing suits a library that others rely on.' },
  ],
  total: 23,
  band: 'excellent',
  concerns: [
    {
      rule: 'versioning',
      dimension: 'completeness',
      verdict: 'lose',
      points: 1,
      says: 'Others will import this, and nothing says what a version number promises.',
      winBack: 'Add a decision on the topic "versioning".',
      evidence: [
        { path: 'intake.users', value: ['developers'] },
        { path: 'decisions', value: [] },
      ],
    },
    {
      rule: 'tests-for-years',
      dimension: 'risk',
      verdict: 'remark',
      points: 0,
      says: 'Years are long for a suite nobody prunes.',
      evidence: [],
    },
  ],
  risks: ['Years are long for a suite nobody prunes.'],
  missing: ['Others will import this, and nothing says what a version number promises.'],
  recommendations: [{ rule: 'versioning', points: 1, text: 'Add a decision on the topic "versioning".' }],
})

/** A run that ended with open items: something stands in every list. */
export const sampleModel = (): ReportModel => ({
  report: 1,
  project: {
    name: 'Schema Guard',
    repository: 'schema-guard',
    description: 'Checks structured data against schemas and says what is wrong.',
  },
  run: {
    id: 'create-2026-11-21-a1b2c3',
    trysquare: '0.1.0',
    date: '2026-11-21',
    doer: 'builtin',
    embedded: true,
    finished: true,
  },
  unverified: [
    'Types: mypy is not installed, so 14 files were never checked.',
    'Tests were not executed: there is no environment.',
  ],
  denominators: [
    { label: 'Files', value: '14 of 14' },
    { label: 'Checks', value: '5 of 7' },
    { label: 'Tests executed', value: '0' },
  ],
  verdict: 'ready with open items',
  reasons: ['Two of seven checks could not run.', 'One style finding was accepted with a reason.'],
  design: [
    {
      stage: 'Intake',
      answers: [
        { question: 'What is it?', answer: 'library' },
        { question: 'Who uses it?', answer: 'developers, automated-systems' },
      ],
      confirmed: 'Ada, answers file',
    },
    { stage: 'Architecture', answers: [{ question: 'How does it log?', answer: 'stdlib' }] },
  ],
  reviews: [
    { review: sampleReview(1), decided: 'proceed, by Ada' },
    { review: sampleReview(2), decided: 'proceed, by Ada, approved unseen' },
  ],
  tasks: [
    {
      id: id('T-001'),
      path: ownPath('pyproject.toml'),
      purpose: 'Describes the package.',
      effort: 'moderate',
      status: 'accepted',
      doer: 'builtin',
      attempts: 1,
      rows: rows.slice(0, 2),
      decided: 'accepted by Ada',
    },
    {
      id: id('T-002'),
      path: ownPath('src/schema_guard/validator.py'),
      purpose: 'Checks data.',
      effort: 'complex',
      status: 'deferred',
      doer: 'manual',
      attempts: 2,
      rows,
      decided: 'deferred by Ada: waits for the schema',
    },
    {
      id: id('T-003'),
      path: ownPath('README.de.md'),
      purpose: 'The README in German.',
      effort: 'moderate',
      status: 'open',
      doer: 'manual',
      attempts: 0,
      rows: [],
      decided: 'nobody has decided',
    },
  ],
  files: [
    { path: ownPath('pyproject.toml'), bytes: 1834, lines: 61, purpose: 'Describes the package.', status: 'accepted' },
    {
      path: ownPath('src/schema_guard/validator.py'),
      bytes: 4211,
      lines: 130,
      purpose: 'Checks data.',
      status: 'deferred',
    },
  ],
  gate: rows,
  metrics: [
    { label: 'Lines', value: '191' },
    { label: 'Coverage', value: 'not measured' },
  ],
  outstanding: [
    {
      what: 'T-003 README.de.md is open',
      why: 'A translation needs a doer that can think.',
      todo: 'Run `trysquare task prompt T-003`.',
    },
  ],
  next: [
    { does: 'Install the project.', command: 'uv sync --locked' },
    {
      does: 'Run what could not run here.',
      command: 'uv run pytest --strict-markers --import-mode=importlib --cov --cov-report=term-missing tests',
    },
  ],
  warnings: ['The lock file was not made.'],
  prompts: [
    {
      task: id('T-003'),
      path: ownPath('README.de.md'),
      text: '# ATOMIC TASK T-003\n\n## OBJECTIVE\n\n> Translate ```the``` README.\n\n    def kept(indented: bool) -> None: ...\n',
    },
  ],
  log: [
    {
      at: '2026-11-21T10:00:00Z',
      what: 'intake confirmed',
      who: 'Ada',
      channel: 'answers-file',
      why: 'approved in advance',
    },
    { at: '2026-11-21T10:05:00Z', what: 'T-001 accepted', who: 'Ada', channel: 'terminal' },
  ],
})

/** Words of ours that no person can type into. */
const fixed = new Set(['verdict', 'outcome', 'check', 'channel', 'dimension', 'band', 'status'])

/** The same with a text in place of every text that a person, a doer or a tool may have written. */
export const poisoned = <T>(value: T, text: string): T => {
  const walk = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return fixed.has(key) ? each : text
    if (Array.isArray(each)) return each.map(item => walk(item, key))
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(Object.entries(each).map(([name, item]) => [name, walk(item, name)]))
    return each
  }
  return walk(value, '') as T
}

/** Texts that try to become more than text. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '</code></pre><img src=x onerror=alert(1)>',
  '"><a href="javascript:alert(1)">x</a>',
  '# heading',
  'a\n# heading\n\nb',
  'a\n===\n',
  '[link](https://example.org)',
  '![image](https://example.org/x.png)',
  '<https://example.org>',
  '[a]: https://example.org',
  '```\n\n# out of the fence\n```',
  '`` ` ``',
  '| a | b |\n|---|---|',
  '- item',
  '1. item',
  '> quote',
  '***',
  '&lt;b&gt; &amp;',
  '</details><h1>x</h1>',
  '\u001b[31mred\u001b[0m\u0007\u009b2J',
  '\u202etxt.exe',
  'ends with a backslash \\',
  '    four spaces',
  '\ud800',
  '',
  ' ',
  'long '.repeat(60),
  'w'.repeat(200),
  '漢字'.repeat(60),
]
