import type { Architecture } from '../../../core/design/answers/types.ts'
import type { About as Failing } from '../shared/about.ts'
import { memberOf } from '../shared/written.ts'
import { type Field, fieldLine } from './fields.ts'
import { failure, failureNames } from './names.ts'
import type { Operation } from './options.ts'

/** The classes that every resource offers, by the beginning of their names. */
export const classes = (
  pascal: string,
  errors: Architecture['errors'],
  fields: readonly Field[],
  operations: readonly Operation[],
): readonly string[] => [
  pascal,
  `${pascal}Data`,
  ...(errors === 'exceptions' ? [] : [`${pascal}Failure`]),
  ...Object.values(failureNames(pascal, errors)),
  ...(operations.includes('list') ? [`${pascal}Page`] : []),
  `${pascal}Repository`,
  `${pascal}Service`,
  ...fields.filter(each => each.type === 'enum').map(each => each.choice),
]

interface About extends Failing {
  readonly name: string
  readonly fields: readonly Field[]
  readonly operations: readonly Operation[]
}

/** Lines that are there only for an operation. */
const when = (operations: readonly Operation[], operation: Operation, line: string): string =>
  operations.includes(operation) ? `${line}\n` : ''

/** What can be expected to go wrong: exceptions that are made of what values hold. */
const failures = ({ name, pascal, errors, base }: About): string => {
  const of = (which: Parameters<typeof failure>[2]) => failure(pascal, errors, which)
  const say = '    def __str__(self) -> str: ...\n'
  if (errors === 'exceptions') {
    return `class ${of('NotFoundError')}(${base}):
    def __init__(self, ${name}_id: UUID) -> None: ...
${say}
class ${of('ConflictError')}(${base}):
    def __init__(self, field: str) -> None: ...
${say}
class ${of('BusyError')}(${base}):
${say}`
  }
  return `class ${of('NotFoundError')}:
    ${name}_id: UUID
${say}
class ${of('ConflictError')}:
    field: str
${say}
class ${of('BusyError')}:
${say}
${pascal}Failure: TypeAlias = ${of('NotFoundError')} | ${of('ConflictError')} | ${of('BusyError')}
`
}

/** What its methods return: a value where what goes wrong is raised, else a result that names what can. */
const outcomes = ({ pascal, errors }: About) => {
  const of = (...which: readonly Parameters<typeof failure>[2][]) =>
    which.map(each => failure(pascal, errors, each)).join(' | ')
  const or = (value: string, failed: string): string =>
    errors === 'exceptions' ? value : `Result[${value}, ${failed}]`
  const raises = errors === 'exceptions'
  const [missing, conflict] = [of('NotFoundError', 'BusyError'), of('ConflictError', 'BusyError')]
  return {
    add: or('None', conflict),
    find: raises ? `${pascal} | None` : or(pascal, missing),
    list: or(`list[${pascal}]`, of('BusyError')),
    replace: raises ? 'bool' : or('None', `${pascal}Failure`),
    remove: raises ? 'bool' : or('None', missing),
    create: or(pascal, conflict),
    get: or(pascal, missing),
    page: or(`${pascal}Page`, of('BusyError')),
    update: or(pascal, `${pascal}Failure`),
    delete: or('None', missing),
  }
}

/** What every resource offers, whoever writes it. */
export const stub = (about: About): string => {
  const { name, pascal, fields, operations, awaiting } = about
  const def = awaiting ? 'async def' : 'def'
  const returns = outcomes(about)
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
${failures(about)}
class ${pascal}Repository(Protocol):
    ${def} add(self, new_${name}: ${pascal}) -> ${returns.add}: ...
    ${def} get(self, ${name}_id: UUID) -> ${returns.find}: ...
${when(operations, 'list', `    ${def} page(self, *, after: UUID | None, limit: int) -> ${returns.list}: ...`)}${when(operations, 'update', `    ${def} replace(self, new_${name}: ${pascal}) -> ${returns.replace}: ...`)}${when(operations, 'delete', `    ${def} remove(self, ${name}_id: UUID) -> ${returns.remove}: ...`)}    ${def} is_ready(self) -> bool: ...

class ${pascal}Service:
    def __init__(self, repository: ${pascal}Repository) -> None: ...
    ${def} create(self, data: ${pascal}Data) -> ${returns.create}: ...
    ${def} get(self, ${name}_id: UUID) -> ${returns.get}: ...
${when(operations, 'list', `    ${def} page(self, *, after: UUID | None = None, limit: int = DEFAULT_LIMIT) -> ${returns.page}: ...`)}${when(operations, 'update', `    ${def} update(self, ${name}_id: UUID, data: ${pascal}Data) -> ${returns.update}: ...`)}${when(operations, 'delete', `    ${def} delete(self, ${name}_id: UUID) -> ${returns.delete}: ...`)}`
}
