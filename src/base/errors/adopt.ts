import { words } from './words.ts'

export const adoptErrors = {
  'TSQ-ADOPT-TOO-MANY': words<{ folder: string; most: number }>({
    meaning: 'The folder to adopt holds more files than Trysquare looks through.',
    what: d => `${d.folder} holds more than ${d.most} files and folders`,
    why: () =>
      'What is learned of a part could be wrong for the whole; and no project of this size is adopted in one go.',
    todo: () =>
      'If most of them are data or builds, name them in .gitignore and run it again; or adopt one project of it: `trysquare --in FOLDER adopt`.',
  }),
  'TSQ-ADOPT-NOT-PYTHON': words<{ folder: string; because: string }>({
    meaning: 'The folder to adopt is no Python project.',
    what: d => `${d.folder} is no Python project: ${d.because}`,
    why: () => 'Every phase, check and gate works on Python packages; here they would have nothing to hold on to.',
    todo: () =>
      'If a project lies in a folder below, adopt that: `trysquare --in FOLDER adopt`. To begin one: `trysquare new "a library that …"`.',
  }),
  'TSQ-ADOPT-NOTEBOOKS': words<{ folder: string; because: string }>({
    meaning: 'The folder to adopt holds notebooks.',
    what: d => `${d.folder} holds notebooks: ${d.because}`,
    why: () =>
      'A notebook has no modules that could be imported, tested or typed by themselves, so no gate could speak of it.',
    todo: () =>
      'Move what is worth keeping into a package of its own (`trysquare new --out FOLDER "…"`), and let the notebooks import it.',
  }),
  'TSQ-ADOPT-SCRIPTS': words<{ folder: string; because: string }>({
    meaning: 'The folder to adopt holds single scripts.',
    what: d => `${d.folder} holds one-off scripts: ${d.because}`,
    why: () => 'Layers, gates and evidence cost more than such a script is worth.',
    todo: () =>
      'Where a script has come to matter, begin a program for it: `trysquare new --out FOLDER "a command-line tool that …"`. Where this is a project, a pyproject.toml says so.',
  }),
  'TSQ-ADOPT-EMPTY': words<{ folder: string; because: string }>({
    meaning: 'The folder to adopt is empty, or holds nothing but what git ignores.',
    what: d => `there is nothing to adopt in ${d.folder}: ${d.because}`,
    why: () => 'Adopting reads what a repository holds.',
    todo: () => 'Begin a project: `trysquare new "a library that …"`.',
  }),
  'TSQ-ADOPT-OWN': words<{ folder: string; at: string }>({
    meaning: 'The folder to adopt holds a run that Trysquare began itself.',
    what: d => `${d.folder} was begun with \`trysquare new\` and is at ${d.at}`,
    why: () =>
      'Its design, its plan and its evidence are known already; what could be read off the files would only be a weaker copy.',
    todo: () =>
      'See where it is: `trysquare status`. To go on without that run, and adopt what it made: `trysquare eject`.',
  }),
  'TSQ-ADOPT-ENVIRONMENT': words<{ command: string; detail: string; folder: string }>({
    meaning: 'The environment of an adopted repository could not be made, so its own tools were not run.',
    what: d => `\`${d.command}\` failed`,
    why: d => d.detail,
    todo: d =>
      `What was learned is written down; what is red is not known yet. Mend the cause, which may be the network, and run \`trysquare adopt --trust\` again. What was made so far lies in ${d.folder}.`,
  }),
  'TSQ-ADOPT-NO-TOOLS': words<{ folder: string }>({
    meaning: 'A repository has none of the tools whose state an adoption measures.',
    what: d => `${d.folder} sets up none of Ruff, mypy and pytest`,
    why: () => 'Zero checks are no state: that nothing is red would say nothing.',
    todo: () =>
      'What was learned is written down. Set one of them up (`trysquare adopt` names what is missing), then run it again.',
  }),
  'TSQ-ADOPT-CORRECTION': words<{ problem: string; topics: readonly string[] }>({
    meaning: 'A correction of what was found could not be understood.',
    what: d => d.problem,
    why: () => 'A correction names what it corrects and what is right, so that it holds on every later look.',
    todo: d => `Write TOPIC=VALUE, as in --correct manager=poetry. Topics: ${d.topics.join(', ')}.`,
    generally:
      'Write TOPIC=VALUE, as in `trysquare adopt --correct manager=poetry`; `trysquare adopt` shows the topics.',
  }),
  'TSQ-ADOPT-RECORD': words<{ path: string; problem: string }>({
    meaning: 'The record of an adoption (.trysquare/project.yaml) is not what Trysquare wrote.',
    what: d => `${d.path} cannot be read: ${d.problem}`,
    why: () => 'A person’s corrections stand in it, and writing it anew would lose them.',
    todo: d =>
      `Mend that line, or take the corrections out of it and remove ${d.path}; then \`trysquare adopt\` again.`,
  }),
} as const
