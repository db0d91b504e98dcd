declare const brand: unique symbol
/** A string that a parser of ours has vouched for; the tag exists only in the types. */
export type Branded<Tag extends string> = string & { readonly [brand]: Tag }

/** SHA-256 of some content, 64 lower-case hexadecimal digits. */
export type ContentHash = Branded<'ContentHash'>
/** The name of one task of a run: `T-001`. */
export type TaskId = Branded<'TaskId'>
/** The name of one run: the workflow, the date and six random characters. */
export type RunId = Branded<'RunId'>
