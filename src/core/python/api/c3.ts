/**
 * Merges the lines of a class's parents into the order in which Python looks members up (C3). Lines that contradict each other, for
 * which Python would refuse the class, are taken one after the other.
 */
export const linearised = <T>(lines: readonly (readonly T[])[], nameOf: (each: T) => string): readonly T[] => {
  const [only, ...others] = lines.filter(line => line.length > 0)
  if (only && others.every(line => line.every((each, at) => each === only[at]))) return only
  const open = lines.map(line => [...line])
  const merged: T[] = []
  for (;;) {
    const left = open.filter(line => line.length > 0)
    if (left.length === 0) return merged
    const isLater = (name: string) => left.some(line => line.slice(1).some(each => nameOf(each) === name))
    const next = (left.find(line => line[0] !== undefined && !isLater(nameOf(line[0]))) ?? left[0])?.[0]
    if (next === undefined) return merged
    merged.push(next)
    const name = nameOf(next)
    for (const line of open) {
      const at = line.findIndex(each => nameOf(each) === name)
      if (at >= 0) line.splice(at, 1)
    }
  }
}
