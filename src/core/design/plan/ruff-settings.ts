import type { RuffSettings } from '../../../ports/ruff.ts'

/** What code that grows for years under many hands may do besides. */
const longTermIgnores: Readonly<Record<string, string>> = {
  EM101: 'a message may stand where it is raised',
  EM102: 'a message may be put together where it is raised',
  FBT001: 'a truth value may be given by its place',
  FBT002: 'a truth value may have a default and be given by its place',
  FBT003: 'a truth value may be given by its place',
  TRY003: 'a message may be as long as it must be to help',
}

/** Rules that generated projects leave out, each with its reason; everything else of Ruff's is on. */
export const ruffIgnores = (minimum: string, longTerm = false): Readonly<Record<string, string>> => ({
  COM812: 'the formatter places commas',
  CPY001: 'the licence stands once, in its own file',
  RUF001: 'text may be in any language',
  RUF002: 'documentation may be in any language',
  RUF003: 'comments may be in any language',
  ...(longTerm && longTermIgnores),
  // From 3.14 on annotations are not evaluated, and Ruff would move what only they use below TYPE_CHECKING.
  ...(atLeast(minimum, 14) && {
    UP037: 'annotations are quoted, so that the code runs on Python 3.11 too',
    TC001: 'imports stay at the top, for whoever reads annotations at run time',
    TC002: 'imports stay at the top, for whoever reads annotations at run time',
    TC003: 'imports stay at the top, for whoever reads annotations at run time',
  }),
  ...(atLeast(minimum, 12) && {
    UP040: 'type aliases are written so that the code runs on Python 3.11 too',
    UP046: 'generic classes are written so that the code runs on Python 3.11 too',
    UP047: 'generic functions are written so that the code runs on Python 3.11 too',
  }),
})

/** What tests and examples may do besides. Ruff's own build without paths cannot apply it; whoever calls that one must. */
export const perFileIgnores = {
  // Annotations are asked for by mypy, which knows better what they are worth.
  'tests/**': ['ANN', 'D', 'INP001', 'PLR2004', 'S101'],
  'bench/**': ['INP001', 'T201'],
  // Tests that lie beside what they test.
  '**/test_*.py': ['ANN', 'D', 'PLR2004', 'S101'],
  'examples/**': ['INP001', 'T201'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const atLeast = (version: string, minor: number): boolean => Number(version.split('.')[1] ?? 0) >= minor

/** The `[tool.ruff]` table of a project, without what needs paths. */
export const ruffSettings = (project: {
  readonly package: string
  readonly minimum: string
  readonly longTerm?: boolean
}) =>
  ({
    'line-length': 100,
    'target-version': `py${project.minimum.replace('.', '')}`,
    lint: {
      select: ['ALL'],
      ignore: Object.keys(ruffIgnores(project.minimum, project.longTerm)),
      isort: { 'known-first-party': [project.package] },
      pydocstyle: { convention: 'google' },
    },
  }) satisfies RuffSettings
