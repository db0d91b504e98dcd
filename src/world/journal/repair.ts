import { constants, fsyncSync } from 'node:fs'
import { dirname } from 'node:path'
import { cut, exists, flushFolder, withFile, writeAll } from './disk.ts'
import type { Loaded, Paths } from './load.ts'

const freeName = (wanted: string): string => {
  let name = wanted
  for (let count = 2; exists(name); count += 1) name = `${wanted}-${count}`
  return name
}

/**
 * Takes the rest of an append that never finished out of the journal. It is on the disk beside it before it is cut off,
 * so that nothing is ever thrown away unseen.
 */
export const repair = (
  paths: Paths,
  { verified, journalBytes }: Loaded,
): { readonly line: number; readonly keptAt: string } | undefined => {
  if (verified.tornLine === undefined) return undefined
  const keptAt = freeName(`${paths.base}.torn-${verified.head.seq + 1}`)
  withFile(keptAt, 'writing', constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, fd => {
    writeAll(fd, journalBytes.subarray(verified.end))
    fsyncSync(fd)
  })
  flushFolder(dirname(keptAt))
  cut(paths.journal, verified.end)
  return { line: verified.tornLine, keptAt }
}
