import { spawnSync } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { command, type Ended, sampleText, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)

const escape = '\u001b'
let count = 0
const line = (...more: readonly string[]) => {
  count += 1
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  return [...more, 'new', '--embedded', '--out', place.path(`out-${count}`), '--answers', answers]
}

/** What Node's colour decision reads beside the terminal; a machine that sets one of them must not answer for the product. */
const undecided = { NO_COLOR: undefined, NODE_DISABLE_COLORS: undefined, FORCE_COLOR: undefined, CI: undefined }

/** The same command with a terminal of its own on both ends; what it writes to both comes back as one. */
const onTerminal = (args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Ended => {
  const [program, all] = command(args)
  const quoted = [program, ...all].map(each => `'${each.replaceAll("'", String.raw`'\''`)}'`).join(' ')
  const ended = spawnSync('script', ['-qec', quoted, '/dev/null'], {
    cwd: place.root,
    env: { ...process.env, ...place.env, ...undecided, TERM: 'xterm-256color', ...env },
    encoding: 'utf8',
  })
  return { exit: ended.status ?? undefined, stdout: ended.stdout, stderr: ended.stderr }
}
const colour = new RegExp(`${escape}\\[\\d+m`)

test('into a pipe there is neither a colour nor a line that is drawn again [Q-21]', async () => {
  const made = await place.tsq(line(), { ...undecided, TERM: 'xterm-256color' })
  expect(told(made, 0)).toBe('exit 0')
  expect(made.stdout + made.stderr).not.toContain(escape)
  expect(made.stdout + made.stderr).not.toContain('\r')
  expect(made.stderr).toMatch(/^✓ making \d+ files/m)
})

test('on a terminal there are colours, and long work says that it goes on [Q-21]', () => {
  const made = onTerminal(line())
  expect(told(made, 0)).toBe('exit 0')
  expect(made.stdout).toMatch(colour)
  expect(made.stdout).toContain(`\r${escape}[2K`)
})

test('under NO_COLOR there is none, and work is still seen to go on [Q-21]', () => {
  const made = onTerminal(line(), { NO_COLOR: '1' })
  expect(made.stdout).not.toMatch(colour)
  expect(made.stdout).toContain('✓ making')
})

test('a terminal that can do nothing gets plain lines [Q-21]', () => {
  const made = onTerminal(line(), { TERM: 'dumb' })
  expect(made.stdout).not.toContain(escape)
  expect(made.stdout).toContain('✓ making')
})

test('--quiet leaves out the progress and keeps the result [Q-21]', async () => {
  const made = await place.tsq(line('--quiet'))
  expect(made.stderr).toBe('')
  expect(made.stdout).toContain('ready with open items')
  expect(onTerminal(line('-q')).stdout).not.toContain('making')
})
