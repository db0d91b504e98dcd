import { isPrototype } from '../../../core/design/purpose.ts'
import { type Escaped, md, vouched } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { fileKeys, setUpTitles } from '../shared/modules.ts'
import { checkCommands, inEnvironment, lockNote, pathOf, presentComponents, setUpCommands } from '../shared/plan.ts'
import { commandLines, programInstallation, programStart } from '../shared/program-pages.ts'
import { installable } from '../shared/remote.ts'
import { treeLines } from '../shared/tree.ts'
import { shown } from '../shared/usage.ts'
import { badges } from './badges.ts'
import { de } from './de.ts'
import { architectureLines, configurationLines, inOrder } from './parts.ts'
import { apiLines, serviceStart } from './service.ts'
import { translations } from './translations.ts'
import { usageLines } from './usages.ts'

const empty = md``
const prototypeMeans = 'something to learn from, and perhaps to throw away. It may break at any time.'
/** A link to a file of the repository; its path was checked when it entered the plan. */
const link = (path: string): Escaped => md`[${md.text(path)}](${md.path(path)})`

export default artifact({
  id: 'readme',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'architecture.testing',
    'components',
    'intake.description',
    'intake.non_goals',
    'intake.purpose',
    'names',
    'project.license',
    'project.remote',
    'python',
    'structure',
  ],
  collects: [
    'plan.checks',
    'plan.files',
    'plan.environment',
    'plan.exports',
    'plan.features',
    'plan.modules',
    'plan.served',
    'plan.subcommands',
    'plan.usage',
    'manager',
  ],
  path: () => 'README.md',
  accepts: path => /^README(\.(md|markdown))?$/i.test(path),
  purpose: 'Says what it is, how to install it and how to use it.',
  effort: 'moderate',
  needs: ['config', 'logging', 'errors', 'pyproject'],
  contributes: () => ({ translations: { de } }),
  slots: ({ architecture, components, intake, names, project, python, structure, plan, manager }) => {
    const remote = installable(project.remote)
    const served = plan.modules['main'] !== undefined
    const program = plan.modules['cli'] !== undefined
    // What runs, and what is tried out, is used where it was checked out; what is imported, in the project that imports it.
    const here = served || isPrototype({ intake })
    // Whoever types its commands imports nothing: how it is set up is the program's own business.
    const usage = program ? plan.usage.filter(each => !setUpTitles.includes(each.title)) : inOrder(plan.usage)
    const [first, ...rest] = usage
    const others = served || program ? usage : rest
    const before = [
      ...apiLines(plan.served),
      ...(program ? commandLines(names.distribution, manager, plan, plan.subcommands[0]) : []),
    ]
    const add = (source: string): readonly Escaped[] => md.block('sh', manager.add.replace('SOURCE', source))
    const fromElsewhere = [
      ...(remote === undefined
        ? []
        : [
            empty,
            md`From its repository, in a project that ${md.text(manager.id)} manages:`,
            empty,
            ...add(`${names.distribution} @ ${remote}`),
          ]),
      empty,
      md`From a checkout beside your project:`,
      empty,
      ...add(`../${names.repository}`),
    ]
    const contributing = pathOf(plan.files, 'contributing')
    const license = pathOf(plan.files, 'license')
    const changelog = pathOf(plan.files, 'changelog')
    const guide = pathOf(plan.files, 'setup-guide')
    const hooks = pathOf(plan.files, 'pre-commit')
    const translated = translations(plan.files)
    return {
      description: [
        md.text(sentence(intake.description)),
        ...(isPrototype({ intake }) ? [empty, md`This is a prototype: ${md.text(prototypeMeans)}`] : []),
        ...translated.written.flatMap(([name, path]) => [
          empty,
          md`Translation: [${md.text(name)}](${md.path(path)}).`,
        ]),
      ],
      badges: badges({
        license: project.license,
        python: python.range,
        remote: project.remote,
        workflow: pathOf(plan.files, 'ci'),
      }),
      installation: [
        md`Requires Python ${md.code(python.range)}${here || program ? md` and ${md.text(manager.id)}. In a checkout:` : md`.`}`,
        ...(program
          ? programInstallation(names.distribution, manager)
          : here
            ? [empty, ...md.block('sh', setUpCommands(manager)), ...lockNote(manager)]
            : fromElsewhere),
      ],
      quick_start: program
        ? programStart(names.distribution, manager, plan)
        : served
          ? serviceStart(names.distribution, manager, plan)
          : first === undefined
            ? []
            : shown(first),
      features: plan.features.map(each => md`- ${vouched(each)}`),
      architecture: architectureLines(presentComponents(components, plan.files), architecture, intake, plan),
      tree: md.block(
        'text',
        treeLines(
          names.repository,
          plan.files.filter(file => !translated.awaited.includes(file)),
        ).join('\n'),
      ),
      usage: [...before, ...usageLines(others, before.length > 0)],
      configuration: configurationLines(
        architecture.configuration,
        plan,
        fileKeys({ architecture, intake, names, structure }, plan.environment),
      ),
      development: [
        md`This makes the environment, with everything that development needs:`,
        empty,
        ...md.block('sh', setUpCommands(manager)),
        ...lockNote(manager),
        empty,
        md`${architecture.testing === 'none' ? md`These` : md`Besides the tests, these`} checks must pass before a change is merged:`,
        empty,
        ...md.block(
          'sh',
          checkCommands(manager, architecture.testing, plan.checks)
            .filter(each => each.does !== 'Tests and coverage')
            .map(each => each.command)
            .join('\n'),
        ),
        ...(hooks === undefined
          ? []
          : [
              empty,
              md`${md.code(inEnvironment(manager, 'pre-commit install'))} runs format, lint and types before each commit.`,
            ]),
      ],
      testing:
        architecture.testing === 'none'
          ? [md`It has no test suite: its design asks for none.`]
          : [
              ...md.block('sh', inEnvironment(manager, 'pytest')),
              empty,
              md`The tests need no network and report branch coverage; less than 80 percent fails.`,
            ],
      contributing: [
        contributing === undefined
          ? md`Changes are welcome once every check above passes.`
          : md`${link(contributing)} says how to set up, check and propose a change.`,
      ],
      licence: [
        project.license === 'proprietary'
          ? md`Proprietary; all rights reserved.${license === undefined ? empty : md` See ${link(license)}.`}`
          : md`${md.text(project.license)}${license === undefined ? empty : md`; see ${link(license)}`}.`,
      ],
      non_goals: [md`## What it is not`, empty, ...intake.non_goals.map(each => md`- ${md.text(each)}`)],
      more:
        changelog === undefined && guide === undefined
          ? []
          : [
              md`## More`,
              empty,
              ...(changelog === undefined ? [] : [md`- What changed: ${link(changelog)}`]),
              ...(guide === undefined ? [] : [md`- From a checkout to a release: ${link(guide)}`]),
            ],
    }
  },
  template: 'readme.md',
})
