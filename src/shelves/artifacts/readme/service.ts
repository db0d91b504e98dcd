import { shellWord } from '../../../base/shell-word.ts'
import type { ManagerFacts, PlanFacts, Served } from '../../../core/design/world.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { inEnvironment, pathOf } from '../shared/plan.ts'

const empty = md``
const address = 'http://127.0.0.1:8000'

/** How a service is started and asked for the first time. */
export const serviceStart = (
  program: string,
  manager: Pick<ManagerFacts, 'run'>,
  plan: Pick<PlanFacts, 'files'>,
): readonly Escaped[] => [
  ...md.block('sh', inEnvironment(manager, program)),
  empty,
  md`In another terminal:`,
  empty,
  ...md.block('sh', `curl ${address}/ready`),
  empty,
  md`It answers ${md.code('{"status":"ok"}')} once it can work. ${md.code(`${address}/docs`)} shows the whole API and tries it.`,
  ...(pathOf(plan.files, 'compose') === undefined
    ? []
    : [empty, md`In a container, with its data in a volume:`, empty, ...md.block('sh', 'docker compose up --build')]),
]

const routes: readonly (readonly [operation: string, method: string, suffix: string, does: string])[] = [
  ['create', 'POST', '', 'Keeps a new one; its address is in the `Location` header.'],
  ['list', 'GET', '', 'Lists them by id; `limit` and `after` page through them.'],
  ['get', 'GET', '/{id}', 'Looks one up.'],
  ['update', 'PUT', '/{id}', 'Replaces everything that is said of one.'],
  ['delete', 'DELETE', '/{id}', 'Forgets one.'],
]

/** One thing kept over HTTP, as it is typed while the service runs. */
const firstOf = (served: readonly Served[]): readonly Escaped[] => {
  const first = served.find(each => each.operations.includes('create') && each.sample !== undefined)
  return first?.sample === undefined
    ? []
    : [
        md`While it runs, this keeps one:`,
        empty,
        ...md.block('sh', `curl --json ${shellWord(first.sample)} ${address}/v1/${first.address}`),
        empty,
      ]
}

/** What can be asked over HTTP, one line for each operation. */
export const apiLines = (served: readonly Served[]): readonly Escaped[] =>
  served.length === 0
    ? []
    : [
        md`### HTTP API`,
        empty,
        md`| Request | What it does |`,
        md`| --- | --- |`,
        ...served.flatMap(each =>
          routes
            .filter(([operation]) => each.operations.includes(operation))
            .map(
              ([, method, suffix, does]) =>
                md`| ${md.cellCode(`${method} /v1/${each.address}${suffix}`)} | ${md.lines([does])[0] ?? empty} |`,
            ),
        ),
        empty,
        ...firstOf(served),
        md`What goes wrong is answered as ${md.code('application/problem+json')}: what, and where in the request.`,
      ]
