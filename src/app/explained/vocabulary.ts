import type { Told } from './words.ts'

const is = (text: string): Told => [['Is', text]]

/** Words of the screens and of the documentation that are neither a question nor a unit. */
export const vocabulary: Readonly<Record<string, Told>> = {
  run: is('The way from an idea to a repository, kept as a journal: it goes on where it stopped, also after a kill.'),
  journal: is('The record of a run, one event a line, each chained to the one before. `trysquare verify` looks at it.'),
  stage: is('A part of a run: intake, architecture, structure, features, then the plan, the tasks and the gate.'),
  review: is('Points for a design, by rules that can be read: after the architecture and once more before the plan.'),
  proposal: is('The tree that follows from the answers, shown before it is approved.'),
  task: is('One file of the plan: made by a doer, checked, and accepted by a person or by a policy that one gave.'),
  doer: is('Who makes a file: builtin (templates), manual (you), or exec:COMMAND (an agent or any other program).'),
  'sub-prompt': is('Everything that somebody needs to make one file, in one text: `trysquare task prompt T-004`.'),
  finding: is('One thing that a check found, with its place, its rule and how it is mended.'),
  receipt: is('What a check measured on which bytes; a table is never written without one.'),
  waiting: is('A task that somebody has to make: `trysquare task prompt ID`, then `trysquare task submit ID`.'),
  deferred: is('A file that is left open, with a reason. The report lists it, and it can be delivered later.'),
  aborted: is('A file that is left out for good, with a reason.'),
  dismissed: is('A finding that somebody judged to be none, with a reason that the report shows.'),
  stale: is('A result or an accepted file that is about other bytes than those that lie there now; it counts no more.'),
  unseen: is('A review that was approved before anybody could see it; the report says so.'),
  embedded: is('Without Python and network: only what comes with Trysquare checks, and the rest is told as not run.'),
}
