import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { CreateEvent } from '../core/workflow/create/types.ts'
import type { Doer } from '../ports/doer.ts'
import type { Host } from '../ports/host.ts'
import type { Processes } from '../ports/processes.ts'
import { type Entry, loadAll } from '../ports/registry.ts'
import type { Reporter } from '../ports/reporter.ts'
import type { Workshop } from '../ports/workshop.ts'
import { artifacts } from '../shelves/artifacts/registry.ts'
import { backbones } from '../shelves/backbones/registry.ts'
import { checks } from '../shelves/checks/registry.ts'
import { critics } from '../shelves/critics/registry.ts'
import { doers } from '../shelves/doers/registry.ts'
import { managers } from '../shelves/managers/registry.ts'
import { practices } from '../shelves/practices/registry.ts'
import { reports } from '../shelves/reports/registry.ts'
import { rules } from '../shelves/rules/registry.ts'
import { tools } from '../shelves/tools/registry.ts'
import { sourceMark } from '../world/engine.ts'
import { realEnvironments } from '../world/env/environments.ts'
import { realFiles } from '../world/files.ts'
import { realHistory } from '../world/git/files-at.ts'
import { realGit } from '../world/git.ts'
import { journalStore } from '../world/journal/store.ts'
import { keptIn } from '../world/kept.ts'
import { realPackageIndex } from '../world/package-index.ts'
import { placesOf } from '../world/places.ts'
import { realProcesses } from '../world/processes.ts'
import { programsOutside } from '../world/programs-outside.ts'
import { realSurveyor } from '../world/survey/survey.ts'
import { realThreads } from '../world/threads.ts'
import { realWatch } from '../world/watch.ts'
import { realWorkshop } from '../world/workshop/workshop.ts'
import { type Underway, vocabulary, type World } from './world.ts'

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

const shelf = <Unit>(entries: readonly Entry<Unit>[]) => once(() => loadAll(entries))

/** The workshop, with its being at work told to whoever ends the process. */
const announced = (workshop: Workshop, underway: Underway): Workshop => ({
  ...workshop,
  beside: (repository, setAside, mark) => {
    const place = workshop.beside(repository, setAside, mark)
    return {
      ...place,
      work: async order => {
        underway.commands += 1
        try {
          return await place.work(order)
        } finally {
          underway.commands -= 1
        }
      },
    }
  },
})

/** What whoever embeds Trysquare may bring along. */
export interface Extras {
  readonly doers?: readonly Doer[]
  /** In place of the real ones: to measure or to watch what is run. */
  readonly processes?: Processes
}

/** The real world with the real shelves: the only place that wires them. */
export const compose = (host: Host, reporter: Reporter, extras: Extras = {}): World => {
  const places = placesOf(host.env)
  const processes = extras.processes ?? programsOutside(realProcesses, host)
  const underway: Underway = { commands: 0 }
  const clock = { now: () => new Date() }
  return {
    version: manifest.version,
    host,
    reporter,
    underway,
    places,
    files: realFiles,
    processes,
    threads: realThreads,
    lens: async setup => (await import('./compose-lens.ts')).lensOf(setup, 'short'),
    watch: realWatch,
    kept: name =>
      keptIn(join(places.cache, `${name}.sqlite`), reason =>
        reporter.note(`Nothing is kept for the next time: ${reason}`),
      ),
    engine: once(async () =>
      sourceMark(new URL('..', import.meta.url), { version: manifest.version, tools: manifest.dependencies }),
    ),
    workshop: announced(realWorkshop(realFiles), underway),
    clock,
    journal: journalStore<CreateEvent>({ clock, vocabulary, patience: { milliseconds: 300 } }),
    environments: realEnvironments({
      processes,
      files: realFiles,
      cache: places.cache,
      uvVersion: manifest.config.uv,
      env: host.env,
    }),
    git: realGit(processes, realFiles),
    surveyor: realSurveyor(realFiles),
    history: realHistory(processes),
    index: realPackageIndex(host.env),
    embedded: once(async () => {
      const [{ loadGrammar }, { loadRuff }, { secretScanner }] = await Promise.all([
        import('../world/grammar/tree-sitter.ts'),
        import('../world/grammar/ruff.ts'),
        import('../world/secrets.ts'),
      ])
      const [grammar, ruff] = await Promise.all([loadGrammar(), loadRuff()])
      return { grammar, ruff, secrets: secretScanner(), rules: await loadAll(rules) }
    }),
    shelves: {
      artifacts: shelf(artifacts),
      backbones: shelf(backbones),
      critics: shelf(critics),
      checks: once(async () => [...(await loadAll(checks))].toSorted((a, b) => a.order - b.order)),
      rules: shelf(rules),
      managers: shelf(managers),
      tools: shelf(tools),
      practices: once(async () => [...(await loadAll(practices))].toSorted((a, b) => a.order - b.order)),
      doers: once(async () => [...(await loadAll(doers)), ...(extras.doers ?? [])]),
      reports: shelf(reports),
    },
    beside: async path => readFileSync(new URL(`../shelves/${path}`, import.meta.url), 'utf8'),
  }
}
