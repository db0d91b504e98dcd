import { ruffIgnores } from '../../../core/design/plan/ruff-settings.ts'
import { md } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { checkCommands, inEnvironment, lockNote, pathOf, setUpCommands } from '../shared/plan.ts'

export default artifact({
  id: 'contributing',
  version: 2,
  reads: ['architecture.errors', 'architecture.testing', 'names.title', 'names.pascal', 'python', 'intake.purpose'],
  collects: ['plan.checks', 'plan.files', 'manager'],
  path: () => 'CONTRIBUTING.md',
  accepts: path => /^(docs\/|\.github\/)?CONTRIBUTING(\.(md|rst|txt))?$/i.test(path),
  standing: standsForOthers,
  purpose: 'Says how to set up, check and change the project.',
  effort: 'simple',
  slots: ({ architecture, python, plan, manager }) => {
    const changelog = pathOf(plan.files, 'changelog')
    const test = plan.files.find(file => /(^|\/)test_[^/]*\.py$/.test(file.path))
    const guide = pathOf(plan.files, 'setup-guide')
    const hooks = pathOf(plan.files, 'pre-commit')
    return {
      setup: [
        md`You need Python ${md.code(python.range)} and ${md.text(manager.id)}. This makes the environment:`,
        md``,
        ...md.block('sh', setUpCommands(manager)),
        ...lockNote(manager),
        ...(guide === undefined
          ? []
          : [md``, md`[${md.text(guide)}](${md.path(guide)}) goes on from there, up to a release.`]),
      ],
      commands: [
        md`| Check | Command |`,
        md`| --- | --- |`,
        ...checkCommands(manager, architecture.testing, plan.checks).map(
          each => md`| ${md.text(each.does)} | ${md.cellCode(each.command)} |`,
        ),
      ],
      single:
        test === undefined
          ? []
          : [
              md`While you work, ${md.code(inEnvironment(manager, `pytest --no-cov ${test.path}`))} runs the tests of one file.`,
            ],
      hooks:
        hooks === undefined
          ? []
          : [
              md`${md.code(inEnvironment(manager, 'pre-commit install'))} runs format, lint and types before each commit.`,
            ],
      changelog:
        changelog === undefined ? [] : [md`- Changes that users notice are written down in ${md.code(changelog)}.`],
      ignores: Object.entries(ruffIgnores(python.minimum)).map(
        ([code, reason]) => md`- ${md.code(code)}: ${md.text(reason)}`,
      ),
    }
  },
  template: 'contributing.md',
})
