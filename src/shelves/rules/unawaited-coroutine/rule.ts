import { type FunctionFact, functionFacts } from '../../../core/python/project/functions.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'unawaited-coroutine',
  pack: 'async',
  allows: 'allow a coroutine that nobody awaits',
  what: 'An `async def` of this project is called as a statement, without `await`.',
  why: 'Calling it only makes a coroutine: nothing of it runs, and the only sign is a warning when the object is thrown away.',
  fix: 'Write `await` before the call; or give it to `asyncio.create_task` and keep the task.',
  bad: 'async def save() -> None:\n    print("saved")\n\n\nasync def main() -> None:\n    save()\n',
  good: 'async def save() -> None:\n    print("saved")\n\n\nasync def main() -> None:\n    await save()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'project',
    collect: source => {
      const facts = functionFacts(source)
      return facts.length === 0 ? undefined : facts
    },
    judge: files => {
      const { canonical } = projectNames(files)
      const read = files.flatMap(({ path, collected }) =>
        ((collected ?? []) as readonly FunctionFact[]).map(each => ({ path, ...each })),
      )
      const byName = Map.groupBy(read, each => canonical(each.name))
      return read.flatMap(({ path, symbol, calls }) =>
        calls.flatMap(({ target, dropped, written, line, column }) => {
          if (!dropped) return []
          const all = byName.get(canonical(target)) ?? []
          const isCoroutine = all.length > 0 && all.every(each => each.isAsync && each.isPlain)
          return isCoroutine
            ? [
                {
                  path,
                  line,
                  column,
                  symbol,
                  message: `\`${written}\` is a coroutine, and nothing awaits it: it never runs.`,
                },
              ]
            : []
        }),
      )
    },
  },
})
