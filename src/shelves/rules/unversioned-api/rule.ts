import { field } from '../../../core/python/nodes.ts'
import { argument, hidesArguments } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const version = /(?:^|[/_.-])v(?:ersion)?_?\d*(?:$|[/_.-])/i
/** What is asked for by machines of the operator, whatever the API's version. */
const unversioned =
  /health|metrics|status|ping|ready|live|well[-_]?known|docs|static|page|web|auth|login|internal|webhook/i

interface Collected {
  readonly includes: readonly RuleHit[]
  readonly versioned: boolean
}

const isApp = (source: Source, call: Parameters<Source['callee']>[0]): boolean =>
  /(?:^|\.)FastAPI\.include_router$/.test(source.callee(call) ?? '')

const collect = (source: Source): Collected | undefined => {
  if (!source.text.includes('fastapi') || source.isTest) return undefined
  const calls = source.root.descendantsOfType('call').filter(call => call !== null)
  const prefixes = calls.flatMap(call => {
    const prefix = argument(call, 'prefix') ?? argument(call, 'root_path')
    return prefix === undefined ? [] : [`${prefix.text.replaceAll(/["']/g, '')} ${source.constant(prefix) ?? ''}`]
  })
  const includes = calls
    .filter(
      call => isApp(source, call) && !hidesArguments(call) && !unversioned.test(field(call, 'arguments')?.text ?? ''),
    )
    .slice(0, 1)
    .map(call => at(call, 'No router of this application has a version in its prefix.'))
  return { includes, versioned: prefixes.some(each => each.split(' ').some(one => version.test(one))) }
}

export default rule({
  id: 'unversioned-api',
  pack: 'fastapi',
  allows: 'allow an API without a version in its paths',
  what: 'An application includes routers, and no prefix in the project has a version (`/api/v1`).',
  why: 'The first change that breaks clients has no place to go: the old paths cannot stay as they are beside the new ones.',
  fix: 'Include the routers under a prefix such as `/api/v1`.',
  bad: 'from fastapi import FastAPI\n\nfrom app.users import router\n\napp = FastAPI()\napp.include_router(router, prefix="/users")\n',
  good: 'from fastapi import FastAPI\n\nfrom app.users import router\n\napp = FastAPI()\napp.include_router(router, prefix="/api/v1/users")\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  look: {
    by: 'project',
    collect,
    judge: files => {
      const known = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      return known.some(each => each.versioned)
        ? []
        : known.flatMap(({ path, includes }) => includes.map(hit => ({ ...hit, path })))
    },
  },
})
