import { taskDecorator } from '../../../core/python/frameworks/celery.ts'
import { field } from '../../../core/python/nodes.ts'
import { type ClassFact, classFacts, descendantsOf } from '../../../core/python/project/classes.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const roots =
  /^(?:django\.db\.models(?:\.\w+)*\.Model|sqlalchemy\.orm(?:\.\w+)*\.DeclarativeBase|sqlmodel\.SQLModel|flask_sqlalchemy\.SQLAlchemy\.Model)$/
const never =
  /^(?:sqlalchemy(?:\.\w+)*\.(?:Async)?(?:Session|Engine|Connection)|(?:fastapi|starlette\.requests|django\.http|flask)\.Request|django\.http\.HttpRequest|logging\.Logger|(?:io\.\w+IO))$/

interface Taken {
  readonly kind: string
  readonly hit: RuleHit
}

interface Collected {
  readonly classes: readonly ClassFact[]
  readonly taken: readonly Taken[]
}

const takenIn = (source: Source): readonly Taken[] =>
  source.root.descendantsOfType('function_definition').flatMap(node => {
    if (node?.parent?.type !== 'decorated_definition' || taskDecorator(source, node) === undefined) return []
    return parametersOf(node).flatMap(({ name, annotation, node: parameter }): readonly Taken[] => {
      const own = parameter.descendantsOfType('identifier')[0] ?? undefined
      const kind = annotation === undefined ? undefined : source.instanceOf(own)
      return kind === undefined
        ? []
        : [
            {
              kind,
              hit: at(
                parameter,
                `\`${name}\` of the task \`${field(node, 'name')?.text ?? ''}\` is an object that lives in one process: hand over its id.`,
                {
                  symbol: field(node, 'name')?.text ?? '',
                },
              ),
            },
          ]
    })
  })

export default rule({
  id: 'task-argument',
  pack: 'celery',
  allows: 'allow objects of a database as arguments of tasks',
  what: 'A task takes an object of a database, a session or a request.',
  why: 'Arguments are sent to another process as JSON, which cannot say them. Where it can, the worker gets a copy that may be old by then.',
  fix: 'Take the id, and load the object in the task.',
  bad: 'from celery import shared_task\nfrom sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass User(Base):\n    pass\n\n\n@shared_task\ndef greet(user: User) -> None:\n    send(user)\n',
  good: 'from celery import shared_task\n\n\n@shared_task\ndef greet(user_id: int) -> None:\n    send(load(user_id))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'project',
    collect: (source): Collected | undefined => {
      const taken = source.text.includes('celery') ? takenIn(source) : []
      const classes = classFacts(source)
      return taken.length + classes.length === 0 ? undefined : { classes, taken }
    },
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      if (read.every(each => each.taken.length === 0)) return []
      const { canonical } = projectNames(files)
      const stored = descendantsOf(
        read.flatMap(each => each.classes),
        canonical,
        name => roots.test(name),
      )
      return read.flatMap(({ path, taken }) =>
        taken
          .filter(({ kind }) => never.test(kind) || stored.has(canonical(kind)))
          .map(({ hit }) => ({ ...hit, path })),
      )
    },
  },
})
