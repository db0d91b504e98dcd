import { mapAsync } from 'es-toolkit/array/mapAsync'
import { expect, test } from 'vitest'
import { importGraph } from '../../src/core/python/import-graph.ts'
import { atRunning, closureOf } from '../../src/core/python/import-walks.ts'
import { moduleOf } from '../../src/core/python/modules.ts'
import { importsIn, library, python, target } from './library.ts'

/** What an import loads beyond an empty start, of source: what is frozen or built in has none. */
const loading = `
import sys
before = set(sys.modules)
__import__(sys.argv[1])
for name in sorted(set(sys.modules) - before):
    if str(getattr(getattr(sys.modules[name], "__spec__", None), "origin", None)).endswith(".py"):
        print("@@" + name)
`

const loadedBy = (module: string): readonly string[] | undefined => {
  try {
    return python(loading, module)
      .split('\n')
      .filter(line => line.startsWith('@@'))
      .map(line => line.slice(2))
  } catch {
    return undefined
  }
}

/** Modules that do something when they are imported, and the one whose name is put together from the system's. */
const odd = /^(?:antigravity|this|.*\.__main__)$/
const computed = /^_sysconfigdata_/

test('the closure of every library module holds what really is loaded with it [K-12]', {
  timeout: 600_000,
}, async () => {
  const graph = importGraph(new Map([...library].map(([path, text]) => [path, importsIn(text)])), target)
  const modules = [...library.keys()].map(moduleOf).filter(each => each !== undefined && !odd.test(each))
  const missed: string[] = []
  let loaded = 0
  await mapAsync(modules, async module => {
    const found = loadedBy(module ?? '')
    const closure = closureOf(graph, [module ?? ''], atRunning)
    loaded += found?.length ?? 0
    missed.push(
      ...(found ?? []).filter(each => !closure.has(each) && !computed.test(each)).map(each => `${module} → ${each}`),
    )
  })
  expect(loaded).toBeGreaterThan(5000)
  expect(missed).toEqual([])
})
