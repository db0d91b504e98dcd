import { parts } from '../../../core/python/nodes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const marks = /^pytest\.mark\.(asyncio|anyio|trio|twisted)$/

interface Use {
  readonly plugin: string
  readonly hit: RuleHit
}

const collect = (source: Source): readonly Use[] | undefined => {
  if (!source.text.includes('pytest.mark.')) return undefined
  const found = new Map<string, Use>()
  for (const node of source.root.descendantsOfType('decorator')) {
    const [inside] = node === null ? [] : parts(node)
    const name = inside?.type === 'call' ? (inside.childForFieldName('function') ?? undefined) : inside
    const plugin = name?.type === 'attribute' ? marks.exec(name.text)?.[1] : undefined
    if (inside !== undefined && plugin !== undefined && !found.has(plugin))
      found.set(plugin, {
        plugin,
        hit: at(inside, `\`${plugin}\` runs this test, where another plug-in runs the others.`),
      })
  }
  return found.size === 0 ? undefined : [...found.values()]
}

export default rule({
  id: 'several-async-plugins',
  pack: 'tests',
  allows: 'allow several plug-ins to run asynchronous tests',
  what: 'Some asynchronous tests of a project are marked for one plug-in (asyncio), others for another one (anyio, trio).',
  why: 'Each makes loops and fixtures of its own: a fixture of one cannot be used with the other, and a connection opened in one loop fails in the other.',
  fix: 'Choose one for the project, and mark all tests for it, or none with its automatic mode.',
  bad: 'import pytest\n\n\n@pytest.mark.asyncio\nasync def test_one() -> None:\n    assert await load(1)\n\n\n@pytest.mark.asyncio\nasync def test_two() -> None:\n    assert await load(2)\n\n\n@pytest.mark.anyio\nasync def test_three() -> None:\n    assert await load(3)\n',
  good: 'import pytest\n\n\n@pytest.mark.anyio\nasync def test_one() -> None:\n    assert await load(1)\n\n\n@pytest.mark.anyio\nasync def test_two() -> None:\n    assert await load(2)\n',
  at: 'tests/test_load.py',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'project',
    collect,
    judge: files => {
      const all = files.flatMap(({ path, collected }) =>
        ((collected ?? []) as readonly Use[]).map(each => ({ path, ...each })),
      )
      const byPlugin = [...Map.groupBy(all, each => each.plugin).values()].toSorted((a, b) => b.length - a.length)
      // One place for each plug-in but the one that most files are marked for.
      return byPlugin.slice(1).flatMap(([first]) => (first === undefined ? [] : [{ ...first.hit, path: first.path }]))
    },
  },
})
