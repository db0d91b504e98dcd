import { choicesOf, type Field, literalImports } from './fields.ts'
import { sampleArguments } from './samples.ts'

/** Lists that end in a comma stay one item to a line, however they are formatted. */
const listed = (items: readonly string[], indent: string): string => items.map(each => `${indent}${each},\n`).join('')

/** A few lines that keep one and find it again, and what they print. */
export const usage = (module: string, storage: string, pascal: string, name: string, fields: readonly Field[]) => ({
  title: `Keep one ${name.replaceAll('_', ' ')} and find it again`,
  code: `${['import asyncio', ...literalImports(fields)].join('\n')}

from ${module} import (
${listed([`${pascal}Data`, `${pascal}Service`, ...choicesOf(fields)].toSorted(), '    ')})
from ${storage} import InMemory${pascal}Repository


async def main() -> None:
    service = ${pascal}Service(InMemory${pascal}Repository())
    data = ${pascal}Data(
${listed(sampleArguments(fields, 1), '        ')}    )
    created = await service.create(data)
    print(await service.get(created.id) == created)


asyncio.run(main())
`,
  prints: 'True\n',
})
