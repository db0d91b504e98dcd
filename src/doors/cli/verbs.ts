import type { Verb } from './command.ts'

/** Every verb, in the order of the help. A body is loaded only when its verb is called. */
export const verbs: readonly Verb[] = [
  {
    name: 'new',
    summary: 'Begin a project, or go on with the one begun in that folder.',
    example: 'trysquare new --out orders --answers answers.yaml',
    define: (command, run) =>
      void command
        .argument('[idea]', 'a sentence: "I want a library that …"')
        .option('--out <dir>', 'the folder of the new repository')
        .option('--answers <file>', 'a file that answers and decides; without it the terminal asks')
        .option('--blank', 'write a commented empty answers file to standard output, with what the idea suggests')
        .option('--doer <name>', 'who makes the files: builtin, manual or exec:<command>', 'builtin')
        .option('--embedded', 'use only what comes with Trysquare: no Python, no network')
        .action((idea, options) =>
          run(async context => (await import('./commands/new.ts')).newCommand(context, idea, options)),
        ),
  },
  {
    name: 'status',
    summary: 'Say where you are and what comes next.',
    example: 'trysquare status --json',
    define: (command, run) =>
      void command.action(() => run(async context => (await import('./commands/status.ts')).status(context, false))),
  },
  {
    name: 'next',
    summary: 'Go on with the run of this folder, as far as it needs nobody.',
    example: 'trysquare next',
    define: (command, run) =>
      void command
        .option('--answers <file>', 'read the answers file again: what was decided in it since counts')
        .action(options => run(async context => (await import('./commands/next.ts')).next(context, options.answers))),
  },
  {
    name: 'decide',
    summary: 'Give the decision that the run waits for.',
    example: 'trysquare decide critic_1 proceed --min-score 20',
    define: (command, run) =>
      void command
        .argument(
          '<what>',
          'intake, architecture, critic_1, structure, features, additions, critic_2, collisions, collisions.PATH, plan or tasks',
        )
        .argument(
          '<decision>',
          'confirm or approve (a stage, the plan); proceed, revise or clarify (a review); keep, replace or merge (a file in the way); accept-passing (tasks)',
        )
        .option('--min-score <n>', 'at a review: proceed only with at least this score')
        .option('--about <rule>', 'with clarify: the concern to explain')
        .option('--why <reason>', 'recorded with the decision')
        .action((what, decision, options) =>
          run(async context => (await import('./commands/decide.ts')).decide(context, what, decision, options)),
        ),
  },
  {
    name: 'revise',
    summary: 'Reopen a stage; it and what follows are confirmed again.',
    example: 'trysquare revise architecture --why "the reviewers asked for results"',
    define: (command, run) =>
      void command
        .argument('<stage>', 'intake, architecture, structure, features or plan')
        .option('--why <reason>', 'recorded with it')
        .action((stage, options) =>
          run(async context => (await import('./commands/revise.ts')).revise(context, stage, options.why)),
        ),
  },
  {
    name: 'critic',
    summary: 'Show the design review of a run or of an answers file, or explain one of its concerns.',
    example: 'trysquare critic --clarify versioning',
    define: (command, run) =>
      void command
        .option('--answers <file>', 'review the design of a file; nothing is begun')
        .option('--clarify <rule>', 'explain one concern in depth')
        .action(options => run(async context => (await import('./commands/critic.ts')).critic(context, options))),
  },
  {
    name: 'plan',
    summary: 'Show the plan, explain one of its files, change it, approve it.',
    example: 'trysquare plan explain T-004',
    define: (command, run) => {
      command
        .command('show')
        .summary('the tree and its tasks')
        .addHelpText('after', '\nExample:\n  trysquare plan show')
        .action(() => run(async context => (await import('./commands/plan.ts')).planShow(context)))
      command
        .command('explain')
        .summary('one task in detail')
        .argument('<task>', 'its id or its path')
        .addHelpText('after', '\nExample:\n  trysquare plan explain src/orders/order.py')
        .action(name => run(async context => (await import('./commands/plan.ts')).planExplain(context, name)))
      const edits = () => import('./commands/plan-edit.ts')
      command
        .command('edit')
        .summary('the whole plan in your editor, or from a file')
        .option('--file <path>', 'take it from there instead')
        .option('--print', 'print it as a file to edit, and change nothing')
        .addHelpText('after', '\nExample:\n  trysquare plan edit --print > plan.yaml')
        .action(options => run(async context => (await edits()).planEdit(context, options)))
      command
        .command('add')
        .summary(
          'a file of your own, for an agent or a person to make; a module comes with its test, also once all is made',
        )
        .argument('<path>', 'where it lies')
        .requiredOption('--purpose <sentence>', 'what it is for')
        .option('--interface <file>', 'a Python stub that it is held against')
        .option('--after <task>', 'the file that is made before it')
        .option('--no-test', 'a module of the package without a test of its own')
        .option('--why <reason>', 'recorded with it')
        .addHelpText(
          'after',
          '\nExample:\n  trysquare plan add src/orders/tax.py --purpose "What is added to a price."',
        )
        .action((path, options) => run(async context => (await edits()).planAdd(context, path, options)))
      command
        .command('remove')
        .summary('leave a file out')
        .argument('<task>', 'its id or its path')
        .requiredOption('--why <reason>', 'recorded with it')
        .addHelpText(
          'after',
          '\nExample:\n  trysquare plan remove CHANGELOG.md --why "releases are described elsewhere"',
        )
        .action((name, options) => run(async context => (await edits()).planRemove(context, name, options.why)))
      command
        .command('reorder')
        .summary('have a file made earlier or later; what it needs still comes first')
        .argument('<task>', 'its id or its path')
        .option('--before <task>', 'the file that it comes before')
        .option('--after <task>', 'the file that it comes after')
        .requiredOption('--why <reason>', 'recorded with it')
        .addHelpText(
          'after',
          '\nExample:\n  trysquare plan reorder LICENSE --before pyproject.toml --why "legal looks at it first"',
        )
        .action((name, options) => run(async context => (await edits()).planReorder(context, name, options)))
      command
        .command('approve')
        .summary('approve the plan, and have the files made')
        .option('--why <reason>', 'recorded with it')
        .addHelpText('after', '\nExample:\n  trysquare plan approve')
        .action(options =>
          run(async context =>
            (await import('./commands/decide.ts')).decide(context, 'plan', 'approve', { why: options.why }),
          ),
        )
    },
  },
  {
    name: 'task',
    summary: 'Look at one file of the plan, make it, decide on it.',
    example: 'trysquare task show T-004',
    define: (command, run) => {
      const load = () => import('./commands/task.ts')
      const sub = (name: string, summary: string, example: string) =>
        command
          .command(name)
          .summary(summary)
          .argument('<task>', 'its id or its path')
          .addHelpText('after', `\nExample:\n  trysquare task ${example}`)
      command
        .command('list')
        .summary('every task and where it is')
        .addHelpText('after', '\nExample:\n  trysquare task list')
        .action(() => run(async context => (await load()).list(context)))
      sub('show', 'its validation and its findings', 'show T-004')
        .option('--text', 'print the file too')
        .option('--diff', 'print how it differs from what it takes the place of, or from the attempt before')
        .action((name, options) => run(async context => (await load()).show(context, name, options)))
      sub('prompt', 'its sub-prompt, for an agent or a person', 'prompt T-004 --for copilot --budget 4000')
        .option('--for <agent>', 'how it is put: copilot (a comment block or a question) or generic', 'generic')
        .option('--budget <tokens>', 'the most that fits at once, estimated: a longer one comes in parts')
        .option('--part <n>', 'print that part alone')
        .action((name, options) => run(async context => (await load()).prompt(context, name, options)))
      sub('run', 'have a doer make it now', 'run T-004 --doer manual')
        .option('--doer <name>', 'builtin, manual or exec:<command>', 'builtin')
        .action((name, options) => run(async context => (await load()).make(context, name, options.doer)))
      sub('submit', 'give in the file that you put in place', 'submit T-004')
        .option('--file <path>', 'take it from there instead')
        .action((name, options) => run(async context => (await load()).submit(context, name, options.file)))
      sub('accept', 'accept it; failing checks must be acknowledged by name', 'accept T-004')
        .option('--acknowledge <checks>', 'comma-separated, such as style,types')
        .option('--why <reason>', 'recorded with it')
        .action((name, options) =>
          run(async context => (await load()).accept(context, name, options.acknowledge, options.why)),
        )
      sub('modify', 'ask for a change', 'modify T-004 --ask "raise KeyError for unknown rules"')
        .requiredOption('--ask <change>', 'what to change')
        .action((name, options) => run(async context => (await load()).modify(context, name, options.ask)))
      sub('fix', 'show what rules would put right (slips, imports, formatting); --yes takes it', 'fix T-004 --yes')
        .option('--yes', 'take it and check the file again')
        .action((name, options) => run(async context => (await load()).fix(context, name, options.yes === true)))
      sub('regenerate', 'have it made anew', 'regenerate T-004').action(name =>
        run(async context => (await load()).regenerate(context, name)),
      )
      sub('dismiss', 'judge one finding false', 'dismiss T-004 F-1a2b3c4d5e --why "a token type, not a secret"')
        .argument('<finding>', 'its id')
        .requiredOption('--why <reason>', 'the report says it')
        .action((name, finding, options) =>
          run(async context => (await load()).dismiss(context, name, finding, options.why)),
        )
      sub('defer', 'leave it open', 'defer T-004 --why "the team writes it"')
        .requiredOption('--why <reason>', 'the report says it')
        .action((name, options) => run(async context => (await load()).defer(context, name, options.why)))
      sub('abort', 'leave it out for good', 'abort T-004 --why "not needed after all"')
        .requiredOption('--why <reason>', 'the report says it')
        .action((name, options) => run(async context => (await load()).abort(context, name, options.why)))
    },
  },
  {
    name: 'check',
    summary: 'Look for what rules find in Python and other text: a fast linter.',
    example: 'trysquare check src --select async,fastapi',
    define: (command, run) =>
      void command
        .argument('[path...]', 'files and folders; without one, the whole project')
        .option('--select <names>', 'rules, packs, codes of Ruff or ALL, with commas between')
        .option('--ignore <names>', 'the same, left out')
        .option('--format <name>', 'text, json, sarif or github')
        .option('--fix', 'mend what can be mended safely')
        .option('--unsafe', 'with --fix: also what a person should look at afterwards')
        .option('--baseline <file>', 'known findings (.trysquare/rules-baseline.json)')
        .option('--no-baseline', 'tell known findings too')
        .option('--write-baseline', 'write all that is found down as known')
        .option('--statistics', 'how often each rule finds something')
        .option('--explain', 'with the page of each rule that finds something')
        .option('--zen', 'how the Zen of Python is kept, in percent, with each deduction')
        .option('--show-silenced', 'with what comments silence, and why')
        .option('--watch', 'again after each change')
        .option('--no-cache', 'look at every file anew')
        .action((paths, options) =>
          run(async context => (await import('./commands/check.ts')).check(context, paths, options)),
        ),
  },
  {
    name: 'gate',
    summary: 'Run every check on the repository as it lies there.',
    example: 'trysquare gate run',
    define: (command, run) => {
      command
        .command('run')
        .argument('[name]', 'a gate of .trysquare/config.yaml; without it, every check')
        .summary('all checks, with the real tools')
        .option('--fail-fast', 'stop at the first check that finds something')
        .option('--fresh', 'run again even what nothing changed for')
        .option('--embedded', 'only what comes with Trysquare')
        .option('--base <revision>', 'hold the public API against a branch, a tag or a commit too')
        .addHelpText('after', '\nExample:\n  trysquare gate run --fresh')
        .action((name, options) =>
          run(async context => (await import('./commands/gate.ts')).gate(context, name, options)),
        )
      command
        .command('selftest')
        .summary('plant a known fault for each check and rule, and see it caught')
        .option('--embedded', 'only what comes with Trysquare')
        .addHelpText('after', '\nExample:\n  trysquare gate selftest')
        .action(options => run(async context => (await import('./commands/selftest.ts')).selftest(context, options)))
    },
  },
  {
    name: 'adopt',
    summary: 'Read an existing repository, say what it is, and write that down; nothing of it is run.',
    example: 'trysquare --in ../orders adopt --correct manager=poetry --yes',
    define: (command, run) =>
      void command
        .option('--yes', 'what was found is right: write it down')
        .option(
          '--correct <topic=value...>',
          'what is right instead, such as manager=poetry; an empty value takes it back',
        )
        .option(
          '--trust',
          'the repository may be run: make its environment outside of it and write down what is red today',
        )
        .option('--anew', 'with --trust: whatever is red now is known from now on')
        .action(options => run(async context => (await import('./commands/adopt.ts')).adopt(context, options))),
  },
  {
    name: 'report',
    summary: 'Print the report of the run as it stands.',
    example: 'trysquare report --format json',
    define: (command, run) =>
      void command
        .option('--format <name>', 'markdown, html, json or text', 'text')
        .action(options =>
          run(async context => (await import('./commands/report.ts')).report(context, options.format)),
        ),
  },
  {
    name: 'verify',
    summary: 'Prove the history, and compare what was accepted with what lies there.',
    example: 'trysquare verify',
    define: (command, run) =>
      void command
        .argument('[list...]', 'with --claims: check lists; without one, every Markdown file')
        .option('--claims', 'hold what is marked as done (`- [x] …`) against files, symbols, tests and wiring')
        .option('--base <revision>', 'with --claims: what was ticked since then must have changed something')
        .action((lists, options) =>
          run(async context =>
            options.claims === true
              ? (await import('./commands/claims.ts')).claims(context, lists, options.base)
              : (await import('./commands/verify.ts')).verify(context),
          ),
        ),
  },
  {
    name: 'explain',
    summary: 'Explain an error code, a rule, a check, a question or an option.',
    example: 'trysquare explain architecture.errors',
    define: (command, run) =>
      void command
        .argument('[name]', 'without it: everything that can be explained')
        .action(name => run(async context => (await import('./commands/explain.ts')).explain(context, name))),
  },
  {
    name: 'eject',
    summary: 'Go on without Trysquare: remove its own traces, and nothing else.',
    example: 'trysquare eject --yes',
    define: (command, run) =>
      void command
        .option('--yes', 'do it; without it only what would go is shown')
        .action(options =>
          run(async context => (await import('./commands/eject.ts')).eject(context, options.yes === true)),
        ),
  },
  {
    name: 'schema',
    summary: 'Print a schema as JSON Schema.',
    example: 'trysquare schema answers',
    define: (command, run) =>
      void command
        .argument('<name>', 'answers or report')
        .action(name => run(async context => (await import('./commands/schema.ts')).schema(context, name))),
  },
  {
    name: 'doctor',
    summary: 'Say what is on this machine, and what is missing for what.',
    example: 'trysquare doctor',
    define: (command, run) =>
      void command.action(() => run(async context => (await import('./commands/doctor.ts')).doctor(context))),
  },
  {
    name: 'completion',
    summary: 'Print the script that completes commands, flags and values in bash, zsh or fish.',
    example: 'eval "$(trysquare completion bash)"',
    define: (command, run) =>
      void command
        .argument('<shell>', 'bash, zsh or fish')
        .action(shell => run(async context => (await import('./commands/completion.ts')).completion(context, shell))),
  },
  {
    name: 'complete',
    hidden: true,
    summary: 'Answer what may come next; the scripts of `completion` ask it.',
    example: 'trysquare complete -- task show ""',
    define: (command, run) =>
      void command
        .argument('[words...]', 'the words of the line, the unfinished one last')
        .action(words =>
          run(async context =>
            (await import('./commands/completion.ts')).complete(context, command.parent ?? command, words),
          ),
        ),
  },
]
