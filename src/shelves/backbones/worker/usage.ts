import type { Architecture } from '../../../core/design/answers/types.ts'

interface About {
  readonly pascal: string
  readonly module: string
  /** The module of the queue in memory. */
  readonly queue: string
  /** The package, which offers the results. */
  readonly package: string
  readonly errors: Architecture['errors']
  readonly awaiting: boolean
}

/** A few lines that work one job off, and what they print. */
export const usage = ({ pascal, module, queue, package: own, errors, awaiting }: About) => {
  const [def, wait] = awaiting ? ['async def', 'await '] : ['def', '']
  const raises = errors === 'exceptions'
  const imports = [
    `from ${module} import ${pascal}${raises ? '' : `, ${pascal}Failure`}`,
    `from ${queue} import InMemory${pascal}Queue`,
    ...(raises ? [] : [`from ${own} import Ok, Result`]),
  ]
  const greet = `${def} greet(name: str) -> ${raises ? 'None' : `Result[None, ${pascal}Failure]`}:
    print(f"Hello, {name}!")${raises ? '' : '\n    return Ok(None)'}`
  const lines = [
    `worker = ${pascal}(InMemory${pascal}Queue())`,
    `worker.register("greet", json.loads, greet)`,
    `${wait}worker.submit("greet", b'"Ada"')`,
    `${wait}worker.drain()`,
    'print(worker.counts.done)',
  ]
  const main = awaiting
    ? `async def main() -> None:\n${lines.map(line => `    ${line}`).join('\n')}\n\n\nasyncio.run(main())\n`
    : `${lines.join('\n')}\n`
  return {
    title: 'Work a job off',
    code: `${awaiting ? 'import asyncio\n' : ''}import json

${imports.toSorted().join('\n')}


${greet}


${main}`,
    prints: 'Hello, Ada!\n1\n',
  }
}
