import type { Argument, CommandUnknownOpts, Option } from '@commander-js/extra-typings'
import { uniqBy } from 'es-toolkit/array'
import type { Suggestion } from '../../../app/use-cases/complete.ts'

/** What stands where a value is wanted: `<file>` and `<dir>` are left to the shell. */
export type Wanted = Suggestion[] | 'files' | 'folders'

/** Where in the command line a value is wanted: `task accept`, its name, and what stands there before it. */
export interface Place {
  readonly verb: string
  /** `task`, `--doer`. */
  readonly name: string
  readonly before: readonly string[]
}

type Values = (place: Place) => Promise<readonly Suggestion[]>

/** Bash takes `--format=json` for three words. */
const joined = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, index) => {
    if (word === '=' && words[index - 1]?.startsWith('--')) return index === words.length - 1 ? [''] : []
    const split = index === words.length - 1 ? /^(--[^=]+)=(.*)$/s.exec(word) : null
    return split === null ? [word] : [split[1] ?? '', split[2] ?? '']
  })

const chain = (command: CommandUnknownOpts): readonly CommandUnknownOpts[] => [
  command,
  ...(command.parent === null ? [] : chain(command.parent)),
]

const optionsOf = (command: CommandUnknownOpts): readonly Option[] =>
  // --help is an option of every command on the way.
  uniqBy(
    chain(command).flatMap(each => each.createHelp().visibleOptions(each)),
    each => each.long ?? each.short ?? each.flags,
  )

const takesValue = (option: Option | undefined): option is Option =>
  option !== undefined && (option.required || option.optional)

const path = (command: CommandUnknownOpts): string =>
  chain(command)
    .slice(0, -1)
    .map(each => each.name())
    .toReversed()
    .join(' ')

const placeholder = (option: Option): string => /<([^>]+)>/.exec(option.flags)?.[1] ?? ''

/** Walks along the words before the last: which command they lead to, what it was given, and which option waits for its value. */
const walk = (root: CommandUnknownOpts, words: readonly string[]) => {
  let command = root
  let given: string[] = []
  let waiting: Option | undefined
  for (const word of words) {
    if (waiting !== undefined) waiting = undefined
    else if (word.startsWith('-')) {
      const [flag] = word.split('=')
      const option = optionsOf(command).find(each => each.long === flag || each.short === flag)
      if (takesValue(option) && !word.includes('=')) waiting = option
    } else {
      const sub = given.length === 0 ? command.commands.find(each => each.name() === word) : undefined
      if (sub === undefined) given.push(word)
      else {
        command = sub
        given = []
      }
    }
  }
  return { command, given, waiting }
}

const shellsOwn = (name: string): 'files' | 'folders' | undefined =>
  name === 'dir' ? 'folders' : name === 'file' || name === 'path' ? 'files' : undefined

/** What may come next at the end of a command line, from the commands themselves. */
export const suggest = async (root: CommandUnknownOpts, typed: readonly string[], values: Values): Promise<Wanted> => {
  const words = joined(typed)
  const current = words.at(-1) ?? ''
  const { command, given, waiting } = walk(root, words.slice(0, -1))
  const place = (name: string): Place => ({ verb: path(command), name, before: given })
  const fitting = (all: readonly Suggestion[]): Suggestion[] => all.filter(([word]) => word.startsWith(current))
  if (waiting !== undefined) return shellsOwn(placeholder(waiting)) ?? fitting(await values(place(waiting.long ?? '')))
  if (current.startsWith('-'))
    return fitting(
      optionsOf(command).flatMap(each => (each.long === undefined ? [] : [[each.long, each.description] as const])),
    )
  const verbs = given.length > 0 ? [] : command.createHelp().visibleCommands(command)
  const argument: Argument | undefined = command.registeredArguments[given.length]
  const wanted = argument === undefined ? undefined : shellsOwn(argument.name())
  if (wanted !== undefined) return wanted
  return fitting([
    ...verbs.map(each => [each.name(), each.summary()] as const),
    ...(argument === undefined ? [] : await values(place(argument.name()))),
  ])
}
