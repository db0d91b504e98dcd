import { choicesOf, type Field, literalImports } from './fields.ts'
import { sampleArguments } from './samples.ts'

/** Lists that end in a comma stay one item to a line, however they are formatted. */
const listed = (items: readonly string[], indent: string): string => items.map(each => `${indent}${each},\n`).join('')

interface About {
  readonly module: string
  readonly storage: string
  readonly pascal: string
  readonly name: string
  readonly fields: readonly Field[]
  readonly awaiting: boolean
  /** Whether what goes wrong is raised. */
  readonly raises: boolean
  readonly package: string
}

/** A few lines that keep one and find it again, and what they print. */
export const usage = ({ module, storage, pascal, name, fields, awaiting, raises, package: root }: About) => {
  const wait = awaiting ? 'await ' : ''
  const lines = `service = ${pascal}Service(InMemory${pascal}Repository())
data = ${pascal}Data(
${listed(sampleArguments(fields, 1), '    ')})
${
  raises
    ? `created = ${wait}service.create(data)
print(${wait}service.get(created.id) == created)`
    : `match ${wait}service.create(data):
    case Ok(created):
        print(${wait}service.get(created.id) == Ok(created))
    case Err(failure):
        print(failure)`
}
`
  const imports = [...(awaiting ? ['import asyncio'] : []), ...literalImports(fields)].join('\n')
  const main = awaiting
    ? `\n\nasync def main() -> None:\n${lines.replace(/^(?=.)/gm, '    ')}\n\nasyncio.run(main())\n`
    : `\n${lines}`
  return {
    title: `Keep one ${name.replaceAll('_', ' ')} and find it again`,
    code: `${imports === '' ? '' : `${imports}\n\n`}${raises ? '' : `from ${root} import Err, Ok\n`}from ${module} import (
${listed([`${pascal}Data`, `${pascal}Service`, ...choicesOf(fields)].toSorted(), '    ')})
from ${storage} import InMemory${pascal}Repository
${main}`,
    prints: 'True\n',
  }
}
