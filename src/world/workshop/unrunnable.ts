import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { execa } from 'execa'
import type { Unrunnable } from '../../ports/workshop.ts'

/** One word of a shell's line that runs nothing by being read: no substitution of a command, no operator. */
const word = String.raw`(?:[^\s'"\\\`$();&|<>#{}]|\\.|'[^']*'|\$\w+|\$\{\w+\}|"(?:[^"\\\`$]|\\.|\$\w+|\$\{\w+\})*")+`

/** The program that a line begins with, and the variables that are set for it. What begins otherwise is left to the shell. */
const beginning = new RegExp(
  String.raw`^\s*(?<variables>(?:[A-Za-z_]\w*=(?:${word})?\s+)*)(?<program>${word})(?=[\s;&|<>]|$)`,
)

const isProgram = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() === true &&
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * Why a command did nothing at all: the program that it begins with is not there, or may not be run. By its exit code alone that
 * cannot be told from a command that ended with 126 or 127 half-way, so the shell that started it is asked for the program.
 */
export const unrunnable = async (
  command: string,
  exit: number | undefined,
  folder: string,
): Promise<Unrunnable | undefined> => {
  if (exit !== 126 && exit !== 127) return undefined
  const { program, variables = '' } = beginning.exec(command)?.groups ?? {}
  if (program === undefined) return undefined
  const asked = await execa('/bin/sh', ['-c', `${variables}command -v -- ${program}`], {
    cwd: folder,
    reject: false,
    timeout: 5000,
    stdin: 'ignore',
  })
  const found = asked.exitCode === 0 ? asked.stdout.trim() : ''
  if (found === '') return { program, because: exit === 126 ? 'forbidden' : 'missing' }
  // A word without a path is something of the shell's own.
  if (!found.includes('/') || (await isProgram(resolve(folder, found)))) return undefined
  return { program, because: 'forbidden' }
}
