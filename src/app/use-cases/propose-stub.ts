import { join, resolve } from 'node:path'
import type { TaskId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { repoPath } from '../../base/repo-path.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { stubPrompt } from '../../core/documents/stub-prompt.ts'
import type { Limits } from '../../ports/workshop.ts'
import { stubProblem } from '../answers.ts'
import { doerNamed } from '../doers.ts'
import { asideFolder } from '../set-aside.ts'
import { refuseUnrunnable } from '../unrunnable.ts'
import type { World } from '../world.ts'

/** A stub is a page: what thinks of it needs minutes, and no more than a page of disk. */
const limits: Limits = { seconds: 300, output: 1_000_000, disk: 50_000_000, file: 20_000 }

/** The component that has none. */
export interface Wanting {
  readonly name: string
  readonly does: string
}

/** Where the project will lie: whatever a command changes there is put back. */
const folderOf = (world: World, given: Given): string =>
  resolve(world.host.cwd, given.intake?.repository_name ?? join(world.places.state, 'nowhere'))

/**
 * Has a doer propose the interface of a component. Nothing is taken for it: a person puts it into the design, or not. Refuses with
 * TSQ-DOER-DELIVERY what is no stub.
 */
export const proposeStub = async (
  world: World,
  given: Given,
  { name, does }: Wanting,
  doer: string,
  folder = folderOf(world, given),
): Promise<string> => {
  const named = await doerNamed(world, doer)
  const file = repoPath(`${name}.pyi`)
  if (isRefusal(file)) throw new KnownError('TSQ-PATH', { path: `${name}.pyi`, reason: 'it is no name of a file' })
  const refuse = (reason: string): never => {
    throw new KnownError('TSQ-DOER-DELIVERY', {
      task: `the interface of ${name}`,
      doer,
      reason,
      todo: 'Run the same command again, or write `interface: |` with its signatures into the answers yourself.',
    })
  }
  const prompt = stubPrompt({
    name,
    does,
    project: given.intake?.description ?? '',
    python: given.intake?.python ?? '>=3.11',
    errors: given.architecture?.errors ?? 'exceptions',
    concurrency: given.intake?.concurrency ?? 'sync',
  })
  const done = world.reporter.step(`${named.name} proposes the interface of ${name}`)
  const delivery = await named.unit.make({
    task: `stub-${name}` as TaskId,
    role: 'stub',
    path: file,
    prompt,
    attempt: 1,
    ...(named.argument !== undefined && { argument: named.argument }),
    work: async command => {
      const place = world.workshop.beside(folder, asideFolder(world))
      const worked = await place.work({ command, prompt, parts: [prompt], tree: new Map(), file, limits })
      refuseUnrunnable(named.name, [worked])
      return worked
    },
    render: undefined,
  })
  done()
  if (delivery.kind === 'failed' || delivery.kind === 'refused') return refuse(delivery.reason)
  if (delivery.kind === 'waiting') return refuse(delivery.how)
  const { grammar } = await world.embedded()
  const problem = stubProblem(grammar, delivery.text)
  return problem === undefined ? delivery.text : refuse(`What it proposed is no stub. ${problem}`)
}
