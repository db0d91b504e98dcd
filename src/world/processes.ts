import { tmpdir } from 'node:os'
import { execa } from 'execa'
import type { Command, Ended, Processes } from '../ports/processes.ts'

/** More output than this is a flood, not a message. */
const most = 20_000_000

/** What every program needs, and nothing that would tell one how to do its work. */
const inherited = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'TMP',
  'TEMP',
  'SYSTEMROOT',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'XDG_CACHE_HOME',
]

const ordinary = (): Record<string, string | undefined> =>
  Object.fromEntries(inherited.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

const run = async ({
  program,
  args,
  cwd,
  env,
  timeoutSeconds,
  terminal,
  plain,
  input,
  encoding,
}: Command): Promise<Ended> => {
  const started = performance.now()
  const result = await execa(program, [...args], {
    cwd: cwd ?? tmpdir(),
    env: plain === true ? { ...ordinary(), ...env } : { ...env },
    extendEnv: plain !== true,
    reject: false,
    ...(terminal === true
      ? { stdio: 'inherit' as const }
      : input === undefined
        ? { stdin: 'ignore' as const }
        : { input }),
    encoding: encoding ?? 'utf8',
    timeout: timeoutSeconds * 1000,
    maxBuffer: most,
    stripFinalNewline: false,
    // A program found in the folder that is looked at must never be taken for a tool.
    preferLocal: false,
  })
  return {
    exit: result.exitCode,
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? '',
    timedOut: result.timedOut,
    missing: result.code === 'ENOENT',
    seconds: (performance.now() - started) / 1000,
  }
}

/** Programs of the real system. */
export const realProcesses: Processes = { run }
