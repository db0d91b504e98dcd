import { join } from 'node:path'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import { fold } from '../../core/journal/fold.ts'
import type { Standing } from '../../core/journal/memory.ts'
import { applying } from '../../core/workflow/create/apply.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateCommand, CreateEvent, CreateState } from '../../core/workflow/create/types.ts'
import type { OpenJournal } from '../../ports/journal-store.ts'
import { tellUnfinished } from '../unfinished.ts'
import type { World } from '../world.ts'
import { forgetDraft, type RunPlace, settledPlace, targetOf } from './locate.ts'

/** A run that this process may change. */
export interface Session {
  readonly place: () => RunPlace
  readonly state: () => CreateState
  readonly events: () => readonly StoredEvent<CreateEvent>[]
  /**
   * Decides the commands one after the other and keeps all their events in one flush: all or nothing. A refusal is thrown as a
   * known error, and nothing is kept.
   */
  readonly transact: (commands: readonly CreateCommand[]) => Promise<CreateState>
  /** The same; answers the text that the journal grew by. */
  readonly record: (commands: readonly CreateCommand[]) => Promise<string>
  /** Moves a draft into its repository, journal first. */
  readonly settle: (target: string) => Promise<void>
  readonly close: () => Promise<void>
}

const folded = (events: readonly StoredEvent<CreateEvent>[]): CreateState =>
  fold(events, applying(create.initial), (run, event) => run.apply(event)).state()

/** The events that commands make, and the state they lead to. */
export const decideAll = (
  state: CreateState,
  commands: readonly CreateCommand[],
): { readonly events: readonly CreateEvent[]; readonly state: CreateState } => {
  const run = applying(state)
  const events = commands.flatMap(command => {
    const made = create.decide(run.state(), command)
    if (isRefusal(made)) return refuse(made)
    for (const event of made) run.apply(event)
    return made
  })
  return { events, state: run.state() }
}

/** Where a draft lies since another process moved it into its repository; undefined while it is a draft. */
const movedTo = async (world: World, place: RunPlace, repository?: string): Promise<RunPlace | undefined> => {
  const target = place.kind === 'draft' ? targetOf(place, repository) : undefined
  if (target === undefined) return undefined
  const settled = settledPlace(world, place, target)
  const there = (await world.files.names(settled.journal.folder)) ?? []
  return there.includes(`${place.journal.runId}.jsonl`) ? settled : undefined
}

const openJournal = async (world: World, place: RunPlace): Promise<OpenJournal<CreateEvent>> => {
  try {
    return await world.journal.open(place.journal)
  } catch (error) {
    // A draft that was found and is gone was moved in between: the holder is the one who moved it.
    if (place.kind === 'draft' && (await movedTo(world, place)) !== undefined)
      throw new KnownError('TSQ-RUN-LOCKED', { holder: 'another process', since: 'a moment ago' })
    throw error
  }
}

/** A repository's journal begins with its run; one without any event is not what was written there. */
const refuseEmpty = (place: RunPlace, events: readonly unknown[]): void => {
  if (place.kind === 'draft' || events.length > 0) return
  const file = join(place.journal.folder, `${place.journal.runId}.jsonl`)
  throw new KnownError('TSQ-JOURNAL-BROKEN', { file, line: 1, reason: 'it holds no event' }, { file, line: 1 })
}

/** Opens a run: takes its lock, proves its chain, folds its events. */
export const openSession = async (world: World, where: RunPlace): Promise<Session> => {
  let place = where
  let journal = await openJournal(world, place)
  if (journal.repaired !== undefined)
    world.reporter.note(
      `The journal ended in a torn line (${journal.repaired.line}); it was set aside at ${journal.repaired.keptAt}. Nothing acknowledged was lost.`,
    )
  try {
    refuseEmpty(place, journal.events)
  } catch (error) {
    await journal.close()
    throw error
  }
  let state = folded(journal.events)
  const moved = await movedTo(world, place, state.given.intake?.repository_name)
  if (moved !== undefined) {
    // The copy in the repository is the one that goes on; going on from here would write over it.
    await journal.close()
    return openSession(world, moved)
  }
  world.underway.where = () => ({ home: place.home, state })
  const record = async (commands: readonly CreateCommand[]): Promise<string> => {
    const decided = decideAll(state, commands)
    const text = decided.events.length > 0 ? await journal.append(journal.head.seq, decided.events) : ''
    state = decided.state
    return text
  }
  const session: Session = {
    place: () => place,
    state: () => state,
    events: () => journal.events,
    record,
    transact: async commands => {
      await record(commands)
      return state
    },
    settle: async target => {
      const settled = settledPlace(world, place, target)
      const text = await world.files.read(join(place.journal.folder, `${place.journal.runId}.jsonl`))
      const files = world.files.below(target)
      await files.write(join(target, '.trysquare', '.gitignore'), ignored)
      await files.write(join(settled.journal.folder, `${settled.journal.runId}.jsonl`), text ?? '')
      await journal.close()
      const draft = place
      place = settled
      journal = await world.journal.open(place.journal)
      // Only now: a crash in between leaves both, and the repository's copy is the one that is found.
      await forgetDraft(world, draft)
    },
    close: () => {
      world.underway.where = undefined
      return journal.close()
    },
  }
  try {
    await tellUnfinished(world, session)
  } catch (error) {
    await session.close()
    throw error
  }
  return session
}

/** What of `.trysquare/` stays out of version control: all but the journals and the receipts. */
const ignored = [
  '# Kept: runs/*.jsonl (what was decided) and evidence/ (what was measured).',
  'workspace/',
  'runs/*',
  '!runs/*.jsonl',
  '',
].join('\n')

/** A run as it was read, and how its history stands to what this machine remembers. */
export interface ReadRun {
  readonly state: CreateState
  readonly events: readonly StoredEvent<CreateEvent>[]
  readonly standing: Standing
  readonly tornLine: number | undefined
}

/** A run as it is, without its lock: for looking only. */
export const readRun = async (world: World, place: RunPlace): Promise<ReadRun> => {
  const { events, standing, tornLine } = await world.journal.read(place.journal)
  refuseEmpty(place, events)
  return { state: folded(events), events, standing, tornLine }
}
