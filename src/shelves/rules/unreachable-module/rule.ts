import { runsItself } from '../../../core/python/program-file.ts'
import { reachOf } from '../../../core/python/project/reach.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'unreachable-module',
  pack: 'wiring',
  allows: 'allow modules that nothing of the program leads to',
  what: 'A module of an application is imported by nothing that its commands, servers, workers or plug-ins lead to.',
  why: 'It is written, tested, and never runs: what it should do does not happen, and every reader takes it for a part of the program. A library’s modules are ways in themselves, so this speaks only of packages with a declared command, a plug-in, a `__main__` or a server’s application whose `__init__.py` hands on nothing; where modules are loaded by a name that is worked out, it is silent.',
  fix: 'Import it where it belongs (register the command, include the router), or remove it.',
  at: 'src/app/commands.py',
  beside: {
    'pyproject.toml': '[project]\nname = "app"\n\n[project.scripts]\napp = "app.start:main"\n',
    'src/app/__init__.py': '',
    'src/app/start.py': 'from app import commands\n\n\ndef main() -> None:\n    commands.run()\n',
    'src/app/refunds.py': 'def refund() -> None:\n    print("refunded")\n',
  },
  bad: 'def run() -> None:\n    print("run")\n',
  good: 'from app.refunds import refund\n\n\ndef run() -> None:\n    refund()\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'project',
    collect: source => ({
      runs: runsItself(source.text),
      loads:
        /import_module|__import__|iter_modules|walk_packages|import_string|autodiscover|load_entry_point|entry_points\(/.test(
          source.text,
        ),
    }),
    judge: (files, project) =>
      reachOf(files, project).unreached.map(({ path, by, onlyTests }) => ({
        path,
        line: 1,
        column: 1,
        message: onlyTests
          ? `Nothing but tests leads to this module${by === undefined ? '' : ` (${by})`}.`
          : `Nothing that starts the program leads to this module; ${by === undefined ? 'nothing imports it' : `its nearest importer is ${by}`}.`,
      })),
  },
})
