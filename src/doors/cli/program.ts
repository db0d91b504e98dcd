import { Command, type CommanderError } from '@commander-js/extra-typings'
import { KnownError } from '../../base/errors/known-error.ts'
import type { Run } from './command.ts'
import type { Manners } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { verbs } from './verbs.ts'

const runner =
  (manners: () => Manners, version: string): Run =>
  async body => {
    const { contextOf } = await import('./context.ts')
    const { runBody } = await import('./run-body.ts')
    process.exitCode = await runBody(contextOf(manners()), version, body)
  }

const unknownVerb = async (name: string): Promise<never> => {
  const { nearest } = await import('../../core/design/answers/fields.ts')
  const known = verbs.filter(verb => verb.hidden === undefined).map(verb => verb.name)
  const near = nearest(name, known)
  throw new KnownError('TSQ-UNKNOWN-NAME', {
    kind: 'command',
    name,
    known,
    ...(near !== undefined && { nearest: near }),
  })
}

/** What commander could not understand, in the words of every other error. */
const usage = (error: CommanderError): never => {
  if (error.exitCode === 0) process.exit(exitCodes.fine)
  // A verb that has verbs of its own was called without one: its help is already there.
  if (error.code === 'commander.help') process.exit(exitCodes.knownError)
  const [problem = 'the command line cannot be understood'] = error.message.replace(/^error: /, '').split('\n')
  const verb = process.argv.slice(2).find(each => verbs.some(known => known.name === each))
  throw new KnownError('TSQ-USAGE', {
    problem,
    help: verb === undefined ? 'trysquare --help' : `trysquare ${verb} --help`,
  })
}

/** Parses a command line and runs it; a line that cannot be understood is an error like any other. */
export const runProgram = async (version: string, argv: readonly string[]): Promise<void> => {
  try {
    await program(version).parseAsync([...argv])
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    const { contextOf } = await import('./context.ts')
    contextOf({ json: argv.includes('--json') }).error(error)
    process.exitCode = exitCodes.knownError
  }
}

/** The whole command line. Verbs are loaded when they are called. */
export const program = (version: string): Command => {
  const root = new Command('trysquare')
    .description('Takes you from an idea to an industrial-grade Python project, with coding agents kept honest.')
    .version(version, '-V, --version')
    .option('--in <dir>', 'work in another folder')
    .option('-q, --quiet', 'no progress')
    .option('--json', 'answer in JSON, where a command reads')
    .option('--jobs <n>', 'how many commands of --doer exec may work at once (1)')
    .option('--minutes <n>', 'how long a command of --doer exec may take for one file (15)')
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      '\nExample:\n  trysquare new "a library that checks records against a schema"\n\nExit codes: 0 fine, 1 findings or a failed gate, 2 a known error,\n  3 a decision is needed, 70 a bug of ours, 130 interrupted.',
    )
    .configureOutput({ outputError: () => undefined })
    .exitOverride(usage)
  const run = runner(() => root.opts(), version)
  for (const verb of verbs) {
    const command = root
      .command(verb.name, { hidden: verb.hidden === true })
      .summary(verb.summary)
      .description(verb.summary)
    command.addHelpText('after', `\nExample:\n  ${verb.example}`)
    command.copyInheritedSettings(root)
    verb.define(command, run)
  }
  // Whatever follows the bare command was meant as a verb, and is none.
  root.allowExcessArguments(true)
  root.action(() =>
    run(async context => {
      const [unknown] = root.args
      if (unknown !== undefined) return unknownVerb(unknown)
      return (await import('./commands/status.ts')).status(context, true)
    }),
  )
  return root
}
