import { spawnSync } from 'node:child_process'
import { execa } from 'execa'
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

test('Ctrl-C while files are made says where the run stands and how to go on, and it goes on there [C-05] [Q-22]', async () => {
  const all = line()
  const [program, args] = command(all)
  // A tool that runs below has a listener of its own; it must not swallow what is meant for all.
  const listening = { NODE_OPTIONS: '--import "data:text/javascript,process.on(`SIGINT`,()=>{})"' }
  const running = execa(program, args, {
    cwd: place.root,
    env: { ...place.env, ...listening },
    reject: false,
    stdin: 'ignore',
  })
  let heard = ''
  running.stderr.on('data', (bytes: Buffer) => {
    heard += bytes.toString()
    if (/making \d+ files/.test(heard)) running.kill('SIGINT')
  })
  const ended = await running
  expect(ended.exitCode).toBe(130)
  const out = all[all.indexOf('--out') + 1] ?? ''
  expect(ended.stderr).toMatch(/Stopped at tasks, \d+ of \d+ files settled\. What was done until now is kept\./)
  expect(ended.stderr).toContain(`trysquare --in ${out} next`)
  expect((await place.tsq(all)).exit).toBe(0)
})

test('a folder that is not there is told as that, whatever was asked in it [Q-20]', async () => {
  for (const verb of ['status', 'next', 'verify']) {
    const ended = await place.tsq(['--in', 'nowhere', verb])
    expect([ended.exit, ended.stderr.split('\n')[0]]).toEqual([2, expect.stringContaining('TSQ-FOLDER')])
  }
})

test('an option that every command has is suggested once [Q-21]', async () => {
  const { stdout } = await place.tsq(['complete', '--', 'task', 'show', '--'])
  const words = stdout
    .trim()
    .split('\n')
    .map(each => each.split('\t')[0])
  expect(words).toContain('--help')
  expect(words).toEqual([...new Set(words)])
})

test('a file that a command line names lies where the line was typed, whatever folder it works in [N-02] [C-07]', async () => {
  const out = place.path('elsewhere')
  const open = sampleText('schema-guard').replace(/^ {2}critic_2: .*\n/m, '')
  expect(
    told(await place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('open.yaml', open)]), 3),
  ).toBe('exit 3')
  place.write('whole.yaml', sampleText('schema-guard'))
  expect(told(await place.tsq(['--in', out, 'next', '--answers', 'whole.yaml']), 0)).toBe('exit 0')
})

test('a check that found something is not ticked off as if it had passed [Q-21]', async () => {
  const out = place.path('ticked')
  const given = place.write('plain.yaml', sampleText('schema-guard'))
  expect(told(await place.tsq(['new', '--embedded', '--out', out, '--answers', given]), 0)).toBe('exit 0')
  place.write('ticked/src/schema_guard/odd.py', 'x=1\n')
  const { stderr } = await place.tsq(['--in', out, 'gate', 'run', '--embedded'])
  expect(stderr).toMatch(/✗ style \d+ findings? /)
  expect(stderr).toMatch(/✓ syntax \d/)
})
