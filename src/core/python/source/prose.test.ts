import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { proseIn, proseInMarkdown } from './prose.ts'

const grammar = await loadGrammar()

test('comments, docstrings and texts that users see are read, data is not', () => {
  const text =
    '"""First.\nSecond."""\nX = "data"  # beside\nprint("shown")\nraise ValueError("why" "not")\nf.add(help="helps", name="x")\ndef g():\n    "does"\n    "not a docstring"\n'
  const found = grammar.parsing(text, proseIn).map(({ text: each, line, kind }) => [line, kind, each])
  expect(found).toEqual([
    [1, 'docstring', '"""First.'],
    [2, 'docstring', 'Second."""'],
    [3, 'comment', '# beside'],
    [4, 'message', '"shown"'],
    [5, 'message', '"why"'],
    [5, 'message', '"not"'],
    [6, 'message', '"helps"'],
    [8, 'docstring', '"does"'],
  ])
})

test('code in Markdown is no prose, and every line knows its heading', () => {
  const text = '# A\nwords `code` more\n```py\ncode\n````\n~~~\nmore\n~~~\n## B\nend\r\n'
  expect(proseInMarkdown(text).map(({ text: each, line, section }) => [line, section, each])).toEqual([
    [1, 'A', '# A'],
    [2, 'A', 'words        more'],
    [9, 'B', '## B'],
    [10, 'B', 'end'],
    [11, 'B', ''],
  ])
})
