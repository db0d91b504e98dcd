import { keptWords } from '../../../app/accepted.ts'
import { askedFirst } from '../../../app/asked-first.ts'
import { passes } from '../../../app/deciders/accept-passing.ts'
import { openFile } from '../../../app/open-file.ts'
import { decisionAt } from '../../../app/use-cases/decide.ts'
import { type Status, statusHere } from '../../../app/use-cases/status.ts'
import { wordsOf } from '../../../base/errors/known-error.ts'
import { shellWord } from '../../../base/shell-word.ts'
import { oneLine } from '../../../base/visible.ts'
import { taskOf } from '../../../core/workflow/create/apply.ts'
import type { CreateState, TaskOutline } from '../../../core/workflow/create/types.ts'
import { isSettled } from '../../../core/workflow/task/machine.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { gateWords } from '../gate-words.ts'
import { neededData } from '../print-error.ts'

type Running = Extract<Status, { readonly kind: 'run' }>

const began: Readonly<Record<Extract<Status, { kind: 'nothing' }>['holds'], readonly string[]>> = {
  nothing: [
    'No run here, and the folder is empty.',
    'Next   trysquare new "a library that …"      asks its way to a project',
    '       trysquare new --blank > answers.yaml   writes the questions down instead',
  ],
  files: [
    'No run here; the folder holds files.',
    'Next   trysquare new --out FOLDER "…"   begins a project in a folder of its own',
  ],
  python: [
    'No run here; the folder holds a Python project that Trysquare did not make.',
    'Next   trysquare adopt                  says what it is, each claim with its place; runs nothing of it',
    '       trysquare new --out FOLDER "…"   begins a new project beside it',
  ],
  adopted: [
    'No run here; the repository was adopted, and .trysquare/project.yaml says what it is.',
    'Next   trysquare adopt           looks again, and says what changed since',
    '       trysquare adopt --trust   measures what is red today; it runs the repository’s code',
  ],
}

/** How a person goes on with the file that is asked about. */
const fileNext = (state: CreateState, outline: TaskOutline): readonly string[] => {
  const { command } = openFile(state, outline)
  const own = taskOf(state, outline.id)
  if (own.at === 'review')
    return [command, `shows it; then ${passes(own) ? 'accept, ' : ''}modify, regenerate or defer it`]
  if (own.at !== 'waiting') return [command, 'goes on from there']
  // What is asked of the person is to merge, not to make: both versions wait in a file of their own.
  return state.collisions.some(each => each.path === outline.path && each.how === 'merge')
    ? [command, 'names the file in which both versions wait, and how to give it in']
    : [command, `says what to make; then \`trysquare task submit ${outline.id}\``]
}

const nextOf = (status: Running): readonly string[] => {
  const { effect, state } = status
  const [edited] = state.at === 'finished' ? status.changed.filter(each => !each.endsWith(' (gone)')) : []
  if (edited !== undefined)
    return [
      `trysquare task submit ${shellWord(edited)}`,
      'has the change checked, to be accepted; `trysquare gate run` measures without',
    ]
  if (effect === undefined)
    return status.gate === 'stale'
      ? ['trysquare gate run', 'measures the repository as it is now']
      : ['trysquare report', 'prints the report']
  if (effect.type === 'ask-answers')
    return ['trysquare next', `asks for ${effect.missing[0] ?? effect.stage} (or answer it in the answers file)`]
  if (effect.type === 'ask-task') {
    const first = askedFirst(state, effect)
    const outline = state.plan.find(each => each.id === first)
    return outline === undefined ? ['trysquare task list', 'shows what waits for what'] : fileNext(state, outline)
  }
  if (effect.type === 'ask-collisions') {
    const [first] = effect.files
    const decide = first === undefined ? 'collisions approve' : `collisions.${first} keep`
    return [
      'trysquare next',
      `shows what is in the way; then \`trysquare decide ${decide}\`${first === undefined ? '' : ' (replace, merge)'}`,
    ]
  }
  const what = decisionAt(effect)
  if (what === undefined) return ['trysquare next', 'goes on']
  const word =
    effect.type === 'ask-review'
      ? 'proceed'
      : what === 'structure' || what === 'additions' || what === 'plan'
        ? 'approve'
        : 'confirm'
  return ['trysquare next', `shows what is open; then \`trysquare decide ${what} ${word}\``]
}

