import { isModel } from '../../../core/python/frameworks/pydantic.ts'
import { field } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/calls.ts'
import { assignmentIn, bodyOf } from '../../../core/python/source/classes.ts'
import { isEachTimeAnother } from '../../../core/python/source/each-time.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const isField = (name: string | undefined): boolean => name === 'pydantic.Field' || name === 'sqlmodel.Field'

/** The default value of a field, also inside of `Field(…)`. */
const defaultOf = (source: Source, assignment: SyntaxNode): SyntaxNode | undefined => {
  const right = field(assignment, 'right')
  return right?.type === 'call' && isField(source.nameOf(field(right, 'function')))
    ? argument(right, 'default', 0)
    : right
}

export default rule({
  id: 'frozen-field-default',
  pack: 'pydantic',
  allows: 'allow a field’s default that was worked out when the program began',
  what: 'The default of a model’s field is the result of a call such as `datetime.now()` or `uuid4()`.',
  why: 'The call runs once, while the module is imported: every object of this process gets the same time or the same id.',
  fix: 'Write `Field(default_factory=…)` with the function.',
  bad: 'from uuid import UUID, uuid4\n\nfrom pydantic import BaseModel\n\n\nclass Order(BaseModel):\n    key: UUID = uuid4()\n',
  good: 'from uuid import UUID, uuid4\n\nfrom pydantic import BaseModel, Field\n\n\nclass Order(BaseModel):\n    key: UUID = Field(default_factory=uuid4)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['pydantic', 'sqlmodel'],
    visit: {
      class_definition: (node, source): readonly RuleHit[] => {
        if (field(node, 'superclasses') === undefined) return []
        const calls = bodyOf(node).flatMap(statement => {
          const assignment = assignmentIn(statement)
          const value =
            assignment && field(assignment, 'type') !== undefined ? defaultOf(source, assignment) : undefined
          return value !== undefined && isEachTimeAnother(source, value) ? [value] : []
        })
        if (calls.length === 0 || !isModel(source, node)) return []
        return calls.map(value => at(value, `\`${value.text}\` is worked out once, when the module is imported.`))
      },
    },
  },
})
