import { isFedByConstants } from '../../../core/python/source/fed.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

const process = {
  severity: 'low',
  confidence: 'low',
  why: 'A program that is named or fed by outside input does what that input says.',
  fix: 'Use fixed programs, and validate each argument that comes from outside.',
  // Found at almost every start of a program; `command-from-request` finds those that a visitor has a say in.
  optIn: true,
} as const

/** Ruff says "seems safe" of a call whose arguments are all literals; those that are literals by a name are no worse. */
const isOwnText = (hit: RuleHit, source: Source): boolean =>
  hit.message.includes('seems safe') || isFedByConstants(source, hit, 'args')

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-78',
    severity: 'high',
    confidence: 'medium',
    why: 'Whoever controls a part of the string controls the machine: a shell reads `;` and `$( )` as commands.',
    fix: 'Pass a list of arguments and no shell: `subprocess.run(["git", "log", name], check=True)`.',
    since: '0.2.0',
  },
  [
    {
      code: 'S601',
      id: 'paramiko-call',
      allows: 'allow commands that are put together over SSH',
      what: 'A command is run over SSH by Paramiko.',
      bad: 'import paramiko\n\nparamiko.exec_command(command)\n',
      good: 'import paramiko\n\nclient = paramiko.SSHClient()\nclient.exec_command("uptime")\n',
      except: isOwnText,
    },
    {
      code: 'S602',
      id: 'subprocess-popen-with-shell-equals-true',
      allows: 'allow a shell with a text that is put together',
      what: '`subprocess` gives a text that is not fixed to a shell.',
      bad: 'import subprocess\n\n\ndef log(name: str) -> None:\n    subprocess.run(f"git log {name}", shell=True, check=True)\n',
      good: 'import subprocess\n\n\ndef log(name: str) -> None:\n    subprocess.run(["git", "log", name], check=True)\n',
      except: isOwnText,
    },
    {
      ...process,
      code: 'S603',
      id: 'subprocess-without-shell-equals-true',
      allows: 'allow programs to be started',
      what: '`subprocess` starts a program with arguments that are not literals.',
      bad: 'import subprocess\n\n\ndef log(name: str) -> None:\n    subprocess.run(["/usr/bin/git", "log", name], check=True)\n',
      good: 'import subprocess\n\n\ndef log() -> None:\n    subprocess.run(["/usr/bin/git", "log"], check=True)\n',
      except: isOwnText,
    },
    {
      code: 'S604',
      id: 'call-with-shell-equals-true',
      allows: 'allow `shell=True` in any call',
      what: 'A call that is none of `subprocess` passes `shell=True`.',
      bad: 'runner.start(command, shell=True)\n',
      good: 'runner.start(["git", "log"])\n',
      except: isOwnText,
    },
    {
      code: 'S605',
      id: 'start-process-with-a-shell',
      allows: 'allow `os.system` and its like',
      what: 'A text that is not fixed is given to a shell by `os.system`, `os.popen` or their like.',
      bad: 'import os\n\n\ndef log(name: str) -> None:\n    os.system("git log " + name)\n',
      good: 'import subprocess\n\n\ndef log(name: str) -> None:\n    subprocess.run(["git", "log", name], check=True)\n',
      except: isOwnText,
    },
    {
      ...process,
      code: 'S606',
      id: 'start-process-with-no-shell',
      allows: 'allow programs to be started by `os`',
      what: 'A program is started by `os.exec…`, `os.spawn…` or `os.startfile`.',
      bad: 'import os\n\n\ndef become(program: str) -> None:\n    os.execv(program, [program])\n',
      good: 'import subprocess\n\n\ndef list_files() -> None:\n    subprocess.run(["/bin/ls"], check=True)\n',
    },
    {
      ...process,
      code: 'S607',
      id: 'start-process-with-partial-path',
      allows: 'allow programs by their bare name',
      what: 'A program is started by a name that PATH decides about.',
      cwe: 'CWE-426',
      why: 'Another program of that name, earlier on PATH, would be started.',
      fix: 'Name the program by its whole path, or find it once with `shutil.which`.',
      bad: 'import subprocess\n\nsubprocess.run(["git", "log"], check=True)\n',
      good: 'import subprocess\n\nsubprocess.run(["/usr/bin/git", "log"], check=True)\n',
    },
    {
      code: 'S609',
      id: 'unix-command-wildcard-injection',
      allows: 'allow wildcards in commands that read options',
      what: 'chown, chmod, tar or rsync gets a `*` from a shell.',
      cwe: 'CWE-155',
      why: 'A file whose name begins with a dash becomes an option.',
      fix: 'List the files yourself, and put `--` before them.',
      bad: 'import subprocess\n\nsubprocess.run("tar cf backup.tar *", shell=True, check=True)\n',
      good: 'import subprocess\n\nsubprocess.run(["tar", "cf", "backup.tar", "--", *names], check=True)\n',
    },
  ],
)
