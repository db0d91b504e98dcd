import { distributionName } from '../../core/design/answers/names.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import type { Decider } from '../../ports/decider.ts'
import { recordedDecider } from '../deciders/recorded.ts'
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
    const decider =
      request.decider ?? recordedDecider({ given: request.given, who: await whoIs(world), channel: 'answers-file' })
    const name = request.given.intake?.package_name
    const taken = request.embedded || name === undefined ? undefined : world.index.name(distributionName(name))
    const advanced = await advance(world, session, decider, { doer: request.doer })
    if (name !== undefined && (await taken) === 'taken')
      world.reporter.note(
        `The package index already has a "${distributionName(name)}": publishing needs another name, or must be yours.`,
      )
    return advanced
  } finally {
    await session.close()
  }
}
