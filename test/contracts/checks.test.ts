import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { ownPath } from '../../src/base/repo-path.ts'
import type { Check, CheckRequest, EmbeddedTools, ProjectFacts } from '../../src/ports/check.ts'
import { loadAll } from '../../src/ports/registry.ts'
import { rules } from '../../src/shelves/rules/registry.ts'
import { loadRuff } from '../../src/world/grammar/ruff.ts'
import { loadGrammar } from '../../src/world/grammar/tree-sitter.ts'
import { secretScanner } from '../../src/world/secrets.ts'

const shelf = new URL('../../src/shelves/checks/', import.meta.url)
const ids = readdirSync(shelf, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

const load = async (id: string): Promise<Check> => {
  const loaded: { readonly default: Check } = await import(new URL(`${id}/check.ts`, shelf).href)
  return loaded.default
}

let checks: readonly Check[]
let tools: EmbeddedTools

beforeAll(async () => {
  checks = (await Promise.all(ids.map(load))).toSorted((a, b) => a.order - b.order)
  tools = {
    grammar: await loadGrammar(),
    ruff: await loadRuff(),
    secrets: secretScanner(),
    rules: await loadAll(rules),
  }
})

const stub = `
class Shelf:
    def __init__(self, size: int) -> None: ...
    def put(self, title: str, *, at: int | None = None) -> bool: ...

async def restock(shelf: Shelf) -> None: ...
`

const shelfModule = `"""A shelf."""

from __future__ import annotations

import yaml

from .limits import LARGEST


class Shelf:
    """Holds titles."""

    def __init__(self, size: int) -> None:
        """Make an empty shelf."""
        self.size = min(size, LARGEST)
        self.titles: list[str] = []

    def put(self, title: str, *, at: int | None = None) -> bool:
        """Put a title where it is wanted."""
        self.titles.insert(len(self.titles) if at is None else at, yaml.safe_load(title))
        return True


async def restock(shelf: Shelf) -> None:
    """Empty a shelf."""
    shelf.titles.clear()
`

const clean: Readonly<Record<string, string>> = {
  'pyproject.toml':
    '[project]\nname = "library"\ndependencies = ["pyyaml>=6"]\n\n[tool.ruff]\nline-length = 100\n\n[tool.ruff.lint]\nselect = ["E", "F", "I", "B"]\n\n[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["B011"]\n',
  'src/library/__init__.py': '"""A library."""\n',
  'src/library/limits.py': '"""How much fits."""\n\nLARGEST = 100\n',
  'src/library/shelf.py': shelfModule,
  'tests/test_shelf.py':
    '"""Tests of the shelf."""\n\nimport pytest\n\nfrom library.shelf import Shelf\n\n\n@pytest.mark.parametrize("size", [1, 2])\ndef test_size(size: int) -> None:\n    """A shelf has its size."""\n    assert Shelf(size).size == size\n    if size > 2:\n        assert False\n',
}

const project: ProjectFacts = {
  package: 'library',
  requirements: ['pyyaml'],
  dev_requirements: ['pytest', 'ruff'],
  distributions: {},
  python: '3.11',
  contracts: new Map([[ownPath('src/library/shelf.py'), stub]]),
  coverage: 80,
  untested: false,
  prohibited: ['subprocess'],
}

const requestOf = (
  unit: Check,
  files: Readonly<Record<string, string>>,
  facts: ProjectFacts = project,
): CheckRequest => {
  const tree = Object.keys(files).map(ownPath)
  const own = new Map(tree.filter(unit.inputs).map(path => [path, files[path] ?? '']))
  return {
    files: own,
    // A tree against itself: what is found then is found by mistake.
    ...(unit.compares && { base: { revision: 'itself', files: own } }),
    tree,
    focus: tree.filter(path => unit.appliesTo(path, { project: facts }) === true),
    project: facts,
  }
}

const inspect = async (unit: Check, files: Readonly<Record<string, string>>, facts: ProjectFacts = project) =>
  (await unit.inside?.inspect(requestOf(unit, files, facts), tools)) ?? { findings: [], metrics: {} }

/** Which checks find something, and by which rules. */
const found = async (files: Readonly<Record<string, string>>, facts: ProjectFacts = project) => {
  const all = await Promise.all(checks.map(async unit => [unit.id, await inspect(unit, files, facts)] as const))
  return Object.fromEntries(
    all.flatMap(([id, { findings }]) =>
      findings.length > 0 ? [[id, [...new Set(findings.map(each => each.rule))]]] : [],
    ),
  )
}

const changed = (path: string, from: string, to: string) => {
  const text = clean[path] ?? ''
  expect(text).toContain(from)
  return { ...clean, [path]: text.replace(from, () => to) }
}

test('the checks of the table, in its order [C-68]', () => {
  const always = checks.filter(unit => unit.compares !== true)
  expect(always.map(unit => unit.id)).toEqual([
    'syntax',
    'contract',
    'imports',
    'style',
    'types',
    'tests',
    'security',
    'test-proof',
  ])
})

test.for(ids)('%s says what it is and answers for every path [K-01]', async id => {
  const unit = await load(id)
  expect(unit.id).toBe(id)
  expect(unit.what).toMatch(/\.$/)
  expect(unit.title).not.toBe('')
  expect(unit.inside ?? unit.tool).toBeDefined()
  for (const path of ['a.py', 'README.md', 'src/x/__init__.py', 'tests/test_a.py', '.env.example', 'a b/ü.txt'].map(
    ownPath,
  )) {
    expect(typeof unit.inputs(path)).toBe('boolean')
    const applies = unit.appliesTo(path, { project })
    expect(applies === true || applies.length > 0).toBe(true)
  }
})

test('a clean tree has no findings', async () => {
  expect(await found(clean)).toEqual({})
})

const inProcess = ['syntax', 'contract', 'imports', 'style', 'security', 'api-diff']

test('the checks that need no environment', () => {
  expect(checks.filter(unit => unit.inside).map(unit => unit.id)).toEqual(inProcess)
})

test.for(inProcess)('%s looks at a clean tree and does not pass it over [K-02b]', async id => {
  const seen = await inspect(await load(id), clean)
  expect(seen).not.toHaveProperty('unable')
  expect(seen.metrics['files']).toBeGreaterThan(0)
})

test.for(inProcess)('%s: zero files are never a pass [K-02b]', async id => {
  expect((await inspect(await load(id), {})).unable?.reason).toContain('nothing to check')
})

const faults: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, readonly string[]>>,
])[] = [
  [
    'a parameter of another kind',
    changed('src/library/shelf.py', 'title: str, *, at', 'title: str, at'),
    { contract: ['different'] },
  ],
  [
    'a function that is not async',
    changed('src/library/shelf.py', 'async def restock', 'def restock'),
    { contract: ['different'] },
  ],
  ['a missing method', changed('src/library/shelf.py', 'def put(', 'def place('), { contract: ['missing'] }],
  [
    'an undeclared module',
    { ...clean, 'src/library/limits.py': '"""How much fits."""\n\nimport numpy as np\n\nLARGEST = np.int8(100)\n' },
    { imports: ['undeclared'] },
  ],
  [
    'a module that only development installs',
    changed('src/library/limits.py', '\n\nLARGEST', '\n\nimport pytest\n\nMARK = pytest.mark\nLARGEST'),
    { imports: ['development-only'] },
  ],
  ['a relative import of nothing', changed('src/library/shelf.py', '.limits', '.bounds'), { imports: ['unresolved'] }],
  [
    'a name that the module does not have',
    changed('src/library/limits.py', 'LARGEST', 'BIGGEST'),
    { imports: ['unresolved'] },
  ],
  [
    'a prohibited module',
    { ...clean, 'src/library/limits.py': '"""How much fits."""\n\nfrom subprocess import PIPE\n\nLARGEST = PIPE\n' },
    { imports: ['prohibited'] },
  ],
  [
    'a line that is too long',
    changed('src/library/limits.py', 'LARGEST = 100', `# ${'long '.repeat(30)}words\nLARGEST = 100`),
    { style: ['E501'] },
  ],
  [
    'an unformatted file',
    changed('src/library/limits.py', 'LARGEST = 100', 'LARGEST =   100'),
    { style: ['unformatted'] },
  ],
  ['eval', changed('src/library/limits.py', '= 100', '= int(eval(input()))'), { security: ['S307'] }],
  [
    'eval under a comment that would hide it',
    changed('src/library/limits.py', '= 100', '= int(eval(input()))  # noqa: S307'),
    { security: ['S307'] },
  ],
  [
    'eval under a comment of ours with a reason',
    changed('src/library/limits.py', '= 100', '= int(eval(input()))  # trysquare: ignore[S307] it is fine'),
    { security: ['S307'] },
  ],
  [
    'a password in a log',
    changed(
      'src/library/limits.py',
      '\n\nLARGEST',
      '\n\nimport logging\n\n\ndef enter(password: str) -> None:\n    """Enter."""\n    logging.info("with %s", password)\n\n\nLARGEST',
    ),
    { security: ['secret-in-log'] },
  ],
  [
    'a password under a comment about noise',
    changed('src/library/limits.py', '\n\nLARGEST', '\n\npassword = "hunter2"  # token_type: is "none"\nLARGEST'),
    { security: ['S105'] },
  ],
  [
    'a comment that silences Ruff for the file',
    changed('src/library/limits.py', '\n\nLARGEST', '\n\n# ruff: noqa: E501\nLARGEST'),
    { style: ['blanket-noqa'] },
  ],
  ['a key of Amazon’s', { ...clean, 'config.yaml': 'id: AKIAIOSFODNN7ABCDEFG\n' }, { security: ['secret-aws'] }],
  [
    'a secret in a comment',
    changed('src/library/limits.py', '\n\nLARGEST', '\n\n# api_key = "9fK2mQ8xL4vT7zR1"\nLARGEST'),
    { security: ['generic-secret'] },
  ],
]

