/** Nobody writes a name that leads to another one so often, or a class so far from its root; a file may be made to. */
const deepest = 100

/** Guards a function that leads to itself: beyond a depth that no honest source has, it answers with what `instead` says. */
export const bounded = <A extends readonly unknown[], R>(
  work: (...args: A) => R,
  instead: (...args: A) => R,
): ((...args: A) => R) => {
  let depth = 0
  return (...args) => {
    if (depth >= deepest) return instead(...args)
    depth += 1
    try {
      return work(...args)
    } finally {
      depth -= 1
    }
  }
}
