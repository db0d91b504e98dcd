/** Where something lies. */
export interface Place {
  readonly path: string
  readonly line: number
}

/** What a change does to those who use the project: breaks them, gives them more, or nothing that they could see. */
export type Effect = 'breaking' | 'additive' | 'internal'

/** What changed. */
export type ChangeKind =
  | 'object-removed'
  | 'object-added'
  | 'object-kind-changed'
  | 'export-removed'
  | 'parameter-removed'
  | 'parameter-renamed'
  | 'parameter-moved'
  | 'parameter-kind-changed'
  | 'parameter-added'
  | 'parameter-required'
  | 'parameter-optional'
  | 'parameter-default-changed'
  | 'parameter-type-changed'
  | 'return-type-changed'
  | 'async-changed'
  | 'binding-changed'
  | 'property-read-only'
  | 'base-removed'
  | 'attribute-type-changed'
  | 'attribute-value-changed'
  | 'implementation-changed'

/** One change, before it is known where it lies. */
export interface Said {
  readonly kind: ChangeKind
  readonly effect: Effect
  /** What happened, to be read behind the symbol: `lost its parameter "b"`. */
  readonly says: string
  /** What to do. */
  readonly fix: string
  /** It can be told from the text alone, or only as far as other code keeps to habits. */
  readonly confidence: 'high' | 'medium' | 'low'
}

/** One change between two states of a project. */
export interface ApiChange extends Said {
  /** The public name that is touched, the shortest where there are several. */
  readonly symbol: string
  readonly old?: Place
  /** Of what is gone: what was around it. */
  readonly new?: Place
}

/** A change that breaks whoever relies on it. */
export const breaking = (
  kind: ChangeKind,
  says: string,
  fix: string,
  confidence: Said['confidence'] = 'high',
): Said => ({ kind, effect: 'breaking', says, fix, confidence })

/** A change that gives more. */
export const additive = (kind: ChangeKind, says: string): Said => ({
  kind,
  effect: 'additive',
  says,
  fix: 'Say it in the changelog.',
  confidence: 'high',
})

/** A change that nobody outside can tell. */
export const internal = (kind: ChangeKind, says: string): Said => ({
  kind,
  effect: 'internal',
  says,
  fix: 'Nothing.',
  confidence: 'high',
})
