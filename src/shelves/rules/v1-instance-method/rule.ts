import { modelRoots } from '../../../core/python/frameworks/pydantic.ts'
import { field } from '../../../core/python/nodes.ts'
import { type ClassFact, classFacts, descendantsOf } from '../../../core/python/project/classes.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { argument, positional } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const renamed: Readonly<Record<string, string>> = { dict: 'model_dump', json: 'model_dump_json', copy: 'model_copy' }

interface Use {
  readonly of: string
  readonly hit: RuleHit
}

interface Collected {
  readonly classes: readonly ClassFact[]
  readonly defines: readonly string[]
  readonly uses: readonly Use[]
}

const usesIn = (source: Source): readonly Use[] =>
  source.root.descendantsOfType('call').flatMap((call): readonly Use[] => {
    const called = call === null ? undefined : field(call, 'function')
    const name = called?.type === 'attribute' ? field(called, 'attribute') : undefined
    const by = name && renamed[name.text]
    if (call === null || called === undefined || name === undefined || by === undefined) return []
    if (positional(call).length > 0 || (name.text === 'copy' && argument(call, 'update') === undefined)) return []
    const of = source.instanceOf(field(called, 'object'))
    return of === undefined || of.startsWith('builtins.')
      ? []
      : [
          {
            of,
            hit: at(name, `\`${name.text}\` belongs to Pydantic 1; version 2 has \`${by}\`.`, {
              symbol: source.symbolAt(call) ?? '',
            }),
          },
        ]
  })

const collect = (source: Source): Collected | undefined => {
  const classes = classFacts(source)
  const uses = /\.(?:dict|json|copy)\(/.test(source.text) ? usesIn(source) : []
  if (classes.length === 0 && uses.length === 0) return undefined
  // A class that has a method of the name itself means that one.
  const defines = /def (?:dict|json|copy)\(/.test(source.text)
    ? source.root.descendantsOfType('function_definition').flatMap(each => {
        const owner = each === null ? undefined : source.classAround(each)
        const isOwn = each !== null && renamed[field(each, 'name')?.text ?? ''] !== undefined
        return owner !== undefined && isOwn ? [`${source.module ?? ''}.${field(owner, 'name')?.text ?? ''}`] : []
      })
    : []
  return { classes, defines, uses }
}

export default rule({
  id: 'v1-instance-method',
  pack: 'pydantic',
  allows: 'allow `.dict()` and `.json()` of models',
  what: 'A model is turned into a dictionary, a text or a copy with `.dict()`, `.json()` or `.copy(update=…)`.',
  why: 'The methods belong to Pydantic 1; version 2 warns at every call, and version 3 will not have them.',
  fix: 'Write `model_dump()`, `model_dump_json()` or `model_copy(update=…)`.',
  bad: 'from pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n\ndef show(user: User) -> str:\n    return user.json()\n',
  good: 'from pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n\ndef show(user: User) -> str:\n    return user.model_dump_json()\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'project',
    collect,
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      if (read.every(each => each.uses.length === 0)) return []
      const { canonical } = projectNames(files)
      const models = descendantsOf(
        read.flatMap(each => each.classes),
        canonical,
        name => modelRoots.has(name),
      )
      const own = new Set(read.flatMap(each => each.defines.map(canonical)))
      return read.flatMap(({ path, uses }) =>
        uses
          .map(({ of, hit }) => ({ name: canonical(of), hit }))
          .filter(({ name }) => models.has(name) && !own.has(name))
          .map(({ hit }) => ({ ...hit, path })),
      )
    },
  },
})
