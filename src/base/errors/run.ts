import { shellWord } from '../shell-word.ts'
import { words } from './words.ts'

export const runErrors = {
  'TSQ-NEEDED': words<{ path: string; question: string; how: string }>({
    meaning: 'The run stops for an answer or a decision that only a person can give.',
    generally:
      'Give what the message names: `trysquare decide NAME DECISION`, or the key in the answers file and `trysquare next --answers FILE`, or answer in a terminal with `trysquare new`. `trysquare explain PATH` explains the question.',
    exit: 3,
    what: d => `${d.path} is needed: ${d.question}`,
    why: () => 'Nothing is assumed: what is not answered is asked.',
    todo: d => d.how,
  }),
  'TSQ-REVIEW-SCORE': words<{ path: string; score: number; wanted: number }>({
    meaning: 'The decision was given under the condition of a score that the review did not reach.',
    exit: 3,
    what: d => `${d.path}: the design scored ${d.score}, and the decision asked for at least ${d.wanted}`,
    why: () => 'A decision with a condition counts only when the condition is met.',
    todo: () => 'Revise the design (the review says what wins points back), or decide anew: `trysquare decide`.',
  }),
  'TSQ-REVIEW-BAND': words<{ path: string; score: number }>({
    meaning: 'The design scored under 10 of 25; "proceed" is refused.',
    exit: 3,
    what: d => `${d.path}: the design scored ${d.score} of 25, too little to proceed`,
    why: () => 'Below 10 the review found major problems; building on them wastes the work.',
    todo: () =>
      'Revise: `trysquare revise intake` or `trysquare revise architecture`; the review says what wins points back.',
  }),
  'TSQ-RUN-ORDER': words<{ at: string; asked: string; possible: readonly string[] }>({
    meaning: 'The command belongs to another stage of the run.',
    what: d => `"${d.asked}" is not possible at ${d.at}`,
    why: () => 'Stages run in order; there is no way to skip one.',
    todo: d =>
      d.possible.length > 0
        ? `Possible now: ${d.possible.join(', ')}. See \`trysquare next\`.`
        : 'See `trysquare next`.',
  }),
  'TSQ-MERGE-BYTES': words<{ path: string }>({
    meaning: 'A file that is no text was to be merged.',
    what: d => `${d.path} is not text in UTF-8 and cannot be merged`,
    why: () => 'Merging sets lines of both files one under the other, and bytes have no lines.',
    todo: d =>
      `\`trysquare decide collisions.${d.path} keep\` leaves yours as it is, unchecked; \`replace\` keeps it elsewhere and has the planned one made.`,
  }),
  'TSQ-MERGE-OPEN': words<{ file: string; line: number; submit: string }>({
    meaning: 'A merge was given in that still holds the mark of a conflict.',
    what: d => `${d.file} still holds the mark of a conflict, at line ${d.line}`,
    why: () => 'Both versions stand there, one under the other: which of them holds is for you to say.',
    todo: d => `Settle what differs there, take the marks away, and give it in again: \`${d.submit}\`.`,
  }),
  'TSQ-RUN-BEGUN': words<{ name: string; date: string; folder: string; idea: string }>({
    meaning: 'A new idea was given where a run of another one was begun.',
    what: d => `${d.name} was begun here on ${d.date}, and "${d.idea}" is another idea`,
    why: () => 'One folder holds one run; going on with the old one would drop what you just said.',
    todo: () => 'Go on with the run that is here: `trysquare next`. Or begin the new one elsewhere: --out FOLDER.',
  }),
  'TSQ-RUN-NONE': words<{ folder: string }>({
    meaning: 'There is no run here to speak of.',
    what: d => `no run in ${d.folder}`,
    why: () => 'The command works on a run that was begun with `trysquare new`.',
    todo: () => 'Go to the project’s folder, or begin: `trysquare new "a library that …"`.',
  }),
  'TSQ-ANSWERS-CHANGED': words<{ stage: string; path: string; folder: string }>({
    meaning: 'The answers file says something else than what was already confirmed.',
    what: d => `${d.path} differs from what was confirmed in ${d.stage}`,
    why: () => 'A confirmed stage changes only by being reopened, so that what depended on it is confirmed again.',
    todo: d =>
      `\`trysquare --in ${shellWord(d.folder)} revise ${d.stage}\`, then run the same command again; or restore the answer.`,
  }),
  'TSQ-PLAN-EDIT': words<{ path: string; reason: string; todo: string }>({
    meaning: 'The plan cannot be changed in this way: something would be missing, come too early, or be there twice.',
    generally: 'Do first what the message names; `trysquare plan show` prints the plan.',
    what: d => `${d.path}: the plan cannot be changed like that`,
    why: d => d.reason,
    todo: d => d.todo,
  }),
  'TSQ-PLAN-CYCLE': words<{ cycle: readonly string[] }>({
    meaning: 'Files of the plan need each other in a circle.',
    what: d => `the plan has a cycle: ${d.cycle.join(' → ')}`,
    why: () => 'Each file is made after the files it needs.',
    todo: () => 'Remove one of the needs.',
  }),
  'TSQ-NO-CHECKS': words<{ what: string }>({
    meaning: 'Nothing was checked. That is never a pass.',
    what: d => `${d.what}: there is nothing to check`,
    why: () => 'Zero checks prove nothing.',
    todo: () => 'Name a path that holds files, or a gate that holds checks.',
  }),
  'TSQ-CHECK-PATH': words<{ path: string; root: string }>({
    meaning: 'A path that was to be checked is not there, or holds no file.',
    what: d => `there is nothing to check at ${d.path}`,
    why: d => `It is neither a file nor a folder with files in the project ${d.root}.`,
    todo: () => 'Look how it is written; without a path the whole project is checked.',
  }),
  'TSQ-CONFIG': words<{ file: string; at: string; problem: string }>({
    meaning: 'A settings file cannot be used.',
    what: d => `${d.file}${d.at === '' ? '' : ` (${d.at})`} cannot be used`,
    why: d => `${d.problem}. A setting that is misread would silently not hold.`,
    todo: () => 'Mend the line, or take it out; `trysquare explain config` shows what can be set.',
  }),
  'TSQ-BASELINE': words<{ file: string; problem: string }>({
    meaning: 'The file of known findings cannot be read.',
    what: d => `${d.file} is no baseline`,
    why: d => `${d.problem}. Without it every known finding would look new, or a new one known.`,
    todo: () => 'Bring it back from git, or write it anew with `trysquare check --write-baseline`.',
  }),
  'TSQ-UNKNOWN-NAME': words<{ kind: string; name: string; nearest?: string; known: readonly string[] }>({
    meaning: 'There is nothing of that name.',
    what: d => `there is no ${d.kind} "${d.name}"`,
    why: d => `Known: ${d.known.join(', ')}.`,
    todo: d => (d.nearest ? `Did you mean ${d.nearest}?` : 'Choose one of them.'),
  }),
  'TSQ-USAGE': words<{ problem: string; help: string }>({
    meaning: 'The command line cannot be understood.',
    what: d => d.problem,
    why: () => 'An unknown word is never taken for something else.',
    todo: d => `See \`${d.help}\`.`,
  }),
} as const
