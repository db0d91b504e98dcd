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
