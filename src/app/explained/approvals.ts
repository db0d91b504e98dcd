import type { Approvals } from '../../core/design/answers/schema.ts'
import type { Told } from './words.ts'

const stage = (name: string, word: string): Told => [
  ['Is', `That the answers of the stage ${name} are taken as they are.`],
  ['Write', `${name}: ${word}`],
  ['Or', `\`trysquare decide ${name} ${word}\``],
]
const review = (checkpoint: 1 | 2, when: string): Told => [
  ['Is', `What follows from design review ${checkpoint}, which comes ${when}: proceed, revise or clarify.`],
  ['Write', `critic_${checkpoint}: proceed, or {decision: proceed, min_score: 20} to go on only with that many points`],
  ['Or', `\`trysquare decide critic_${checkpoint} proceed\`; \`trysquare critic\` shows the review`],
]

/** Each decision that an answers file can record, with the form that it has. */
export const approvals: Readonly<Record<keyof Approvals, Told>> = {
  intake: stage('intake', 'confirm'),
  architecture: stage('architecture', 'confirm'),
  critic_1: review(1, 'after the architecture'),
  structure: stage('structure', 'approve'),
  features: stage('features', 'confirm'),
  additions: [
    ['Is', 'That files which the decisions need and the tree lacks may be added to it.'],
    ['Write', 'additions: approve'],
    ['Or', '`trysquare decide additions approve`'],
  ],
  collisions: [
    ['Is', 'What becomes of each file of yours that the plan has too, in a folder that is not empty.'],
    ['Write', 'collisions: {README.md: keep, setup.py: replace}; {} says that the project may move in'],
    ['Or', '`trysquare decide collisions.README.md keep`, replace or merge; a replaced one is kept elsewhere'],
  ],
  fixes: [
    ['Is', 'Whether what is put right by rule (formatting, missing imports) needs to be asked.'],
    ['Write', 'fixes: formatting-and-imports, or ask'],
    ['Or', '`trysquare task fix T-004 --yes`, for one file'],
  ],
  critic_2: review(2, 'when tree and features are known'),
  plan: [
    ['Is', 'That the files of the plan are made; nothing is written before.'],
    ['Write', 'plan: approve, or {decision: approve, remove: {PATH: reason}, add: […], order: […]}'],
    ['Or', '`trysquare plan show`, then `trysquare plan approve`'],
  ],
  tasks: [
    ['Is', 'Whether every file whose checks all pass is accepted. It never covers one that fails.'],
    ['Write', 'tasks: accept-passing, or ask'],
    ['Or', '`trysquare decide tasks accept-passing`'],
  ],
  task_decisions: [
    ['Is', 'What is decided on single files of the plan, by their paths.'],
    ['Write', 'task_decisions: {docs/guide.md: defer}, or accept'],
    ['Or', '`trysquare task accept T-004`, `trysquare task defer T-004 --why "…"`'],
  ],
  dismissals: [
    ['Is', 'Findings that somebody judged to be none, each with its reason.'],
    ['Write', 'dismissals: [{task: PATH, rule: S105, why: "it is a sample"}]'],
    ['Or', '`trysquare task dismiss T-004 FINDING --why "…"`'],
  ],
}
