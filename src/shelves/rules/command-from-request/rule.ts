import { parts } from '../../../core/python/nodes.ts'
import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const starters = sinks(
  [
    `subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen
     subprocess.getoutput subprocess.getstatusoutput os.startfile`,
    [0, 'args', 'cmd'],
  ],
  [
    `os.execl os.execle os.execlp os.execlpe os.execv os.execve os.execvp os.execvpe os.posix_spawn os.posix_spawnp
     os.spawnl os.spawnle os.spawnlp os.spawnlpe os.spawnv os.spawnve os.spawnvp os.spawnvpe
     asyncio.create_subprocess_exec asyncio.subprocess.create_subprocess_exec pty.spawn`,
    'all',
  ],
  ['.subprocess_exec', 'all'],
)

/** Programs that run others, or write anywhere, when one of their options says so; from the manual of each. */
const willing =
  /(?:^|\/)(?:(?:ba|da|z|k|c|fi)?sh|python[\d.]*|perl|ruby|node|php|env|sudo|su|ssh|scp|rsync|git|hg|svn|tar|find|xargs|curl|wget|awk|sed|vi|vim|less|man|tcpdump|zip|docker|kubectl|make|pip\d?|npm)$/

/** What of the arguments does harm: of a list whose program is written down only what stands behind one that is willing. */
const harmful = (source: Source, given: SyntaxNode): readonly SyntaxNode[] => {
  if (given.type !== 'list' && given.type !== 'tuple') return [given]
  const [program, ...rest] = parts(given)
  const name = source.constant(program)
  if (program === undefined || name === undefined) return program === undefined ? [] : [program]
  return willing.test(name) ? rest : []
}

export default rule({
  id: 'command-from-request',
  pack: 'security',
  allows: 'allow a visitor to say which program is run, and with what',
  what: 'A program is started whose name or arguments hold what a visitor wrote, and nothing checked it before.',
  why: 'Without a shell, too, an argument that begins with a dash is an option: of git, tar, find or curl there are some that run programs.',
  fix: 'Choose the program and its options from a fixed table, put `--` before what a visitor gives, and check its form.',
  bad: 'import subprocess\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/log")\ndef log():\n    return subprocess.check_output(["git", "log", request.args["ref"]])\n',
  good: 'import subprocess\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\nREFS = {"main", "next"}\n\n\n@app.get("/log")\ndef log():\n    ref = request.args["ref"]\n    if ref not in REFS:\n        return "no such branch", 404\n    return subprocess.check_output(["git", "log", ref])\n',
  cwe: 'CWE-88',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) =>
        harmfulArguments(source, node, starters)
          .flatMap(each => harmful(source, each))
          .some(each => isFromOutside(source, each))
          ? at(node, 'A visitor has a say in the program that this starts.')
          : undefined,
    },
  },
})
