import { perFileIgnores, ruffIgnores } from '../../../core/design/plan/ruff-settings.ts'
import { isLongTerm } from '../../../core/design/purpose.ts'
import type { PlannedFile } from '../../../core/design/world.ts'
import { type Escaped, md, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { checkCommands, hasFolder, inEnvironment, lockNote, pathOf, setUpCommands } from '../shared/plan.ts'

/** What lies in the folders of `tests/`, where there is one for each way to test. */
const testFolders = (files: readonly PlannedFile[]): readonly Escaped[] =>
  hasFolder(files, 'tests/unit')
    ? [
        md`- ${md.code('tests/unit')} mirrors the package, module by module.`,
        ...(hasFolder(files, 'tests/properties')
          ? [md`- What holds for every input is tested in ${md.code('tests/properties')}.`]
          : []),
        ...(hasFolder(files, 'tests/integration')
          ? [md`- Ways through several modules are tested in ${md.code('tests/integration')}.`]
          : []),
        ...(hasFolder(files, 'tests/fixtures') ? [md`- What tests read lies in ${md.code('tests/fixtures')}.`] : []),
      ]
    : []

/** The rules that tests need not keep, which `pyproject.toml` names too. */
const testsBesides = (files: readonly PlannedFile[]): readonly Escaped[] =>
  hasFolder(files, 'tests')
    ? [
        md`Tests need not keep ${vouched(perFileIgnores['tests/**'].map(md.code).join(', '))} besides: mypy asks for their annotations, their names say what they are about, and they compare with plain numbers.`,
      ]
    : []

export default artifact({
  id: 'contributing',
  version: 2,
  reads: [
    'architecture.errors',
    'architecture.testing',
    'intake.maturity',
    'intake.purpose',
    'names.title',
    'names.pascal',
    'python',
  ],
  collects: ['plan.checks', 'plan.files', 'manager'],
  path: () => 'CONTRIBUTING.md',
  accepts: path => /^(docs\/|\.github\/)?CONTRIBUTING(\.(md|rst|txt))?$/i.test(path),
  standing: standsForOthers,
  purpose: 'Says how to set up, check and change the project.',
  effort: 'simple',
  slots: ({ architecture, intake, python, plan, manager }) => {
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
      folders: testFolders(plan.files),
      changelog:
        changelog === undefined ? [] : [md`- Changes that users notice are written down in ${md.code(changelog)}.`],
      tests: testsBesides(plan.files),
      ignores: Object.entries(ruffIgnores(python.minimum, isLongTerm({ intake }))).map(
        ([code, reason]) => md`- ${md.code(code)}: ${md.text(reason)}`,
      ),
    }
  },
  template: 'contributing.md',
})
