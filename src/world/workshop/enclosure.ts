import { execa } from 'execa'

/** Programs that keep a command's whole family together, the best first; util-linux has them. */
const ways: readonly (readonly string[])[] = [
  // A namespace of processes ends with its first one, and that one with us: nothing can leave it, whatever it does.
  ['setpriv', '--pdeathsig', 'KILL', 'unshare', '--pid', '--fork', '--kill-child', '--mount-proc'],
  [
    'setpriv',
    '--pdeathsig',
    'KILL',
    'unshare',
    '--user',
    '--map-current-user',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
  ],
  ['setpriv', '--pdeathsig', 'KILL'],
]

let found: Promise<readonly string[]> | undefined

const find = async (): Promise<readonly string[]> => {
  for (const way of ways) {
    const [program = '', ...args] = way
    const tried = await execa(program, [...args, 'true'], { reject: false, timeout: 5000 })
    if (tried.exitCode === 0) return way
  }
  return []
}

/** What to put in front of a command; empty where the system has nothing of the kind. Tried once. */
export const enclosure = (): Promise<readonly string[]> => (found ??= find())
