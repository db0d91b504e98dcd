import { memberOf } from '../shared/written.ts'
import { fieldLine, type Parameter } from './parameters.ts'

/** The classes of enums that its parameters need. */
export const choicesOf = (all: readonly Parameter[]): readonly Parameter[] => all.filter(each => each.type === 'enum')

/** What every command offers, whoever writes it. */
export const stub = (pascal: string, all: readonly Parameter[]): string => {
  const choices = choicesOf(all).map(
    each =>
      `class ${each.choice}(StrEnum):\n${(each.values ?? []).map(value => `    ${memberOf(value)} = "${value}"`).join('\n')}\n`,
  )
  const fields = all.length === 0 ? '    ...' : all.map(each => `    ${fieldLine(each)}`).join('\n')
  return `${choices.join('\n')}
class ${pascal}Request:
${fields}

def register(app: typer.Typer, action: Action[${pascal}Request] = describe) -> None: ...
`
}
