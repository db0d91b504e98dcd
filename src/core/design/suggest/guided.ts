import type { Given } from '../answers/schema.ts'
import type { Guided } from '../answers/types.ts'
import type { Suggestion } from '../suggest.ts'

/** How the purposes are reached from outside; a library only by being imported. */
const exposures: Readonly<Record<string, Suggestion>> = {
  'api-service': { value: 'api', why: 'a service is asked over HTTP' },
  'internal-service': { value: 'api', why: 'a service is asked over HTTP' },
  cli: { value: 'cli', why: 'it is a program for the terminal' },
}

/** What the guided builder’s six questions suggest, by what was answered before. */
export const suggestedGuided = ({ intake }: Given): Readonly<Record<keyof Guided, Suggestion>> => {
  const shown = intake?.purpose === 'library' || intake?.users?.includes('developers') === true
  return {
    components: { value: 'separate', why: 'each is found by its name' },
    exposure: exposures[intake?.purpose ?? ''] ?? { value: 'none', why: 'it is imported' },
    directories: { value: 'none', why: 'the design needs none' },
    examples: shown
      ? { value: 'yes', why: 'programmers read an example first' }
      : { value: 'no', why: 'nobody builds on its code' },
    tests: { value: 'separate', why: 'they are not shipped' },
    docs: { value: 'markdown', why: 'a site is one more thing to keep' },
  }
}
