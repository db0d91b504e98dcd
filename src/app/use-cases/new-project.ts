import { distributionName } from '../../core/design/answers/names.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import type { Decider } from '../../ports/decider.ts'
import { recordedDecider } from '../deciders/recorded.ts'
import { recordApprovals } from '../runs/approvals.ts'
import { beginRun } from '../runs/begin.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

/** What `new` was asked. */
export interface NewProject {
  readonly idea?: string | undefined
  readonly out?: string | undefined
  readonly given: Given
  readonly doer: string
  readonly embedded: boolean
  /** Who answers; without one, the answers themselves. */
  readonly decider?: Decider | undefined
}

/** Begins a run, or goes on with the one that was begun there. */
export const newProject = async (world: World, request: NewProject): Promise<Advanced> => {
  const session = await beginRun(world, request)
  try {
    noteFlags(world, session.state(), request)
    if (session.state().at === 'intake') await noteName(world, request)
    await recordApprovals(world, session, request.given)
    const decider =
      request.decider ??
      recordedDecider({ given: request.given, by: { who: await whoIs(world), channel: 'answers-file' } })
    return await advance(world, session, decider, { doer: request.doer })
  } finally {
    await session.close()
  }
}

/** A run keeps the tools with which it was begun; a flag that says otherwise now is not passed over in silence. */
const noteFlags = (world: World, state: CreateState, request: NewProject): void => {
  if (state.run === undefined || state.run.embedded === request.embedded) return
  world.reporter.note(
    state.run.embedded
      ? 'This run was begun with --embedded and goes on so; `trysquare gate run` uses the real tools.'
      : 'This run was begun without --embedded and goes on with the real tools.',
  )
}

/** Whether the package index already has the name; an index that does not answer is said to be unknown. */
const noteName = async (world: World, { given, embedded }: NewProject): Promise<void> => {
  const name = given.intake?.package_name
  if (name === undefined) return
  const distribution = distributionName(name)
  const answer = embedded ? 'unknown' : await world.index.name(distribution)
  if (answer === 'taken')
    world.reporter.note(
      `The package index already has a "${distribution}": publishing needs another name, or must be yours.`,
    )
  if (answer === 'unknown')
    world.reporter.note(
      `Whether the package index has a "${distribution}" is unknown: ${embedded ? '--embedded asks nobody' : 'it could not be reached'}.`,
    )
}
