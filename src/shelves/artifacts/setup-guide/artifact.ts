import { isLongTerm } from '../../../core/design/purpose.ts'
import type { PlannedFile } from '../../../core/design/world.ts'
import { type Escaped, md, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasFolder, inEnvironment, lockNote, pathOf, setUpCommands } from '../shared/plan.ts'
import { systems } from '../shared/systems.ts'

const empty = md``

/** `3.11`, `3.12`. */
const codes = (words: readonly string[]): Escaped => vouched(words.map(md.code).join(', '))

/** The scripts that measure speed. */
const benches = (files: readonly PlannedFile[]): readonly string[] =>
  files.filter(each => each.role.endsWith('.bench')).map(each => each.path)

const measuring = (run: string, files: readonly PlannedFile[]): readonly Escaped[] => {
  const all = benches(files)
  if (all.length === 0) return []
  return [
    md`## Speed`,
    empty,
    md`These measure what the project is for. Run them before and after a change, on one machine: figures of two machines say nothing about each other.`,
    empty,
    ...md.block('sh', all.map(path => inEnvironment({ run }, `python ${path}`)).join('\n')),
  ]
}

export default artifact({
  id: 'setup-guide',
  reads: [
    'architecture.testing',
    'git',
    'intake.maturity',
    'intake.purpose',
    'names.distribution',
    'names.package',
    'names.title',
    'python',
  ],
  collects: ['plan.files', 'manager'],
  exists: isLongTerm,
  path: () => 'docs/setup.md',
  purpose: 'Takes whoever is new from a checkout to a release.',
  effort: 'simple',
  slots: ({ architecture, git, intake, names, python, plan, manager }) => {
    const tested = architecture.testing !== 'none'
    const test = plan.files.find(file => /(^|\/)test_[^/]*\.py$/.test(file.path))
    const hooks = pathOf(plan.files, 'pre-commit')
    const container = pathOf(plan.files, 'devcontainer')
    const changelog = pathOf(plan.files, 'changelog')
    const run = (command: string): string => inEnvironment(manager, command)
    const diagnosis =
      pathOf(plan.files, 'doctor') !== undefined
        ? `${names.distribution} doctor`
        : pathOf(plan.files, 'package-main') !== undefined
          ? `python -m ${names.package}`
          : undefined
    const steps = [
      ...(changelog === undefined
        ? []
        : [md`Put what stands under Unreleased in ${md.code(changelog)} under the new version and its day.`]),
      md`Set the version in ${md.code('pyproject.toml')}: a change that breaks what others do with it raises the first number, a new feature the second.`,
      md`${md.code(manager.lock)} tells ${md.code(manager.lock_file)} of it. Run every check once more.`,
      md`${md.code(manager.build)} writes the package to ${md.code('dist/')}.`,
      ...(git ? [md`Commit, and tag the commit with the version, as in ${md.code('v0.2.0')}.`] : []),
    ]
    return {
      needed: [
        md`- Python ${md.code(python.range)}; continuous integration checks ${codes(python.versions)} on ${codes(systems({ intake }))}.`,
        md`- ${md.text(manager.id)}, which makes the environment${manager.locked ? md` from ${md.code(manager.lock_file)}` : empty}.`,
        ...(container === undefined
          ? []
          : [md`- Or an editor that knows dev containers: ${md.code(container)} has all of it.`]),
      ],
      first: [
        ...md.block(
          'sh',
          [
            setUpCommands(manager),
            ...(tested ? [run('pytest')] : []),
            ...(diagnosis === undefined ? [] : [run(diagnosis)]),
          ].join('\n'),
        ),
        ...lockNote(manager),
        empty,
        md`${tested ? md`If the tests pass` : md`If this works`}, everything is where it should be${diagnosis === undefined ? empty : md`; the last line says what hinders it here`}.`,
      ],
      work: [
        ...(test === undefined
          ? []
          : [
              md`- ${md.code(run(`pytest --no-cov ${test.path}`))} runs one file of tests, without measuring what it covers.`,
            ]),
        ...(hasFolder(plan.files, 'tests/fixtures') && intake.purpose === 'cli'
          ? [
              md`- ${md.code('tests/fixtures')} records what each subcommand prints; write it anew when that is meant to change, such as for an action of its own.`,
            ]
          : []),
        md`- ${md.code(run('ruff check --fix .'))} and ${md.code(run('ruff format .'))} put right what a tool can put right.`,
        md`- ${md.code(run('mypy .'))} checks types over the whole repository, tests included.`,
        ...(hooks === undefined
          ? []
          : [md`- ${md.code(run('pre-commit install'))} runs these before each commit, once and for all.`]),
      ],
      dependencies: [
        manager.locked
          ? md`Versions are pinned in ${md.code(manager.lock_file)}, which is committed. Add and raise them with ${md.text(manager.id)}, never by hand: continuous integration installs from the lock file, and fails when it is behind ${md.code('pyproject.toml')}.`
          : md`Add and raise them with ${md.text(manager.id)}, never by hand. Until ${md.code(manager.lock_file)} is committed, every machine takes the newest versions that ${md.code('pyproject.toml')} allows.`,
      ],
      benchmarks: measuring(manager.run, plan.files),
      release: steps.map((each, index) => md`${md.lines([`${index + 1}.`])[0] ?? empty} ${each}`),
    }
  },
  template: 'setup.md',
})
