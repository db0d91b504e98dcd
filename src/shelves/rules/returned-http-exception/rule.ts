import { field, parts } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const exceptions: ReadonlySet<string> = new Set([
  'fastapi.HTTPException',
  'fastapi.exceptions.HTTPException',
  'starlette.exceptions.HTTPException',
])

export default rule({
  id: 'returned-http-exception',
  pack: 'fastapi',
  allows: 'allow an HTTP error to be returned',
  what: 'A function returns an `HTTPException`, instead of raising it.',
  why: 'The client gets the status 200 with the error as its body, or a 500 because it fits no model.',
  fix: 'Write `raise` in the place of `return`.',
  bad: 'from fastapi import HTTPException\n\n\ndef read_user(user_id: int):\n    return HTTPException(404, "no such user")\n',
  good: 'from fastapi import HTTPException\n\n\ndef read_user(user_id: int):\n    raise HTTPException(404, "no such user")\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['HTTPException'],
    visit: {
      return_statement: (node, source) => {
        const [value] = parts(node)
        if (value?.type !== 'call' || !exceptions.has(source.nameOf(field(value, 'function')) ?? '')) return undefined
        const around = source.functionAround(node)
        // A function that makes exceptions for others to raise says so, by its annotation or its name.
        const declared =
          around === undefined ? '' : `${field(around, 'return_type')?.text ?? ''} ${field(around, 'name')?.text ?? ''}`
        if (/Exception|exc\b|exception|error/i.test(declared)) return undefined
        return at(node, 'The exception is returned, not raised: the client sees a success.', {
          fix: {
            does: 'Raises the exception.',
            safety: 'unsafe',
            edits: [{ start: node.startIndex, end: node.startIndex + 'return'.length, text: 'raise' }],
          },
        })
      },
    },
  },
})