test.for(faults)(
  '%s is caught by exactly the check that is meant to [K-11, K-12, K-13, K-16]',
  async ([, files, wanted]) => {
    expect(await found(files)).toEqual(wanted)
  },
)

test('a file that does not parse is a finding in every check that reads Python [K-16a]', async () => {
  expect(await found(changed('src/library/shelf.py', 'def put(', 'def put('.replace('(', '((')))).toEqual({
    syntax: ['invalid-syntax'],
    contract: ['does-not-parse'],
    imports: ['does-not-parse'],
    style: ['does-not-parse'],
    security: ['does-not-parse'],
    'api-diff': ['does-not-parse'],
  })
})

test('syntax newer than the lowest Python is an error [K-10]', async () => {
  const files = changed('src/library/limits.py', 'LARGEST = 100', 'type Size = int\n\nLARGEST: Size = 100')
  expect((await found(files))['syntax']).toEqual(['invalid-syntax'])
  expect(await found(files, { ...project, python: '3.12' })).toEqual({})
})

test('an unused requirement is told at its line, when all source was looked at [K-12]', async () => {
  const imports = await load('imports')
  const facts = { ...project, requirements: ['pyyaml', 'httpx'] }
  const files = changed('pyproject.toml', '["pyyaml>=6"]', '[\n  "pyyaml>=6",\n  "httpx>=0.28",\n]')
  const { findings } = await inspect(imports, files, facts)
  expect(findings.map(each => [each.rule, each.path, each.line])).toEqual([['unused-requirement', 'pyproject.toml', 5]])
  const one = { ...requestOf(imports, files, facts), focus: [ownPath('pyproject.toml')] }
  expect((await imports.inside?.inspect(one, tools))?.findings).toEqual([])
})

