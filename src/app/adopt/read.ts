import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { KnownError } from '../../base/errors/known-error.ts'
import { NestedTooDeeply } from '../../base/errors/nested-too-deeply.ts'
import { isSetting, type Readings } from '../../core/project/view.ts'
import { type SetupCall, setupCall } from '../../core/python/packaging/setup-py.ts'
import { type SourceFacts, sourceFacts } from '../../core/python/source-facts.ts'
import type { Oddity, Survey } from '../../ports/survey.ts'
import type { World } from '../world.ts'

/** More than this no project has, and no machine should be asked to look through for one. */
const mostFiles = 300_000

/** Source larger than this is generated, or data; settings larger than this nobody wrote. */
const largest = { python: 1_000_000, settings: 1_000_000 }

/** All settings together: a tree of thousands of them must not fill the memory. */
const mostSettings = 50_000_000

/** What was read of a folder, and what could not be. */
export interface Reading {
  readonly readings: Readings
  readonly survey: Survey
  /** The survey’s, and the files that are no text or are too large. */
  readonly oddities: readonly Oddity[]
}

const oddityOf = (error: unknown): Oddity['what'] | undefined => {
  if (error instanceof NestedTooDeeply) return 'not-python'
  if (!(error instanceof KnownError)) return undefined
  if (error.code === 'TSQ-FILE-ENCODING') return 'not-text'
  if (error.code === 'TSQ-FILE-TOO-LARGE') return 'too-large'
  // It was there a moment ago, or may not be opened.
  return 'unreadable'
}

/** Reads a folder of a stranger: the names in it, the texts of its settings, and its Python as syntax. Nothing of it is run. */
export const readFolder = async (world: World, folder: string): Promise<Reading> => {
  const looking = world.reporter.step('the files')
  const survey = await world.surveyor.survey(folder, mostFiles)
  looking(`${survey.paths.length}`)
  const { grammar } = await world.embedded()
  const files = world.files.below(folder)
  const texts = new Map<string, string>()
  const python = new Map<string, SourceFacts>()
  const setups = new Map<string, SetupCall>()
  const oddities = [...survey.oddities]
  let room = mostSettings
  const take = async (path: string): Promise<void> => {
    const isPython = path.endsWith('.py')
    if (!isPython && !isSetting(path)) return
    try {
      const text = await files.read(join(folder, path), isPython ? largest.python : Math.min(largest.settings, room))
      if (text === undefined) return
      if (!isPython) {
        room -= text.length
        texts.set(path, text)
        return
      }
      grammar.parsing(text, root => {
        python.set(path, sourceFacts(root, text))
        const call = /(?:^|\/)setup\.py$/.test(path) ? setupCall(root) : undefined
        if (call !== undefined) setups.set(path, call)
      })
    } catch (error) {
      const what = oddityOf(error)
      if (what === undefined) throw error
      oddities.push({ path, what })
    }
  }
  const reading = world.reporter.step('the sources')
  for (const [index, path] of survey.paths.entries()) {
    await take(path)
    // Whoever shows that something is done, or wants to end it, gets a turn.
    if (index % 100 === 99) await setImmediate()
  }
  reading(`${python.size} Python files`)
  return { readings: { paths: survey.paths, texts, python, setups }, survey, oddities }
}
