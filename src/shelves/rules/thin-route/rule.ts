import { routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { field } from '../../../core/python/nodes.ts'
import { ownNodes } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const builders = /^(?:sqlalchemy(?:\.\w+)*|sqlmodel)\.(?:select|insert|update|delete|text)$/
const work =
  /^(?:sqlalchemy(?:\.\w+)*|sqlmodel(?:\.\w+)*)\.(?:Async)?(?:Session|Connection|Engine)\.(?:execute|exec|scalars?|query|add|add_all|delete|merge|commit|flush)$/

/** Where a project keeps what asks the database. */
const repositories = /(?:^|\/)(?:repositor(?:y|ies)|repos|dal|daos?)(?:\/|\.py$)|(?:^|\/)\w+_repository\.py$/

const whatOf = (source: Source, call: ReturnType<typeof ownNodes>[number]): string | undefined => {
  const called = source.callee(call)
  if (called === undefined) return undefined
  if (builders.test(called)) return `builds a query (\`${called.slice(called.lastIndexOf('.') + 1)}\`)`
  return work.test(called) ? `works on the database (\`${field(call, 'function')?.text ?? ''}\`)` : undefined
}

const collect = (source: Source): readonly RuleHit[] | undefined => {
  if (!source.text.includes('fastapi') || !/sqlalchemy|sqlmodel/.test(source.text) || source.isTest) return undefined
  const hits = source.root.descendantsOfType('decorated_definition').flatMap((node): readonly RuleHit[] => {
    const [route] = node === null ? [] : routesOf(source, node)
    if (route === undefined) return []
    for (const call of ownNodes(source, route.handler, ['call'])) {
      const what = whatOf(source, call)
      if (what !== undefined)
        return [
          at(
            call,
            `The route \`${field(route.handler, 'name')?.text ?? ''}\` ${what} itself, where this project has repositories for it.`,
            {
              symbol: source.symbolAt(call) ?? '',
            },
          ),
        ]
    }
    return []
  })
  return hits.length === 0 ? undefined : hits
}

export default rule({
  id: 'thin-route',
  pack: 'fastapi',
  allows: 'allow routes to work on the database themselves',
  what: 'A route builds a query, or adds and commits, in a project that has repositories for that.',
  why: 'What stands in a route can only be tested and used through HTTP, and the same query is soon written a second time, a little differently.',
  fix: 'Move the work to the repository, or to the service that uses it, and call that from the route.',
  bad: 'from fastapi import APIRouter\nfrom sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\n\nrouter = APIRouter()\n\n\n@router.get("/users")\nasync def users(session: AsyncSession) -> list[User]:\n    return (await session.scalars(select(User))).all()\n',
  good: 'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/users")\nasync def users(repository: Users) -> list[User]:\n    return await repository.all()\n',
  beside: { 'src/app/repositories/users.py': 'class Users:\n    pass\n' },
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'project',
    collect,
    judge: (files, { tree }) =>
      tree.some(path => repositories.test(path))
        ? files.flatMap(({ path, collected }) =>
            ((collected ?? []) as readonly RuleHit[]).map(hit => ({ ...hit, path })),
          )
        : [],
  },
})
