// `npm run demo`: a doer that lies is refused; then the honest run makes a real repository. `demo/` is made anew each time.
import { rm } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { loadAnswers } from '../src/app/answers.ts'
import { compose } from '../src/app/compose.ts'
import { newProject } from '../src/app/use-cases/new-project.ts'
import { contextOf } from '../src/doors/cli/context.ts'
import { exitCodes } from '../src/doors/cli/exit-codes.ts'
import { runBody } from '../src/doors/cli/run-body.ts'
import { showAdvanced } from '../src/doors/cli/show-advanced.ts'
import { careless } from './demo/careless.ts'
import { lie } from './demo/lie.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'demo')
const answers = join(root, 'test', 'designs', 'schema-guard.yaml')
const context = contextOf({ in: root })
const { print, out } = context
const since = performance.now()
const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`

const demonstrate = async (): Promise<number> => {
  await rm(folder, { recursive: true, force: true })
  print(out.bold('Trysquare demonstration'), 'demo/ is made anew each time.', '')

  print(out.bold('1  A doer that lies'), '')
  const world = compose(
    { cwd: root, env: process.env, home: homedir(), user: userInfo().username },
    context.world.reporter,
    { doers: [careless] },
  )
  const given = await loadAnswers(world, answers, 'test/designs/schema-guard.yaml')
  const { path, claim, measured, refused } = await lie(world, given, join(folder, 'lie'))
  print('', `The doer delivered ${path} and says: “${claim}”`, 'Trysquare measured it:', '', ...measured, '')
  if (!refused) {
    print(out.red('The lie was not refused: that is a bug.'))
    return exitCodes.bug
  }
  print(
    out.green(`Refused: ${path} is not in the repository, and the run waits for a person.`),
    out.dim(`${seconds()} so far`),
    '',
  )

  print(out.bold('2  The honest run'), '')
  const honest = await newProject(context.world, {
    out: join(folder, 'schema-guard'),
    given,
    doer: 'builtin',
    embedded: false,
  })
  const exit = await showAdvanced(context, honest)
  print('', out.dim(`The demonstration took ${seconds()}. Look around in demo/schema-guard.`))
  return exit
}

process.exitCode = await runBody(context, manifest.version, demonstrate)
