import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../../base/repo-path.ts'
import { isTest } from '../review/tree.ts'
import { baseName, folderOf } from '../tree/path-parts.ts'
import type { DrawnTree } from '../world.ts'
import { testedRole } from './tested-role.ts'
import type { Candidate } from './units.ts'

/** A candidate with the path that it got. */
export interface Placed extends Candidate {
  readonly path: RepoPath
}
/** A file that a drawn tree lacks and a decision needs. */
export interface Addition {
  readonly path: RepoPath
  readonly reason: string
}
export interface Placement {
  readonly placed: readonly Placed[]
  readonly additions: readonly Addition[]
}

const at = (candidate: Candidate, path: RepoPath): Placed => ({ ...candidate, path })

const checkedPath = (candidate: Candidate): Placed | Refusal => {
  const path = repoPath(candidate.path)
  return isRefusal(path) ? path : at(candidate, path)
}

/** Two units on one path: a component was given the place of another file. */
const clash = (placed: readonly Placed[]): Refusal | undefined => {
  const taken = new Map<string, Placed>()
  for (const each of placed) {
    const other = taken.get(each.path.toLowerCase())
    if (other !== undefined) {
      return refusal('TSQ-COMPONENT', {
        path: each.component === undefined ? each.path : `component ${each.component}`,
        reason: `${other.role} and ${each.role} would both be ${each.path}.`,
        todo: 'Give the component another name or another path.',
      })
    }
    taken.set(each.path.toLowerCase(), each)
  }
  return undefined
}

const byTemplate = (all: readonly Candidate[]): Placement | Refusal => {
  const placed = all.filter(each => each.standing.template).map(checkedPath)
  const bad = placed.find(isRefusal)
  return bad ?? { placed: placed as readonly Placed[], additions: [] }
}

const isPython = (path: string): boolean => path.endsWith('.py')

/**
 * A drawn file is first the one whose very path it is, then of those that accept it the one that calls its file so, then the first;
 * each candidate is placed once.
 */
const claim = (
  all: readonly Candidate[],
  files: readonly RepoPath[],
): { readonly claims: Map<Candidate, RepoPath>; readonly unclaimed: readonly RepoPath[] } => {
  const claims = new Map<Candidate, RepoPath>()
  const exact = new Map(
    files.flatMap(file => all.filter(each => each.path === file).map(each => [file, each] as const)),
  )
  for (const [file, each] of exact) claims.set(each, file)
  /** The files that nobody takes, after the candidates that may have taken theirs. */
  const left = (some: readonly RepoPath[], may: (each: Candidate, file: RepoPath) => boolean): readonly RepoPath[] =>
    some.filter(file => {
      const taker = all.find(each => !claims.has(each) && each.accepts(file) && may(each, file))
      if (taker !== undefined) claims.set(taker, file)
      return taker === undefined
    })
  const others = left(
    files.filter(file => !exact.has(file)),
    (each, file) => baseName(each.path) === baseName(file),
  )
  return { claims, unclaimed: left(others, () => true) }
}

const byDrawing = (all: readonly Candidate[], files: readonly RepoPath[]): Placement | Refusal => {
  const { claims, unclaimed } = claim(all, files)
  const [stray] = unclaimed
  if (stray !== undefined) {
    return refusal('TSQ-TREE-MISFIT', {
      path: stray,
      reason: 'No part of the design makes it: neither a decision nor a component claims this file.',
      todo: isPython(stray)
        ? `Add a component with \`path: ${stray}\` (kind custom, if it is your own idea), or take the line out of the tree.`
        : 'Take the line out of the tree; you can add the file yourself afterwards.',
    })
  }
  const reasons = new Map<Candidate, string>()
  for (const each of all)
    if (!claims.has(each) && each.standing.needed !== undefined) reasons.set(each, each.standing.needed)
  for (const each of all) {
    // A component is in the design because a person put it there, drawn or not.
    if (!claims.has(each) && !reasons.has(each) && each.component !== undefined && each.role.endsWith('.source'))
      reasons.set(each, `it is the component ${each.component}`)
  }
  const isPlaced = (each: Candidate): boolean => claims.has(each) || reasons.has(each)
  // A Python file imports what it needs: whatever is missing follows, and what that needs in turn.
  const follow = (from: readonly Candidate[]): void => {
    const waiting = [...from]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!isPython(next.path)) continue
      for (const role of next.needs) {
        const wanted = all.find(each => each.role === role && isPython(each.path))
        if (wanted === undefined || isPlaced(wanted)) continue
        reasons.set(wanted, `${claims.get(next) ?? next.path} needs it`)
        waiting.push(wanted)
      }
    }
  }
  follow([...claims.keys(), ...reasons.keys()])
  const tests = all.filter(each => each.standing.template && isTest(each.path))
  /** Tests that only need what is there: they bring no module that nobody drew. */
  const bring = (some: readonly Candidate[], reason: string): void => {
    const lacking = new Set(
      all.filter(each => isPython(each.path) && !isPlaced(each) && !tests.includes(each)).map(each => each.role),
    )
    const wanted = some.filter(each => !each.needs.some(role => lacking.has(role)))
    for (const each of wanted) reasons.set(each, reason)
    follow(wanted)
  }
  // A tree that draws some of its tests means those; one that draws none has no place for what was decided.
  if (!files.some(isTest)) bring(tests, 'the design asks for tests, and the tree holds none')
  // Whoever drew tests drew them for what is drawn: a module that comes besides brings its own.
  for (const { role, path } of reasons.keys()) {
    const own = tests.filter(each => testedRole(each.role) === role && !isPlaced(each))
    bring(own, `${path} is added, and the design asks for tests`)
  }
  const isBeside = files.some(file => isTest(file) && file.startsWith('src/'))
  const lies = (each: Candidate): Candidate => {
    const tested = isBeside ? all.find(other => other.role === testedRole(each.role) && reasons.has(other)) : undefined
    return tested === undefined ? each : { ...each, path: `${folderOf(tested.path)}/${baseName(each.path)}` }
  }
  const added = [...reasons.keys()].map(each => checkedPath(lies(each)))
  const bad = added.find(isRefusal)
  if (bad !== undefined) return bad
  const additions = (added as readonly Placed[]).map(each => ({
    path: each.path,
    reason: reasons.get(all.find(other => other.role === each.role) ?? each) ?? '',
  }))
  // The shelves' order, whatever the order of the drawing.
  const placed = all.flatMap(each => {
    const drawn = claims.get(each)
    if (drawn !== undefined) return [at(each, drawn)]
    return (added as readonly Placed[]).filter(other => other.role === each.role)
  })
  return { placed, additions }
}

/** Gives every candidate its place: by the template, or in a drawn tree by the drawing, with what the decisions need added. */
export const place = (all: readonly Candidate[], tree: DrawnTree): Placement | Refusal => {
  const placement = tree.drawn ? byDrawing(all, tree.files) : byTemplate(all)
  if (isRefusal(placement)) return placement
  return clash(placement.placed) ?? placement
}
