import { KnownError } from '../base/errors/known-error.ts'
import type { World } from './world.ts'

/** More commands at once than any agent's quota or machine bears. */
const mostJobs = 64

/** A number of jobs, as somebody typed it; where it came from is told when it cannot be one. Refuses with TSQ-USAGE. */
export const jobsFrom = (typed: string, where: string): number => {
  const jobs = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  if (jobs < 1 || jobs > mostJobs)
    throw new KnownError('TSQ-USAGE', {
      problem: `${where} is "${typed}": it is how many commands may work at once, a whole number from 1 to ${mostJobs}`,
      help: 'trysquare --help',
    })
  return jobs
}

/** How many commands may work at once: what was set for this process, else TRYSQUARE_JOBS, else one. */
export const jobsOf = (world: Pick<World, 'host'>): number => {
  const set = world.host.env['TRYSQUARE_JOBS']
  return world.host.jobs ?? (set === undefined || set.trim() === '' ? 1 : jobsFrom(set, 'TRYSQUARE_JOBS'))
}

/** A day: a command that needs longer for one file is not at work any more. */
const mostMinutes = 1440

/** A number of minutes, as somebody typed it; parts of one are taken too. Refuses with TSQ-USAGE. */
export const minutesFrom = (typed: string, where: string): number => {
  const minutes = /^\d{1,4}(?:\.\d{1,3})?$/.test(typed.trim()) ? Number(typed) : 0
  if (minutes <= 0 || minutes > mostMinutes)
    throw new KnownError('TSQ-USAGE', {
      problem: `${where} is "${typed}": it is how many minutes a command may take for one file, more than 0 and at most ${mostMinutes}`,
      help: 'trysquare --help',
    })
  return minutes
}

/** How many minutes a command may take for one file: what was set for this process, else TRYSQUARE_MINUTES, else 15. */
export const minutesOf = (world: Pick<World, 'host'>): number => {
  const set = world.host.env['TRYSQUARE_MINUTES']
  return world.host.minutes ?? (set === undefined || set.trim() === '' ? 15 : minutesFrom(set, 'TRYSQUARE_MINUTES'))
}

/** Refuses at once what was set and cannot be meant, although it may take long until a command is at work. */
export const refuseMisset = (world: Pick<World, 'host'>): void => {
  jobsOf(world)
  minutesOf(world)
}
