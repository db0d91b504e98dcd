import { field } from '../../../core/python/nodes.ts'
import { argument, positional } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** What gives a test a folder of its own, or a file system that is none. */
const apart =
  /chdir|isolated_filesystem|mock_open|pyfakefs|builtins\.open|TemporaryDirectory|mkdtemp|patch\(.{0,40}open/

/** The place that a call writes to, as it is written in the test. */
const written = (source: Source, call: SyntaxNode): SyntaxNode | undefined => {
  const called = field(call, 'function')
  if (called === undefined) return undefined
  if (source.nameOf(called) === 'builtins.open')
    return /^[rb]*[wax]/.test(source.constant(argument(call, 'mode', 1)) ?? '') ? positional(call)[0] : undefined
  const object = called.type === 'attribute' ? field(called, 'object') : undefined
  const method = called.type === 'attribute' ? (field(called, 'attribute')?.text ?? '') : ''
  const isPath = object?.type === 'call' && source.nameOf(field(object, 'function')) === 'pathlib.Path'
  if (!isPath || object === undefined || positional(object).length !== 1) return undefined
  const writes = /^(?:write_text|write_bytes|mkdir|touch)$/.test(method)
  return writes || (method === 'open' && /[wax]/.test(source.constant(argument(call, 'mode', 0)) ?? ''))
    ? positional(object)[0]
    : undefined
}

export default rule({
  id: 'test-writes-beside',
  pack: 'tests',
  allows: 'allow tests to write outside of a folder of their own',
  what: 'A test writes to a place that it names itself: beside the project, or in `/tmp`.',
  why: 'Two runs at once write over each other, what is left behind makes the next run pass or fail, and one day it is committed.',
  fix: 'Take the fixture `tmp_path`, and write below it.',
  bad: 'def test_export() -> None:\n    with open("out.csv", "w") as file:\n        export(file)\n    assert lines("out.csv") == 2\n',
  good: 'from pathlib import Path\n\n\ndef test_export(tmp_path: Path) -> None:\n    with (tmp_path / "out.csv").open("w") as file:\n        export(file)\n    assert lines(tmp_path / "out.csv") == 2\n',
  at: 'tests/test_export.py',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isTestFile,
  look: {
    by: 'source',
    mentions: ['open(', 'write_text', 'write_bytes', 'mkdir', 'touch'],
    visit: {
      call: (node, source) => {
        const place = written(source, node)
        const text = place?.type === 'string' ? source.constant(place) : undefined
        if (text === undefined || text === '/dev/null' || text === 'nul') return undefined
        const around = source.functionAround(node)
        if (around === undefined || apart.test(around.text) || apart.test(source.text.slice(0, 2000))) return undefined
        // A fixture that moves to a folder of its own is asked for by its name.
        return /(?:^|[(,\s])(?:fs|chtmpdir|in_tmp|cwd|workdir|tmp_cwd|isolated)\b/.test(
          field(around, 'parameters')?.text ?? '',
        )
          ? undefined
          : at(node, `\`${text}\` is shared by every run; \`tmp_path\` is the test’s own.`)
      },
    },
  },
})
