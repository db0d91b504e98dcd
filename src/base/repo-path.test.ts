import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from './refusal.ts'
import { ownPath, repoPath, uncheckedFolders } from './repo-path.ts'

test.each([
  'a',
  'src/pkg/__init__.py',
  '.gitignore',
  '.github/workflows/ci.yml',
  'docs/日本.md',
  'a b/c-d.e',
  'console.py',
])('"%s" is a path inside a repository', path => {
  expect(repoPath(path)).toBe(path)
})

test.each([
  ['', 'empty part'],
  ['a//b', 'empty part'],
  ['a/', 'empty part'],
  ['/etc/passwd', 'absolute'],
  ['C:/x', 'absolute'],
  ['c:x', 'absolute'],
  ['../x', 'part ".."'],
  ['a/../../x', 'part ".."'],
  ['a/./b', 'part "."'],
  ['.git/config', 'git’s own folder'],
  ['a/.GIT/hooks/x', 'git’s own folder'],
  ['GIT~1/config', 'git’s own folder'],
  ['.g\u200bit/config', 'cannot carry'],
  ['a\u202egpj.py', 'cannot carry'],
  ['a\\b', 'cannot carry'],
  ['a\u0000b', 'cannot carry'],
  ['a\nb', 'cannot carry'],
  ['a\u009bb', 'cannot carry'],
  ['ab:c', 'cannot carry'],
  ['a*', 'cannot carry'],
  ['a\ud800b', 'cannot carry'],
  ['.git /x', 'space'],
  ['a./b', 'ends with a dot'],
  [' a', 'space'],
  ['nul', 'device name'],
  ['src/COM1.py', 'device name'],
  ['x'.repeat(201), '200 bytes'],
  ['é'.repeat(101), '200 bytes'],
  [Array(60).fill('abcdefg').join('/'), '400 characters'],
])('%j is refused: %s [Q-05]', (path, reason) => {
  expect(repoPath(path)).toMatchObject({ code: 'TSQ-PATH', data: { path } })
  expect(() => ownPath(path)).toThrow(reason)
})

test('whatever is taken stays inside, on every system [Q-05]', () => {
  const hostile = fc.array(fc.constantFrom('a', '.', '..', '/', '\\', '.git', 'C:', '~', ' ', '\u200d', 'nul'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        hostile.map(each => each.join('')),
        fc.string(),
      ),
      text => {
        const path = repoPath(text)
        const parts = isRefusal(path) ? ['fine'] : path.split(/[/\\]/)
        expect(parts.some(each => each === '' || each === '.' || each === '..' || /^\.git$/i.test(each))).toBe(false)
      },
    ),
  )
})

test('no path leads into a folder that is never checked, however deep or however it is written [K-03]', () => {
  expect(uncheckedFolders).toContain('.hypothesis')
  for (const folder of uncheckedFolders)
    for (const path of [`${folder}/x.py`, `src/${folder.toUpperCase()}/x.py`])
      expect(repoPath(path)).toMatchObject({ code: 'TSQ-PATH', data: { path } })
})
