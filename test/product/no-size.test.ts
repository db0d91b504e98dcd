import { afterAll, expect, test } from 'vitest'
import { command, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

/** A terminal of no size, in which a program runs until it asks; what it showed is printed. */
const terminal = `
import fcntl, os, pty, select, struct, sys, termios, time
child, screen = pty.fork()
if child == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 0, 0, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
shown = b""
until = time.monotonic() + 60
while time.monotonic() < until and "›".encode() not in shown.replace(b"\\x1b", b""):
    if select.select([screen], [], [], 0.5)[0]:
        try:
            shown += os.read(screen, 65536)
        except OSError:
            break
time.sleep(0.3)
os.write(screen, b"\\x03")
while select.select([screen], [], [], 5)[0]:
    try:
        more = os.read(screen, 65536)
    except OSError:
        break
    shown += more
os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
`

test('a terminal that says it has no columns and no rows is asked in as one of the usual size [C-07]', async () => {
  const [program, args] = command(['new', '--out', place.path('guard')])
  const ended = await place.run('python3', ['-c', terminal, program, ...args], place.root, {
    TERM: 'xterm',
    CI: undefined,
    NO_COLOR: '1',
  })
  expect(ended.stdout).not.toMatch(/^\s+at .*\(/m)
  // Its letters stand beside each other, not below, and the block as on any terminal.
  expect(ended.stdout).toContain('How › ')
  expect(ended.stdout).toContain('Enter = one by one · e = a file in your editor · ? = help, ?4 = question 4')
})
