import { memberOf } from '../shared/written.ts'
import { type Field, fieldLine } from './fields.ts'
import type { Operation } from './options.ts'

/** The classes that every resource offers, by the beginning of their names. */
export const classes = (
  pascal: string,
  fields: readonly Field[],
  operations: readonly Operation[],
): readonly string[] => [
  pascal,
  `${pascal}BusyError`,
  `${pascal}ConflictError`,
  `${pascal}Data`,
  `${pascal}NotFoundError`,
  ...(operations.includes('list') ? [`${pascal}Page`] : []),
  `${pascal}Repository`,
  `${pascal}Service`,
  ...fields.filter(each => each.type === 'enum').map(each => each.choice),
]

interface About {
  readonly name: string
  readonly pascal: string
  readonly fields: readonly Field[]
  readonly operations: readonly Operation[]
  /** The package's own error. */
  readonly base: string
  readonly awaiting: boolean
}

/** Lines that are there only for an operation. */
const when = (operations: readonly Operation[], operation: Operation, line: string): string =>
  operations.includes(operation) ? `${line}\n` : ''

/** What every resource offers, whoever writes it. */
export const stub = ({ name, pascal, fields, operations, base, awaiting }: About): string => {
  const def = awaiting ? 'async def' : 'def'
  const choices = fields
    .filter(each => each.type === 'enum')
    .map(
      each =>
        `class ${each.choice}(StrEnum):\n${each.values.map(value => `    ${memberOf(value)} = "${value}"`).join('\n')}\n`,
    )
  const page = `class ${pascal}Page(BaseModel):
    items: tuple[${pascal}, ...]
    next: UUID | None
`
  return `${choices.join('\n')}
class ${pascal}Data(BaseModel):
${fields.map(each => `    ${fieldLine(each)}`).join('\n')}

class ${pascal}(${pascal}Data):
    id: UUID

${operations.includes('list') ? page : ''}
class ${pascal}NotFoundError(${base}):
    def __init__(self, ${name}_id: UUID) -> None: ...
    def __str__(self) -> str: ...

class ${pascal}ConflictError(${base}):
    def __init__(self, field: str) -> None: ...
    def __str__(self) -> str: ...

class ${pascal}BusyError(${base}):
    def __str__(self) -> str: ...

class ${pascal}Repository(Protocol):
    ${def} add(self, ${name}: ${pascal}) -> None: ...
    ${def} get(self, ${name}_id: UUID) -> ${pascal} | None: ...
${when(operations, 'list', `    ${def} page(self, *, after: UUID | None, limit: int) -> list[${pascal}]: ...`)}${when(operations, 'update', `    ${def} replace(self, ${name}: ${pascal}) -> bool: ...`)}${when(operations, 'delete', `    ${def} remove(self, ${name}_id: UUID) -> bool: ...`)}    ${def} is_ready(self) -> bool: ...

class ${pascal}Service:
    def __init__(self, repository: ${pascal}Repository) -> None: ...
    ${def} create(self, data: ${pascal}Data) -> ${pascal}: ...
    ${def} get(self, ${name}_id: UUID) -> ${pascal}: ...
${when(operations, 'list', `    ${def} page(self, *, after: UUID | None = None, limit: int = DEFAULT_LIMIT) -> ${pascal}Page: ...`)}${when(operations, 'update', `    ${def} update(self, ${name}_id: UUID, data: ${pascal}Data) -> ${pascal}: ...`)}${when(operations, 'delete', `    ${def} delete(self, ${name}_id: UUID) -> None: ...`)}`
}
