import { drawn, type Row, sample, whole } from './rows.ts'

const line = 'TSQ-TREE-LINE'

export const trees: readonly Row[] = [
  drawn('the folder above', line, '../evil.py'),
  drawn('an absolute path', line, 'README.md\n/etc/passwd', 2),
  drawn('a path of Windows', line, 'src\\a.py'),
  drawn('a file twice', line, 'README.md\nREADME.md', 2),
  drawn('two files that differ in case', line, 'README.md\nreadme.md', 2),
  drawn('two folders that differ in case', line, 'src/A/b.py\nsrc/a/c.py', 2),
  drawn('two files that differ in how an accent is composed', line, 'caf\u00e9.py\ncafe\u0301.py', 2),
  drawn('a sign for Kelvin beside a k', line, 'src/\u212a.py\nsrc/k.py', 2),
  drawn('a folder and no file', line, 'src/', 0),
  drawn('a zero in a name', line, 'src/a\0.py'),
  drawn('a bell in a name', line, 'src/\u0007.py'),
  drawn('an invisible character in a name', line, 'src/a\u200bb.py'),
  drawn('a name that is turned around', line, 'src/a\u202eb.py'),
  drawn('a device of Windows', line, 'src/con.py'),
  drawn('git’s own folder', line, '.git/hooks/pre-commit'),
  drawn('git’s own folder by its short name', line, 'git~1/config'),
  drawn('Trysquare’s own folder', line, '.trysquare/runs/a'),
  drawn('the environment', line, '.venv/bin/python'),
  drawn('a name of 300 letters', line, `src/${'a'.repeat(300)}.py`),
  drawn('a folder that ends with a dot', line, 'src/a./b.py'),
  drawn('a stream of a file', line, 'src/a.py:b'),
  drawn('twenty thousand lines', line, 'a\n'.repeat(20_000), 2),
  drawn('more than can be read', 'TSQ-ANSWERS-SHAPE', 'src/a.py\n'.repeat(30_000), 0),
  drawn('a source that nobody makes', 'TSQ-TREE-MISFIT', 'src/other.py', 0),
  drawn('a text that nobody makes', 'TSQ-TREE-MISFIT', 'pyproject.toml\nnotes.txt', 0),
  whole(
    'an example that no feature makes, when no answer is NO',
    'TSQ-TREE-MISFIT',
    sample
      .replace('mode: template', 'mode: tree\n  tree: |\n    pyproject.toml\n    examples/validator.py')
      .replace('  demo: minimal\n', ''),
    25,
  ),
  whole(
    'a list instead of a drawing',
    'TSQ-ANSWERS-SHAPE',
    sample.replace('mode: template', 'mode: tree\n  tree: [a, b]'),
    25,
  ),
]
