import type { Topic } from './topics.ts'

/** A line of a file of the repository. */
export interface Place {
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** One thing that is so, with the line that proves it. There is no claim without a place. */
export interface Claim {
  readonly topic: Topic
  readonly value: string
  /** What it was read from: `[build-system] build-backend`. */
  readonly from: string
  readonly place: Place
}

/** Two places of the repository that cannot both be right, or that point in different directions. */
export interface Contradiction {
  readonly topic: Topic
  readonly said: string
  readonly places: readonly Place[]
}

/** What could not be told, and why. Nothing is guessed in its place. */
export interface Unknown {
  readonly topic: Topic
  readonly why: string
}

/** What one detector found. */
export interface Found {
  readonly claims: readonly Claim[]
  readonly contradictions?: readonly Contradiction[]
  readonly unknown?: readonly Unknown[]
}

/** A claim, in a line. */
export const claim = (topic: Topic, value: string, from: string, path: string, line = 1): Claim => ({
  topic,
  value,
  from,
  place: { path, line },
})

/** A place as people and editors write it. */
export const placeText = ({ path, line }: Place): string => `${path}:${line}`