/** A finished run whose gate is red, or looked at another tree, is not a finished project. */
const brokenGate = ({ gate, verdict, changed, unplanned }: Running): readonly string[] =>
  gate === 'failed' || (gate === 'stale' && changed.length === 0)
    ? [`Gate   ${gateWords(gate, verdict?.rows ?? [], unplanned)}`]
    : []

/** What a finished run left open: it is not as finished as its last stage sounds. */
const leftOpen = ({ state, verdict }: Running): readonly string[] => {
  if (state.at !== 'finished') return []
  const files = state.plan.flatMap(outline => {
    const { at } = taskOf(state, outline.id)
    if (at !== 'deferred' && at !== 'aborted') return []
    const { path, waits, command } = openFile(state, outline)
    const decided = state.collisions.some(each => each.path === path)
    return [decided ? `${path} ${waits}: ${command}` : `${path} is ${at === 'deferred' ? 'deferred' : 'left out'}`]
  })
  const checks = (verdict?.rows ?? []).filter(row => row.outcome === 'SKIPPED').map(row => `${row.title} did not run`)
  const all = [...files, ...checks]
  return all.length === 0 ? [] : [`Open   ${all.slice(0, 5).join('; ')}${all.length > 5 ? '; …' : ''}`]
}

/** How far the files are; while a design or its plan is open again, those that were made before, which lie there still. */
const settledWords = ({ plan, tasks, former }: CreateState): string => {
  if (former !== undefined) {
    const accepted = former.plan.filter(each => former.tasks[each.id]?.at === 'done').length
    return `, open again; of what was made before, ${accepted} of ${former.plan.length} files are accepted`
  }
  const settled = plan.filter(({ id }) => tasks[id] !== undefined && isSettled(tasks[id])).length
  return plan.length > 0 ? `, ${settled} of ${plan.length} files settled` : ''
}

const runLines = (context: Context, status: Running): readonly string[] => {
  const { state, target, place } = status
  const [command, does] = nextOf(status)
  return [
    `${context.out.bold(state.given.intake?.repository_name ?? 'a new project')}  ${target ?? 'no folder yet'}`,
    `At     ${state.at}${settledWords(state)}${place.kind === 'draft' ? ' (nothing is written into the folder yet)' : ''}`,
    ...(status.standing === 'older-than-remembered'
      ? ['Older  events that this machine wrote are missing from the history: `trysquare verify` says more']
      : []),
    ...(status.changed.length > 0
      ? [
          `Stale  changed since they were accepted: ${status.changed.slice(0, 5).join(', ')}${status.changed.length > 5 ? ' …' : ''}`,
        ]
      : []),
    ...(status.kept.length > 0 ? [`Yours  ${status.kept.join(', ')}: ${keptWords}`] : []),
    ...brokenGate(status),
    ...leftOpen(status),
    ...(status.needed === undefined ? [] : [`Waits  ${oneLine(wordsOf(status.needed.code).what(status.needed.data))}`]),
    `Next   ${command ?? ''}   ${does ?? ''}`,
  ]
}

/** Where one is and what comes next; also what the bare command says. */
export const status = async (context: Context, bare: boolean): Promise<number> => {
  const found = await statusHere(context.world)
  if (context.json) {
    context.print(
      JSON.stringify(
        found.kind === 'nothing'
          ? found
          : {
              kind: found.kind,
              target: found.target,
              at: found.state.at,
              pending: found.effect,
              changed: found.changed,
              kept: found.kept,
              ...(found.needed !== undefined && { needed: neededData(found.needed) }),
              gate: found.gate,
              files: found.state.plan.length,
              next: nextOf(found)[0],
            },
        null,
        2,
      ),
    )
    return exitCodes.fine
  }
  if (bare)
    context.print(
      `${context.out.bold('Trysquare')} ${context.world.version}   \`trysquare --help\` lists every command`,
      '',
    )
  context.print(...(found.kind === 'nothing' ? began[found.holds] : runLines(context, found)))
  return exitCodes.fine
}
