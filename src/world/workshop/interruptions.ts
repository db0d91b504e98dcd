/** Signals by which a person ends the program: what was begun is put right first. */
const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const waiting = new Set<() => void>()

const interrupted = (): void => {
  for (const stop of waiting) stop()
}

/** Calls `stop` when a person ends the program; answers how to no longer do so. One listener serves however many there are. */
export const onInterrupt = (stop: () => void): (() => void) => {
  if (waiting.size === 0) for (const signal of ends) process.on(signal, interrupted)
  waiting.add(stop)
  return () => {
    waiting.delete(stop)
    if (waiting.size === 0) for (const signal of ends) process.removeListener(signal, interrupted)
  }
}
