import type { RepoPath } from '../../../base/repo-path.ts'
import type { Artifact } from '../../../ports/artifact.ts'
import type { Backbone, ComponentFacts } from '../../../ports/backbone.ts'
import type { Contribution, Standing, UnitFile } from '../../../ports/unit-file.ts'
import { pascalName } from '../answers/names.ts'
import type { Component } from '../answers/types.ts'
import { isLongTerm } from '../purpose.ts'
import { read } from '../reading.ts'
import type { Early, Late } from '../world.ts'
import { mirrored } from './mirrored.ts'

/** A file that some unit would make, with its functions bound to exactly what the unit declared. */
export interface Candidate {
  /** `logging`, `validator.source`, or `subpackage-init:src/pkg/core`. */
  readonly role: string
  readonly unit: { readonly shelf: 'artifacts' | 'backbones'; readonly id: string; readonly version: number }
  readonly component?: string
  /** Of a unit that exists once for each of a list: which; otherwise empty. */
  readonly item: string
  readonly path: string
  readonly accepts: (path: RepoPath) => boolean
  readonly standing: Standing
  readonly purpose: string
  readonly effort: UnitFile<unknown, unknown, never, never>['effort']
  readonly needs: readonly string[]
  readonly from: readonly string[]
  readonly maker: 'template' | 'manager' | 'mind'
  readonly contribution: Contribution
  /** The declared early values: part of the file's key. */
  readonly early: unknown
  /** What a renderer receives once the whole plan is known. */
  readonly reading: (late: Late) => unknown
  readonly file: UnitFile<unknown, unknown, never, never>
  readonly reads: readonly string[]
  readonly collects: readonly string[]
}

type Loose = UnitFile<unknown, unknown, never, never>
type Ask<T> = ((from: never, item: string) => T) | undefined

/** Units are stored without the type of what they read; this is the one place that calls them again. */
const ask = <T>(question: Ask<T>, from: unknown, otherwise: T, item = ''): T =>
  question === undefined ? otherwise : (question as (from: unknown, item: string) => T)(from, item)

const standingOf = (file: Loose, from: unknown): Standing =>
  ask(file.standing as Ask<Standing>, from, { template: true })
const wordsOf = (file: Loose, from: unknown, item: string): string =>
  typeof file.purpose === 'string' ? file.purpose : ask(file.purpose as Ask<string>, from, '', item)

const candidate = (
  facts: Pick<Candidate, 'role' | 'unit' | 'component' | 'item' | 'path' | 'contribution' | 'needs' | 'from' | 'reads'>,
  file: Loose,
  world: unknown,
  collects: readonly string[],
): Candidate => {
  const early = read(world, facts.reads as readonly never[])
  const accepts = file.accepts
  return {
    ...facts,
    accepts: path => path === facts.path || (accepts?.(path, early) ?? false),
    standing: standingOf(file, early),
    purpose: wordsOf(file, early, facts.item),
    effort: file.effort,
    maker: (typeof file.maker === 'function' ? file.maker(facts.item) : file.maker) ?? 'template',
    early,
    collects,
    reading: late => ({ ...(early as object), ...(read(late, collects as readonly never[]) as object) }),
    file,
  }
}

const ofArtifact = (unit: Artifact, world: Early): readonly Candidate[] => {
  const reads = unit.reads as readonly string[]
  const collects = (unit.collects ?? []) as readonly string[]
  const early: unknown = read(world, unit.reads)
  if (!ask(unit.exists as Ask<boolean>, early, true)) return []
  const file = unit as unknown as Loose
  const facts = {
    unit: { shelf: 'artifacts' as const, id: unit.id, version: unit.version ?? 1 },
    contribution: ask(unit.contributes as Ask<Contribution>, early, {}),
    needs: unit.needs ?? [],
    from: unit.from ?? [],
    reads,
  }
  if (unit.each === undefined) {
    return [
      candidate(
        { ...facts, role: unit.id, item: '', path: ask(unit.path as Ask<string>, early, '') },
        file,
        world,
        collects,
      ),
    ]
  }
  return ask(unit.each as Ask<readonly string[]>, early, []).map(item =>
    candidate(
      { ...facts, role: `${unit.id}:${item}`, item, path: unit.eachPath?.(item) ?? item },
      file,
      world,
      collects,
    ),
  )
}

/** The facts of one component, as its backbone reads them. */
export const componentFacts = (component: Component): ComponentFacts => ({
  name: component.name,
  pascal: pascalName(component.name),
  does: component.does,
  path: component.path,
  options: component.options,
  interface: component.interface,
})

const ofBackbone = (unit: Backbone, component: Component, world: Early): readonly Candidate[] => {
  const whole = { ...world, component: componentFacts(component) }
  const early: unknown = read(whole, unit.reads)
  const own = new Set(unit.files.map(each => each.role as string))
  const named = (roles: readonly string[]) => roles.map(role => (own.has(role) ? `${component.name}.${role}` : role))
  return unit.files
    .filter(each => ask(each.when as Ask<boolean>, early, true))
    .map(each => {
      const file = each as unknown as Loose
      return candidate(
        {
          role: `${component.name}.${each.role}`,
          unit: { shelf: 'backbones', id: unit.id, version: unit.version ?? 1 },
          component: component.name,
          item: '',
          path: (each.role === 'source' ? component.path : undefined) ?? ask(each.path as Ask<string>, early, ''),
          contribution: each.role === 'source' ? ask(unit.contributes as Ask<Contribution>, early, {}) : {},
          needs: named(each.needs ?? []),
          from: named(each.from ?? []),
          reads: unit.reads,
        },
        file,
        whole,
        unit.collects ?? [],
      )
    })
}

/** Every file that the units would make for this design, artifacts first, in the shelves' own order. */
export const candidates = (
  artifacts: readonly Artifact[],
  backbones: readonly Backbone[],
  world: Early,
): readonly Candidate[] => {
  const all = [
    ...artifacts.flatMap(unit => ofArtifact(unit, world)),
    ...world.components.flatMap(component => {
      const unit = backbones.find(each => each.id === component.kind)
      return unit === undefined ? [] : ofBackbone(unit, component, world)
    }),
  ]
  return isLongTerm(world) ? mirrored(all, world) : all
}
