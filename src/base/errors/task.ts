import { words } from './words.ts'

/** Why the text of a delivery cannot be had, as far as it is known. */
const lost = {
  secret: 'A secret was found in it. Such a file is not kept, so that no key lies about.',
  changed: 'What lies where it was kept is another text now: something changed it since.',
  gone: 'Nothing lies where it was kept: something removed it since.',
  unread: 'Where it was kept, it is not there as it was delivered.',
} as const

export const taskErrors = {
  'TSQ-TASK-NOT-PASSING': words<{ task: string; failing: readonly string[] }>({
    meaning: 'The task’s file did not pass its validation.',
    what: d => `${d.task} does not pass: ${d.failing.join(', ')}`,
    why: () => 'Done is evidence, not a claim.',
    todo: d => `\`trysquare task show ${d.task}\` shows the findings; modify, regenerate or defer it.`,
  }),
  'TSQ-SEC-OPEN': words<{ task: string; findings: readonly string[] }>({
    meaning: 'A security finding is open; it cannot be accepted, only mended, or dismissed with a reason.',
    what: d => `${d.task} has open security findings: ${d.findings.join(', ')}`,
    why: () => 'A real security failure is never accepted.',
    todo: d => `Mend it, or dismiss it: \`trysquare task dismiss ${d.task} FINDING --why "…"\`.`,
  }),
  'TSQ-TASK-WAITS': words<{ task: string; needs: readonly string[] }>({
    meaning: 'The task waits for other files.',
    what: d => `${d.task} waits for ${d.needs.join(', ')}`,
    why: () => 'A file is accepted after the files it needs.',
    todo: () => 'Settle those first: `trysquare next`.',
  }),
  'TSQ-DOER-DELIVERY': words<{ task: string; doer: string; reason: string; todo?: string }>({
    meaning: 'A doer delivered something that cannot be taken.',
    generally:
      '`trysquare task run T-004` tries again, `trysquare task prompt T-004` shows what is asked; by hand: `trysquare task submit T-004`.',
    what: d => (d.doer === 'manual' ? `nothing was taken for ${d.task}` : `${d.doer} did not deliver ${d.task}`),
    why: d => d.reason,
    todo: d =>
      d.todo ??
      (d.doer === 'manual'
        ? `\`trysquare task prompt ${d.task}\` prints what to make and where; then \`trysquare task submit ${d.task}\`, or with \`--file FILE\` from elsewhere.`
        : `\`trysquare task run ${d.task}\` tries again; \`trysquare task prompt ${d.task}\` shows what is asked.`),
  }),
  'TSQ-TASK-FIXED': words<{ task: string; times: number }>({
    meaning: 'A delivery was mended by rule as often as it may be.',
    what: d => `${d.task} was fixed ${d.times} times already`,
    why: () => 'What formatting does not mend needs whoever made the file.',
    todo: d =>
      `Have it made again, or changed: \`trysquare task regenerate ${d.task}\`, \`trysquare task modify ${d.task}\`.`,
  }),
  'TSQ-TASK-AS-ACCEPTED': words<{ task: string; path: string }>({
    meaning: 'The file is the one that was accepted.',
    what: d => `${d.task} ${d.path} is as it was accepted`,
    why: () => 'Its verdict is about this very text, so there is nothing to check, to compare or to put right.',
    todo: d => `Change the file; then \`trysquare task submit ${d.task}\` has it checked, to be accepted again.`,
  }),
  'TSQ-TASK-UNFIXABLE': words<{ task: string }>({
    meaning: 'There is nothing in the file that could be mended by rule.',
    what: d => `nothing of ${d.task} can be put right by rule`,
    why: () =>
      'Slips of syntax, missing imports and formatting are mended by rule; everything else is for whoever made the file.',
    todo: d => `\`trysquare task show ${d.task}\` shows what is left; modify or regenerate it.`,
  }),
  'TSQ-INTERRUPTED': words<{ task: string }>({
    meaning: 'A doer was at work when the program was told to end.',
    what: d => `${d.task} was being made when the run was interrupted`,
    why: () => 'What was at work was ended and nothing of it was taken; what was brought before is kept.',
    todo: () => '`trysquare next` goes on from there.',
    exit: 130,
  }),
  'TSQ-DOER-START': words<{ doer: string; program: string; because: 'missing' | 'forbidden' }>({
    meaning: 'The command of a doer cannot be started: its program is not there, or may not be run.',
    what: d =>
      `${d.program} ${d.because === 'missing' ? 'is not a command here' : 'may not be run'}: ${d.doer} made nothing`,
    why: () =>
      'It would be the same for every file, so it was asked once. What was made before is kept, and no attempt was counted.',
    todo: d =>
      `${d.because === 'missing' ? 'Install it, or write its full path: commands start in a copy of the project' : 'Make it executable (`chmod +x`)'}; then \`trysquare next\`, with \`--doer\` for another one.`,
  }),
  'TSQ-DOER-DECIDES': words<{ folder: string }>({
    meaning: 'A deciding command was called by a doer, or by something that a doer started.',
    what: d => `in ${d.folder}: this process was started by a doer at work`,
    why: () => 'Whoever makes a file does not decide on it; that is for a person, or for what a person recorded.',
    todo: () => 'Deliver the file and end; the run decides and goes on by itself.',
  }),
  'TSQ-DELIVERY-LOST': words<{ task: string; because?: keyof typeof lost }>({
    meaning:
      'The text of a delivery is no longer kept: a secret was found in it, it was changed where it was kept, or the workspace was emptied.',
    what: d => `the text that was delivered for ${d.task} is not kept any more`,
    why: d => lost[d.because ?? 'unread'],
    todo: d => `Give it in again: \`trysquare task submit ${d.task}\`, with --file when it lies elsewhere.`,
  }),
  'TSQ-TEMPLATE': words<{ template: string; line: number; reason: string }>({
    meaning: 'A template of ours is faulty.',
    what: d => `${d.template}, line ${d.line}: ${d.reason}`,
    why: () => 'Templates are checked when they are rendered.',
    todo: () => 'Please report it.',
  }),
  'TSQ-TASK-REASON': words<{ task: string; doing: string }>({
    meaning: 'A decision that leaves something open needs a reason.',
    what: d => `${d.doing} ${d.task} needs a reason`,
    why: () => 'The report names every open item with its reason.',
    todo: () => 'Add --why "…".',
  }),
  'TSQ-TASK-ASK': words<{ task: string }>({
    meaning: 'A change was asked for without saying which.',
    what: d => `modifying ${d.task} needs the change that is wanted`,
    why: () => 'The next attempt is told what to change, and only that.',
    todo: () => 'Add --ask "…", or have it made anew: trysquare task regenerate.',
  }),
} as const