test('a file that offers a part of its contract is told apart from one that offers nothing [K-11]', async () => {
  const contract = await load('contract')
  const part = await inspect(contract, changed('src/library/shelf.py', 'def put(', 'def place('))
  expect(part.partial).toEqual(['src/library/shelf.py'])
  const none = await inspect(contract, { ...clean, 'src/library/shelf.py': '"""Nothing."""\n' })
  expect(none.partial).toBeUndefined()
  expect(none.findings.map(each => each.symbol)).toEqual(expect.arrayContaining(['Shelf', 'restock']))
})

test('a contract that is not Python is no pass, and one that names nothing does not apply [K-11, K-02b]', async () => {
  const contract = await load('contract')
  const path = ownPath('src/library/shelf.py')
  const broken = await inspect(contract, clean, { ...project, contracts: new Map([[path, 'class Shelf(:\n']]) })
  expect(broken.unable?.reason).toContain('not Python')
  expect(contract.appliesTo(path, { project: { ...project, contracts: new Map([[path, '# nothing\n']]) } })).toBe(
    'no public interface was asked for',
  )
})

test('a folder at the root does not hide the distribution of its name [K-12]', async () => {
  const files = { ...clean, 'alembic/env.py': '"""Migrations."""\n\nfrom alembic import context\n\ncontext.run()\n' }
  const { findings } = await inspect(await load('imports'), files, { ...project, requirements: ['pyyaml', 'alembic'] })
  expect(findings).toEqual([])
})

test('constants alone are no injection, and names are not secrets [K-16a]', async () => {
  const source = [
    '"""Queries."""',
    '',
    'import subprocess',
    '',
    'TABLE = "shelves"',
    'token_type = "bearer"',
    'TOKEN_PREFIX = "tsq_"',
    '',
    '',
    'def query() -> str:',
    '    """Make a query."""',
    '    return f"SELECT title FROM {TABLE} WHERE size > 1"',
    '',
    '',
    'def hostile(name: str) -> str:',
    '    """Make a bad query."""',
    '    return f"SELECT title FROM {TABLE} WHERE name = {name}"',
    '',
  ].join('\n')
  const { findings } = await inspect(await load('security'), { 'src/library/query.py': source })
  expect(findings.map(each => [each.rule, each.line, each.symbol])).toEqual([['S608', 17, 'hostile']])
})

test('every security finding carries id, CWE, severity, confidence, why and fix [K-16]', async () => {
  const { findings } = await inspect(
    await load('security'),
    changed('src/library/limits.py', '= 100', '= int(eval(input()))'),
  )
  for (const each of findings) {
    expect(each).toMatchObject({
      id: expect.stringMatching(/^F-[0-9a-f]{10}$/),
      cwe: expect.stringMatching(/^CWE-/),
      severity: 'high',
      confidence: expect.any(String),
      why: expect.any(String),
      fix: expect.any(String),
    })
  }
})

test('a moved line is the same finding [K-32]', async () => {
  const security = await load('security')
  const faulty = changed('src/library/limits.py', '= 100', '= int(eval(input()))')
  const moved = { ...faulty, 'src/library/limits.py': `# One line more.\n${faulty['src/library/limits.py']}` }
  const [before, after] = [await inspect(security, faulty), await inspect(security, moved)]
  expect(after.findings.map(each => each.id)).toEqual(before.findings.map(each => each.id))
  expect(after.findings[0]?.line).toBe((before.findings[0]?.line ?? 0) + 1)
})
