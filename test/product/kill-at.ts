// Loaded into a run by NODE_OPTIONS: the process kills itself, hard, at one event of its journal. `TSQ_KILL_AT` is the event's
// number and the moment, such as `12:torn`.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'

const [number = '', moment = ''] = (process.env['TSQ_KILL_AT'] ?? '').split(':')
const wanted = Number(number)
const { openSync, writeSync, fsyncSync, closeSync } = fs
const journals = new Set<number>()
let reached = false

const end = (): never => {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes from outside this thread: nothing more may be done until it does.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

const holds = (bytes: Uint8Array): boolean =>
  new RegExp(`^\\{"v":\\d+,"seq":${wanted},`, 'm').test(Buffer.from(bytes).toString())

fs.openSync = (path, flags, mode) => {
  const fd = openSync(path, flags, mode)
  if (String(path).endsWith('.jsonl')) journals.add(fd)
  return fd
}
fs.closeSync = fd => {
  journals.delete(fd)
  closeSync(fd)
}
fs.writeSync = ((fd: number, bytes: Uint8Array, offset: number, length: number): number => {
  if (!journals.has(fd) || !holds(bytes)) return writeSync(fd, bytes, offset, length)
  reached = true
  if (moment === 'before') end()
  if (moment === 'torn') {
    writeSync(fd, bytes, offset, Math.ceil(length / 2))
    end()
  }
  const written = writeSync(fd, bytes, offset, length)
  if (moment === 'written') end()
  return written
}) as typeof fs.writeSync
fs.fsyncSync = fd => {
  fsyncSync(fd)
  if (reached && journals.has(fd)) end()
}
syncBuiltinESMExports()
