import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { loadAnswers } from '../src/app/answers.ts'
import { planOfRun } from '../src/app/planning.ts'
import { continueRun } from '../src/app/use-cases/continue-run.ts'
import { newProject } from '../src/app/use-cases/new-project.ts'
import { statusHere } from '../src/app/use-cases/status.ts'
import { sample, worldIn } from './place.ts'
import { type Section, shown } from './section.ts'

/**
 * A library of many components of one kind: every four tasks are one component with its tests. Each library has a word of its
 * own in every name: results are kept by content, and the small run must not find those of the run before it.
 */
const answersOf = (scratch: string, components: number, word: string): string => {
  const design = parse(readFileSync(sample('schema-guard'), 'utf8'), { schema: 'failsafe' }) as Record<string, unknown>
  const names = Array.from({ length: components }, (_, index) => `${word}_${String(index).padStart(4, '0')}`)
  const file = join(scratch, `${word}.yaml`)
  writeFileSync(
    file,
    stringify({
      ...design,
      components: names.map(name => ({
        name,
        kind: 'validator',
        does: `Checks the table ${name} against its schema.`,
      })),
    }),
  )
  return file
}

type Times = Readonly<Record<string, number>>

const measured = async (
  scratch: string,
  components: number,
  word: string,
): Promise<{ tasks: number; times: Times }> => {
  const times: Record<string, number> = {}
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    // Time of the processor, not of the wall: what else the machine does at that moment is not a task's cost.
    const since = process.cpuUsage()
    const value = await work()
    const { user, system } = process.cpuUsage(since)
    times[what] = (user + system) / 1000
    return value
  }
  const out = join(scratch, word)
  const answers = answersOf(scratch, components, word)
  const world = worldIn(scratch)
  const given = await timed('answers read and held against every rule', () => loadAnswers(world, answers, answers))
  const { state, needed } = await timed('the whole run, embedded: made, checked, placed, reported, committed', () =>
    newProject(world, { out, given, doer: 'builtin', embedded: true }),
  )
  if (needed !== undefined) throw needed
  // A copy: the plan of these very answers is at hand.
  await timed('the plan from the answers', () => planOfRun(world, { ...state, given: { ...state.given } }))
  const there = worldIn(scratch, out)
  await timed('`status`: journal proved and folded, every file compared', () => statusHere(there))
  await timed('`next` on the finished run', () => continueRun(there))
  return { tasks: state.plan.length, times }
}

/** What a task costs in a plan of thousands, against what it costs in a small one. */
export const many = async (scratch: string): Promise<Section> => {
  // The first run in a process pays for what is loaded once; it is no part of a task's cost.
  await measured(scratch, 7, 'early')
  const small = await measured(scratch, 7, 'small')
  const large = await measured(scratch, Number(process.env['TSQ_BENCH_COMPONENTS'] ?? 1245), 'large')
  const per = ({ tasks, times }: typeof small, what: string) => (times[what] ?? Number.NaN) / tasks
  return {
    title: 'Plans of thousands',
    words: `Cost per task in a plan of ${large.tasks} tasks against one of ${small.tasks}, in one process; processor time, so that what else the machine does does not count. It shall not be more than 1.2 × as much; a cost that is fixed for a run makes it less.`,
    head: ['work', `ms per task, ${small.tasks}`, `ms per task, ${large.tasks}`, 'ratio', `s in all, ${large.tasks}`],
    rows: Object.keys(small.times).map(what => [
      what,
      shown(per(small, what)),
      shown(per(large, what)),
      shown(per(large, what) / per(small, what)),
      shown((large.times[what] ?? Number.NaN) / 1000, 1),
    ]),
  }
}
