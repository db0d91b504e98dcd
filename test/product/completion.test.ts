import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
const repository = place.path('guard')
const bin = join(import.meta.dirname, '../../bin')
beforeAll(async () => {
  const open = sampleText('schema-guard').replace(/^ {2}tasks: .*\n/m, '')
  must(await place.tsq(['new', '--embedded', '--out', repository, '--answers', place.write('answers.yaml', open)]), 3)
  mkdirSync(place.path('here', 'folder'), { recursive: true })
  writeFileSync(place.path('here', 'file.yaml'), '')
  for (const shell of there) writeFileSync(scriptOf(shell), must(await place.tsq(['completion', shell]), 0).stdout)
})
afterAll(place.remove)

const scriptOf = (shell: string): string => place.path(`completion.${shell}`)

/** The words that a shell offers at the end of a line; each shell's own way to be asked without a person at it. */
const asking: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  bash: words => [
    'bash',
    '--norc',
    '-c',
    `source ${scriptOf('bash')}; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _trysquare; printf "%s\\n" "\${COMPREPLY[@]}"`,
    'bash',
    'trysquare',
    ...words,
  ],
  zsh: words => [
    'zsh',
    '-f',
    '-c',
    `compdef() { :; }; _files() { print :files; }; _describe() { print -l -- "\${found[@]%%:*}"; }; source ${scriptOf('zsh')}; words=("$@"); CURRENT=$#; _trysquare`,
    'zsh',
    'trysquare',
    ...words,
  ],
  fish: words => [
    'fish',
    '--no-config',
    '-c',
    `source ${scriptOf('fish')}; complete -C '${['trysquare', ...words].join(' ')}' | cut -f1`,
  ],
}
const there = Object.keys(asking).filter(shell => spawnSync(shell, ['-c', 'true']).status === 0)

const offered = async (shell: string, words: readonly string[], folder = repository): Promise<readonly string[]> => {
  const [program = '', ...args] = asking[shell]?.(words) ?? []
  const PATH = [bin, place.root, place.env['PATH']].join(delimiter)
  return (await place.run(program, args, folder, { PATH })).stdout.split('\n').filter(each => each !== '')
}

const lines: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a command', ['rep'], ['report']],
  ['a command of a command', ['task', 'acc'], ['accept']],
  ['a flag', ['new', '--emb'], ['--embedded']],
  ['a flag of every command', ['status', '--js'], ['--json']],
  ['a format', ['report', '--format', 'j'], ['json']],
  ['a task of the run here', ['task', 'show', 'T-00'], Array.from({ length: 9 }, (_, index) => `T-00${index + 1}`)],
  ['the decisions of a review', ['decide', 'critic_1', ''], ['clarify', 'proceed', 'revise']],
  ['what can be decided', ['decide', 'cri'], ['critic_1', 'critic_2']],
  ['a stage', ['revise', 'arch'], ['architecture']],
  ['an error code', ['explain', 'TSQ-DISK'], ['TSQ-DISK-FULL']],
  ['a question', ['explain', 'architecture.err'], ['architecture.errors']],
  ['a doer', ['new', '--doer', 'man'], ['manual']],
  ['a check', ['task', 'accept', 'T-001', '--acknowledge', 'sty'], ['style']],
  ['nothing after something unknown', ['task', 'show', 'T-001', 'x'], []],
]

/** Bash is everywhere; the others are asked a few lines, and all of them in the long tests. */
const linesFor = (shell: string) => (shell === 'bash' || process.env['TSQ_FULL'] === '1' ? lines : lines.slice(4, 7))

describe.each(there)('%s', shell => {
  test.each(linesFor(shell))('offers %s [Q-21]', async (_, words, wanted) => {
    expect((await offered(shell, words)).toSorted()).toEqual(wanted)
  })

  test('evaluates nothing of what was typed [Q-05]', async () => {
    const proof = place.path('evaluated')
    await offered(shell, [
      'task',
      shell === 'fish' ? '\\$\\(touch\\ x\\)' : `$(touch ${proof})`,
      `\`touch ${proof}\``,
      '',
    ])
    expect(spawnSync('test', ['-e', proof]).status).toBe(1)
  })
})

test('bash itself completes on the tab key, files included, with nothing else installed [Q-21]', async () => {
  // A terminal of its own: `script` gives one, and what is typed ends in the two words that the line became.
  const typed = [
    'source <(trysquare completion bash)',
    'PS1=',
    'trysquare() { if [ "$1" = complete ]; then command trysquare "$@"; else printf "<%s>" "$@"; echo; fi; }',
    'trysquare rep\t--form\tjso\t',
    'trysquare new --answers fi\t',
    'trysquare new --out fo\t',
    'exit',
    '',
  ].join('\n')
  const env = { ...place.env, PATH: [bin, place.env['PATH']].join(delimiter), TERM: 'dumb', HOME: place.root }
  const ended = spawnSync('script', ['-qec', 'bash --norc --noprofile -i', '/dev/null'], {
    cwd: place.path('here'),
    env,
    input: typed,
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(ended.stdout).toContain('<report><--format><json>')
  expect(ended.stdout).toContain('<new><--answers><file.yaml>')
  expect(ended.stdout).toMatch(/<new><--out><folder\/?>/)
})

test('a shell that is none is refused by name; what the scripts ask is not in the help [Q-20] [Q-21]', async () => {
  const ended = await place.tsq(['completion', 'bahs'])
  expect(ended).toMatchObject({ exit: 2, stderr: expect.stringContaining('Did you mean bash?') })
  expect((await place.tsq(['--help'])).stdout).not.toMatch(/^ {2}complete /m)
  expect((await place.tsq(['complete', '--', 'task', 'show', 'T-'], {}, place.path('here'))).stdout).toBe('')
})
