import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'raise-without-cause',
  pack: 'errors',
  allows: 'allow an error to be raised in `except` without its cause',
  what: 'An `except` raises another exception and says nothing of the one that it caught.',
  why: 'The traceback then reads "During handling of the above exception, another exception occurred", as if the handler itself were broken, and `__cause__` is empty for whoever logs or tests it.',
  fix: 'Write `raise … from error`, or `raise … from None` where the first error is of no interest.',
  bad: 'def port(text: str) -> int:\n    try:\n        return int(text)\n    except ValueError:\n        raise LookupError(f"no port: {text}")\n',
  good: 'def port(text: str) -> int:\n    try:\n        return int(text)\n    except ValueError as error:\n        raise LookupError(f"no port: {text}") from error\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 2 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'ruff',
    code: 'B904',
    // How an iteration, a task or a program ends is no error that has a cause; a name is an exception that was made before.
    except: (hit, source) =>
      /^\s*raise (?:(?:builtins\.)?(?:StopIteration|StopAsyncIteration|SystemExit|KeyboardInterrupt|GeneratorExit)\b|[a-z_]\w*\s*(?:#.*)?$)/.test(
        source.line(hit.line),
      ),
  },
})
