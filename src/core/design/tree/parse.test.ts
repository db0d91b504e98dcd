import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal, type Refusal } from '../../../base/refusal.ts'
import { ownPath, type RepoPath, repoPath } from '../../../base/repo-path.ts'
import { drawTree } from './draw.ts'
import { parseTree } from './parse.ts'

const files = (text: string): readonly string[] => {
  const found = parseTree(text)
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  return found
}
const refused = (text: string): Refusal => {
  const found = parseTree(text)
  if (!isRefusal(found)) throw new Error(`not refused: ${found.join(', ')}`)
  return found
}

const wanted = ['src/pkg/__init__.py', 'src/pkg/core/run.py', 'tests/test_run.py', 'README.md']

const drawings = {
  unicode: `proj/
├── src/
│   └── pkg/
│       ├── __init__.py
│       └── core/
│           └── run.py
├── tests/
│   └── test_run.py
└── README.md`,
  ascii: `proj
|-- src
|   \`-- pkg
|       |-- __init__.py
|       \`-- core
|           \`-- run.py
|-- tests
|   \`-- test_run.py
\`-- README.md`,
  plus: `proj/
+-- src/
|   +-- pkg/
|       +-- __init__.py
|       +-- core/
|           +-- run.py
+-- tests/
|   +-- test_run.py
+-- README.md`,
  'as Windows draws it': `C:.
├───src
│   └───pkg
│       │   __init__.py
│       └───core
│               run.py
├───tests
│       test_run.py
└───README.md`,
  'as Windows draws it in ASCII': `C:.
+---src
|   \\---pkg
|       |   __init__.py
|       \\---core
|               run.py
+---tests
|       test_run.py
\\---README.md`,
  'as tree prints it, with its count': `.
├── src
│   └── pkg
│       ├── __init__.py
│       └── core
│           └── run.py
├── tests
│   └── test_run.py
└── README.md

4 directories, 4 files`,
  'non-breaking spaces': `proj/
├──\u00a0src/
│\u00a0\u00a0 └──\u00a0pkg/
│\u00a0\u00a0     ├──\u00a0__init__.py
│\u00a0\u00a0     └──\u00a0core/
│\u00a0\u00a0         └──\u00a0run.py
├──\u00a0tests/
│\u00a0\u00a0 └──\u00a0test_run.py
└──\u00a0README.md`,
  'indented list': `src/
  pkg/
    __init__.py
    core/
      run.py
tests
  test_run.py
README.md`,
  tabs: 'src\n\tpkg\n\t\t__init__.py\n\t\tcore\n\t\t\trun.py\ntests\n\ttest_run.py\nREADME.md',
  bullets: `- src/
  - pkg/
    - __init__.py
    - core/
      - run.py
- tests/
  - test_run.py
- README.md`,
  'plain paths': 'src/pkg/__init__.py\nsrc/pkg/core/run.py\ntests/test_run.py\nREADME.md',
  'plain paths from here': './src/pkg/__init__.py\n./src/pkg/core/run.py\n./tests/test_run.py\n./README.md',
  'comments, empty lines, a heading': `# The tree

src/pkg/__init__.py   # exports
src/pkg/core/run.py   <- the heart
tests/test_run.py     // proves it

README.md — read me`,
  'a path within a drawing': `proj/
├── src/pkg/
│   ├── __init__.py
│   └── core/run.py
├── tests/test_run.py
└── README.md`,
} as const

test.each(Object.entries(drawings))('%s is read, with LF and with CRLF [C-40]', (_, text) => {
  expect(files(text)).toEqual(wanted)
  expect(files(text.replaceAll('\n', '\r\n'))).toEqual(wanted)
  expect(files(`\n${text}\n\n`)).toEqual(wanted)
})

describe('the repository’s own folder', () => {
  test('a single folder around everything is taken off [C-40]', () => {
    expect(files('dataforge/\n  README.md\n  src/\n    a.py')).toEqual(['README.md', 'src/a.py'])
  })
  test('a folder that every project has is not the repository’s own [C-40]', () => {
    expect(files('src/\n  a.py')).toEqual(['src/a.py'])
  })
  test('a folder with something beside it stays [C-40]', () => {
    expect(files('app/\n  a.py\nREADME.md')).toEqual(['app/a.py', 'README.md'])
  })
})

test('an empty folder is no file, and a file without an ending is one [C-40]', () => {
  expect(files('src/\n  assets/\n  a.py\nLICENSE')).toEqual(['src/a.py', 'LICENSE'])
})

