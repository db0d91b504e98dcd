import { isInEarnest } from '../../../core/python/file-role.ts'
import { routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { ownNodes } from '../../../core/python/source/definitions.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const changers: ReadonlySet<string> = new Set([
  'append',
  'add',
  'extend',
  'insert',
  'pop',
  'remove',
  'clear',
  'update',
  'setdefault',
  'discard',
  'popitem',
])

const collections: ReadonlySet<string> = new Set([
  'builtins.dict',
  'builtins.list',
  'builtins.set',
  'collections.defaultdict',
  'collections.deque',
  'collections.OrderedDict',
])

/** A list, dictionary or set that the module itself holds. */
const isShared = (source: Source, name: SyntaxNode | undefined): boolean => {
  if (name?.type !== 'identifier') return false
  const found = bindingsAt(source, name.text, name.startIndex)
  if (found?.scope.kind !== 'module') return false
  return found.bindings.some(({ kind, value }) => {
    if (kind !== 'assignment' || value === undefined) return false
    if (/^(?:dictionary|list|set)(?:_comprehension)?$/.test(value.type)) return true
    return value.type === 'call' && collections.has(source.nameOf(field(value, 'function')) ?? '')
  })
}

const changed = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  if (node.type === 'call') {
    const called = field(node, 'function')
    const object = called?.type === 'attribute' ? field(called, 'object') : undefined
    return changers.has(called?.type === 'attribute' ? (field(called, 'attribute')?.text ?? '') : '') &&
      isShared(source, object)
      ? object
      : undefined
  }
  const target = node.type === 'delete_statement' ? parts(node)[0] : field(node, 'left')
  const object = target?.type === 'subscript' ? field(target, 'value') : undefined
  return isShared(source, object) ? object : undefined
}

export default rule({
  id: 'route-writes-global',
  pack: 'fastapi',
  allows: 'allow routes to change a variable of the module',
  what: 'A route changes a variable of its module: with `global`, or by putting something into a list or dictionary there.',
  why: 'Each worker process has its own, so that two requests of one user see different worlds; it grows until the process ends, and is lost then.',
  fix: 'Keep it in the database or a cache that all workers share, or, where one process is meant, in `app.state` behind a dependency.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\nseen = {}\n\n\n@app.post("/seen/{name}", status_code=204)\ndef mark(name: str) -> None:\n    seen[name] = True\n',
  good: 'from typing import Annotated\n\nfrom fastapi import Depends, FastAPI\n\napp = FastAPI()\n\n\n@app.post("/seen/{name}", status_code=204)\ndef mark(name: str, store: Annotated[Store, Depends(get_store)]) -> None:\n    store.add(name)\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['fastapi'],
    visit: {
      decorated_definition: (node, source) => {
        const [route] = routesOf(source, node)
        if (route === undefined) return undefined
        const own = ownNodes(source, route.handler, [
          'global_statement',
          'assignment',
          'augmented_assignment',
          'delete_statement',
          'call',
        ])
        const seen = new Set<string>()
        return own.flatMap((each): readonly RuleHit[] => {
          const names =
            each.type === 'global_statement' ? parts(each) : [changed(source, each)].filter(one => one !== undefined)
          return names
            .filter(({ text }) => !seen.has(text) && seen.add(text))
            .map(name => at(each, `\`${name.text}\` belongs to the module: each worker process has another one.`))
        })
      },
    },
  },
})
