import { guidedPaths } from '../../core/design/answers/stages.ts'
import { approvals } from './approvals.ts'
import { vocabulary } from './vocabulary.ts'

/** Labelled paragraphs. */
export type Told = readonly (readonly [label: string, text: string])[]

const words: Readonly<Record<string, Told>> = {
  pass: [['Means', 'The check ran on exactly these files and found nothing.']],
  fail: [['Means', 'The check found something, or could not do its own work. The reason names the first finding.']],
  partial: [
    ['Means', 'Some of what was asked for is there and some is missing, as when a file has half of its interface.'],
  ],
  skipped: [['Means', 'The check does not speak of this file, or something that it needs is missing. Never a pass.']],
  intake: [
    [
      'Is',
      'Stage 0: eleven questions, then licence, authors, remote and team size. `trysquare schema answers` has every key.',
    ],
  ],
  architecture: [['Is', 'Stage 1: five decisions, each with an optional reason, and whatever else was decided.']],
  structure: [['Is', 'Stage 2: where the directory tree comes from, and the components.']],
  'structure.tree': [
    ['Is', 'A directory tree as text: a drawing, an indented list, or one path per line.'],
    ['Then', 'In a drawn tree the drawn path wins; what decisions need and it lacks is proposed as additions.'],
  ],
  'structure.guided': [
    ['Is', 'Six answers that build a tree: where components and tests lie, what else it holds.'],
    [
      'Then',
      'The tree is shown and approved like a drawn one; what later answers need and it lacks is proposed as additions.',
    ],
    ['Asks', guidedPaths.map(path => path.replace('structure.guided.', '')).join(', ')],
  ],
  'structure.guided.examples': [
    ['Is', 'Whether there are examples, in examples/; yes or no.'],
    ['Then', 'With yes, `features.demo` says which; with features.demo none it is refused.'],
  ],
  'components.name': [
    ['Is', 'A Python identifier in lower case: the name of its module and the beginning of its classes’ names.'],
    ['Not', 'What the package, its files’ imports or Python itself have under that name already.'],
  ],
  'components.options': [
    ['Is', 'What a kind of component may be told, such as the fields of a resource; most kinds need none.'],
    ['See', '`trysquare explain KIND` shows the options of a kind as an answers file has them.'],
  ],
  'components.does': [['Is', 'One sentence: what only this component does.']],
  'components.path': [['Is', 'Where its module lies; without it, by its name in the package.']],
  'components.interface': [
    ['Is', 'The signatures of its public functions and classes as a Python stub; a custom component needs it.'],
  ],
  config: [
    ['Is', '`.trysquare/config.yaml`: the settings that a person edits. Every key may be left out.'],
    ['rules', 'select, ignore: names of rules, packs or codes; exclude: paths; per_path: {"tests/**": [names]}.'],
    ['gates', 'NAME: {checks: [CHECK, {CHECK: {findings: 0, from: low, measures: {FIGURE: {least: 80}}}}]}.'],
    ['Not', 'The gate at the end of a run: it has every check and bears nothing, whatever stands here.'],
  ],
  baseline: [
    ['Is', 'The findings that were known when a project began to be checked, by names that stay when lines move.'],
    ['Written', '`trysquare check --write-baseline`, to `.trysquare/rules-baseline.json`; what is not in it is new.'],
  ],
  selftest: [
    ['Is', 'A known fault for each check and rule, planted in a scratch copy: what is missed cannot be relied on.'],
    ['Runs', '`trysquare gate selftest`; with --embedded only what comes with Trysquare.'],
  ],
  project: [['Is', 'Licence, authors, remote and team size; asked with the intake.']],
  report: [['Is', 'The formats of the report: markdown, html, json, text.']],
  git: [['Is', 'Whether it becomes a git repository with a first commit; yes, unless it is false.']],
  date: [['Is', 'The day that licence, changelog and records bear, as 2026-11-21; without it, the day of the run.']],
  features: [['Is', 'Stage 3: five gates, each NO unless it is answered.']],
  approvals: [
    ['Is', 'The decisions of a run without a terminal, recorded beforehand; what is not there stops the run.'],
    ['Keys', Object.keys(approvals).join(', ')],
    ['More', 'docs/answers-file.md says how long each holds; `trysquare decide` gives one at the command line.'],
  ],
  ...Object.fromEntries(Object.entries(approvals).map(([name, lines]) => [`approvals.${name}`, lines])),
  'intake.package_name': [
    ['Is', 'What is imported: a Python identifier in lower case, no keyword, no module of the standard library.'],
  ],
  'intake.repository_name': [['Is', 'The folder: letters, digits, dots, hyphens and underscores.']],
  'intake.python': [['Is', 'A PEP 440 specifier set such as ">=3.11"; a bare 3.12 means ==3.12.*.']],
  'intake.non_goals': [['Is', 'What it will not do; at least one. A boundary keeps a design small.']],
  ...vocabulary,
}

/** What is said of a word of the answers file, of the screens or of the documentation; undefined when it is none. */
export const wordNamed = (name: string): Told | undefined => {
  const wanted = name.toLowerCase()
  // `collisions` is `approvals.collisions` wherever it means nothing else.
  const key = [wanted, `approvals.${wanted}`].find(each => Object.hasOwn(words, each))
  return key === undefined ? undefined : words[key]
}

/** Every word that is explained. */
export const wordNames: readonly string[] = Object.keys(words)
