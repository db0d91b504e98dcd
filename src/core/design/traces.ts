/**
 * What Trysquare itself writes below `.trysquare/`. Whatever else lies there is somebody else's: `eject` leaves it alone.
 */
const ours = [
  /^\.gitignore$/,
  /^answers\.yaml$/,
  /^project\.yaml$/,
  /^baseline\.json$/,
  /^runs\/[^/]+\.(?:jsonl|lock|lock-journal|holder)$/,
  /^runs\/[^/]+\.holder\.[0-9a-f]+$/,
  /^runs\/[^/]+\.torn-[^/]+$/,
  /^evidence\/[a-z]+(?:-[a-z]+)*-[0-9a-f]{20}\.json$/,
  /^workspace\/objects\/[0-9a-f]{64}$/,
  /^workspace\/evidence\/[a-z]+(?:-[a-z]+)*-[0-9a-f]{20}\.json$/,
  /^workspace\/tree\//,
]

/** Whether a file below `.trysquare/` is Trysquare's own, by its path there. */
export const isTrace = (path: string): boolean => ours.some(each => each.test(path))
