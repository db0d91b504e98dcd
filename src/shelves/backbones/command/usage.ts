import type { Parameter } from './parameters.ts'
import { least, list, table } from './samples.ts'

/** How a subcommand is given an action of its own: a few lines that run as they are, and what they print. */
export const usage = (
  pascal: string,
  { command, models }: { readonly command: string; readonly models: string },
  all: readonly Parameter[],
) => {
  const asked = least(all)
  const [first] = asked.values
  const report =
    first === undefined
      ? 'Report(("done",), ((True,),))'
      : `Report(("name", "value"), (("${first[0]}", request.${first[0]}),))`
  return {
    title: 'An action of your own',
    code: `import typer

from ${command} import ${pascal}Request, register
from ${models} import Report


def act(request: ${pascal}Request) -> Report:
    return ${report}


program = typer.Typer()
register(program, act)
program(${list(asked.typed)}, standalone_mode=False)
`,
    prints: first === undefined ? 'done\ntrue\n' : table({ ...asked, values: [first] }),
  }
}
