import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field } from '../nodes.ts'
import { decoratorsOf } from '../source/definitions.ts'
import type { Source } from '../source/source.ts'

const isTaskMaker = (source: Source, name: SyntaxNode): boolean => {
  const full = source.nameOf(name)
  if (full === 'celery.shared_task' || full === 'celery.task') return true
  if (name.type !== 'attribute' || field(name, 'attribute')?.text !== 'task') return false
  const object = field(name, 'object')
  const kind = source.instanceOf(object)
  if (kind !== undefined) return /(?:^|\.)Celery$/.test(kind)
  // The application of another module is known by its name; a file that speaks of Celery means one.
  return (
    /(?:^|[._])(?:app|celery|celery_app)$/.test(source.nameOf(object) ?? '') &&
    /celery/i.test(source.text.slice(0, 4000))
  )
}

/** The decorator that makes a function a Celery task: its name, or the call with its options. */
export const taskDecorator = (source: Source, definition: SyntaxNode): SyntaxNode | undefined =>
  decoratorsOf(definition).find(each => {
    const name = each.type === 'call' ? field(each, 'function') : each
    return name !== undefined && isTaskMaker(source, name)
  })