test.each([
  ['../evil.py', 1, 'part ".."'],
  ['ok.py\nsrc/../../evil.py', 2, 'part ".."'],
  ['ok.py\n/etc/passwd', 2, 'absolute'],
  ['C:/windows/system32', 1, 'absolute'],
  ['ok.py\n\n.git/hooks/pre-commit', 3, 'git’s own folder'],
  ['src/\n  .git/\n    config', 2, 'git’s own folder'],
  ['src/nul.py', 1, 'device name'],
  ['a.py\nb.py\na.py', 3, 'twice'],
  ['Readme.md\nREADME.md', 2, 'same file as Readme.md'],
  ['src/what?.py', 1, 'cannot carry'],
  ['src//a.py', 1, 'empty part'],
])('%j is refused at line %i: %s [C-40] [Q-05]', (text, line, reason) => {
  const found = refused(text)
  expect(found).toMatchObject({ code: 'TSQ-TREE-LINE', place: { line } })
  expect((found.data as { readonly reason: string }).reason).toContain(reason)
})

test.each([
  ['find my-lib', 'my-lib\nmy-lib/src\nmy-lib/src/a.py\nmy-lib/README.md'],
  ['find .', '.\n./src\n./src/a.py\n./README.md'],
  ['tree', '.\n├── src\n│   └── a.py\n└── README.md\n\n2 directories, 2 files'],
  ['tree -F', './\n├── src/\n│   └── a.py\n└── README.md'],
  ['git ls-files', 'src/a.py\nREADME.md'],
])('what %s prints can be pasted [C-40]', (_, text) => {
  expect(parseTree(text)).toEqual(['src/a.py', 'README.md'])
})

test.each(['Src\nsrc/a.py', 'src/a.py\nSRC'])('what is drawn as a file and as a folder is refused: %j [C-40]', text => {
  expect(refused(text).data).toMatchObject({ reason: 'It is drawn as a file and as a folder.' })
})

test.each(['', '\n\n', '# only words', 'src/\n  empty/', '├──\n└──'])(
  'a tree without a file is refused: %j [C-40]',
  text => {
    expect(refused(text).data).toMatchObject({ reason: 'The tree names no file.' })
  },
)

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `src/p${index % 50}/f${index}.py`).join('\n')

test('five thousand files are read, one more is refused [C-40] [C-64]', () => {
  expect(files(many(5000))).toHaveLength(5000)
  expect(refused(many(5001)).data).toMatchObject({ reason: 'At most 5000 files are read.' })
})

test.each([
  ['spaces', `ok.py\na${' '.repeat(150_000)}b`],
  ['slashes', `ok.py\na${'/'.repeat(150_000)}b`],
  ['strokes', `ok.py\n${'-- '.repeat(50_000)}`],
])(
  'a line of very many %s is refused at once, by its number [Q-05]',
  (_, text) => {
    expect(refused(text).place).toEqual({ line: 2 })
  },
  2_000,
)

const part = fc
  .stringMatching(/^[a-zA-Z0-9_.][a-zA-Z0-9_.-]{0,8}$/)
  .filter(each => !isRefusal(repoPath(each)) && !each.endsWith('.'))
const paths = fc
  .uniqueArray(fc.array(part, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 20,
    selector: each => each.join('/').toLowerCase(),
  })
  .map(all => all.map(each => ownPath(each.join('/'))))
  // A name is a file or a folder, and a folder is spelt in one way.
  .filter(all => {
    const folders = new Map<string, string>()
    for (const each of all) {
      const parts = each.split('/')
      for (let length = 1; length < parts.length; length++) {
        const folder = parts.slice(0, length).join('/')
        if ((folders.get(folder.toLowerCase()) ?? folder) !== folder) return false
        folders.set(folder.toLowerCase(), folder)
      }
    }
    return all.every(each => !folders.has(each.toLowerCase()))
  })

test('what is drawn is read back as the same set of paths, with notes and without [C-40] [C-41]', () => {
  fc.assert(
    fc.property(paths, fc.boolean(), (all: readonly RepoPath[], noted) => {
      const drawn = drawTree('the-root', all, path => (noted ? `says ${path}` : undefined))
      expect([...files(drawn.join('\n'))].toSorted()).toEqual([...all].toSorted())
    }),
  )
})

test('whatever is pasted is read into safe paths or refused, and never thrown at [Q-05]', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('├── a/', '│   └── b.py', '..', './', '/', '|-- c', '    d', '- e', 'C:', '\u0000', '#'),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), lines => {
      const found = parseTree(lines.join('\n'))
      const all = isRefusal(found) ? [] : found
      expect(isRefusal(found) ? found.code : 'TSQ-TREE-LINE').toBe('TSQ-TREE-LINE')
      expect(all.map(repoPath)).toEqual(all)
      expect(new Set(all.map(each => each.toLowerCase())).size).toBe(all.length)
    }),
  )
})
