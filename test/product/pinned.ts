// Loaded into a run by NODE_OPTIONS: what differs from one run to the next is the same in all of them, so that the path of the
// journal is known beforehand and its bytes can be compared: the clock, the measured seconds, and the run's own random number.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const { randomBytes } = crypto
// Only the run's number has four bytes; names of unfinished files and nonces stay their own.
crypto.randomBytes = (size: number) => (size === 4 ? Buffer.from('5eed5eed', 'hex') : randomBytes(size))
syncBuiltinESMExports()

const now = new Date('2026-11-21T10:11:12.000Z').getTime()
globalThis.Date = new Proxy(Date, {
  construct: (target, args: []) => (args.length === 0 ? new target(now) : new target(...args)),
})
performance.now = () => 0
