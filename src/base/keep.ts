/** Something that is worked out once for a key and kept; of many, the ones that were asked for last. */
export const keeping = <K, V>(most: number, make: (key: K) => V, drop: (value: V) => void = () => undefined) => {
  const kept = new Map<K, V>()
  return (key: K): V => {
    const known = kept.get(key)
    const value = known ?? make(key)
    if (known !== undefined) kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) {
      const [oldest] = kept
      if (oldest !== undefined) {
        kept.delete(oldest[0])
        drop(oldest[1])
      }
    }
    return value
  }
}
