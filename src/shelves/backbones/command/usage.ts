import type { Architecture } from '../../../core/design/answers/types.ts'
import type { Parameter } from './parameters.ts'
import { least, list, table } from './samples.ts'

type Errors = Architecture['errors']

/** How a subcommand is given an action of its own: a few lines that run as they are, and what they print. */
export const usage = (
  pascal: string,
  modules: { readonly command: string; readonly errors: string; readonly models: string },
  all: readonly Parameter[],
  errors: Errors,
) => {
  const returns = errors !== 'exceptions'
  const asked = least(all)
  const [first] = asked.values
  const report =
    first === undefined
      ? 'Report(("done",), ((True,),))'
      : `Report(("name", "value"), (("${first[0]}", request.${first[0]}),))`
  return {
    title: 'An action of your own',
    code: `import typer

from ${modules.command} import ${pascal}Request, register
${returns ? `from ${modules.errors} import Ok\n` : ''}from ${modules.models} import Report


def act(request: ${pascal}Request) -> ${returns ? 'Ok[Report]' : 'Report'}:
    return ${returns ? `Ok(${report})` : report}


program = typer.Typer()
register(program, act)
program(${list(asked.typed)}, standalone_mode=False)
`,
    prints: first === undefined ? 'done\ntrue\n' : table({ ...asked, values: [first] }),
  }
}
