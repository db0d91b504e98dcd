import { parts } from '../../../core/python/nodes.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const shells = sinks(
  ['asyncio.create_subprocess_shell asyncio.subprocess.create_subprocess_shell', [0, 'cmd']],
  ['.subprocess_shell', [1, 'cmd']],
  [
    'paramiko.SSHClient.exec_command paramiko.client.SSHClient.exec_command fabric.Connection.run invoke.run',
    [0, 'command'],
  ],
  [
    'airflow.operators.bash.BashOperator airflow.operators.bash_operator.BashOperator airflow.providers.standard.operators.bash.BashOperator',
    ['bash_command'],
  ],
)

const starting = sinks(
  ['subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen', [0, 'args']],
  [
    `os.execl os.execle os.execlp os.execlpe os.execv os.execve os.execvp os.execvpe os.posix_spawn os.posix_spawnp
     os.spawnl os.spawnle os.spawnlp os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe
     asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec .subprocess_exec`,
    'all',
  ],
)

/** `["bash", "-c", text]` is a shell, too. */
const shellTexts = (source: Source, given: readonly SyntaxNode[]): readonly SyntaxNode[] => {
  const words = given.flatMap(each => (each.type === 'list' || each.type === 'tuple' ? parts(each) : [each]))
  const option = words.findIndex(each => source.constant(each) === '-c')
  const isShell = words
    .slice(0, option)
    .some(each => /(?:^|\/)(?:ba|da|z|k|c|tc|fi)?sh$/.test(source.constant(each) ?? ''))
  return option < 0 || !isShell ? [] : words.slice(option + 1, option + 2)
}

export default rule({
  id: 'shell-text',
  pack: 'security',
  allows: 'allow texts that are put together for a shell',
  what: 'A text that is not fixed is given to a shell in a form that Ruff does not know: by asyncio, over SSH, by an operator of Airflow, or with `bash -c`.',
  why: 'Whoever controls a part of the text controls the machine: a shell reads `;` and `$( )` as commands.',
  fix: 'Start the program without a shell (`create_subprocess_exec`), or put each value through `shlex.quote`.',
  bad: 'import asyncio\n\n\nasync def log(name: str) -> None:\n    await asyncio.create_subprocess_shell(f"git log {name}")\n',
  good: 'import asyncio\n\n\nasync def log(name: str) -> None:\n    await asyncio.create_subprocess_exec("git", "log", name)\n',
  cwe: 'CWE-78',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['subprocess_shell', 'paramiko', 'fabric', 'invoke', 'BashOperator', '-c'],
    visit: {
      call: (node, source) => {
        const all = [
          ...harmfulArguments(source, node, shells),
          ...shellTexts(source, harmfulArguments(source, node, starting)),
        ]
        const given = all.filter(each => !isFixed(source, each))
        return given.some(each => !/\bquote\(|shlex\.join\(/.test(each.text))
          ? at(node, 'A shell reads this text, and it is not fixed.')
          : undefined
      },
    },
  },
})
