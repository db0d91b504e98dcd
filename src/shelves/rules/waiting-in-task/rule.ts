import { isInEarnest } from '../../../core/python/file-role.ts'
import { taskDecorator } from '../../../core/python/frameworks/celery.ts'
import { field } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/calls.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** `task.delay(…)` and `task.apply_async(…)`, also by the name that they were given. */
const isResult = (source: Source, node: SyntaxNode | undefined): boolean => {
  if (node?.type === 'identifier') {
    const [only, another] = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
    return (
      only?.kind === 'assignment' &&
      another === undefined &&
      only.value?.type === 'call' &&
      isResult(source, only.value)
    )
  }
  const called = node?.type === 'call' ? field(node, 'function') : undefined
  return called?.type === 'attribute' && /^(?:delay|apply_async)$/.test(field(called, 'attribute')?.text ?? '')
}

export default rule({
  id: 'waiting-in-task',
  pack: 'celery',
  allows: 'allow a task to wait for another one',
  what: 'A task starts another one and waits for its result with `.get()`.',
  why: 'It holds its worker meanwhile. When every worker holds one there is none left for the tasks that they wait for, and nothing goes on. Celery raises an error where it notices.',
  fix: 'Chain the tasks: `chain(first.s(), second.s())`, or a callback with `link=`.',
  bad: 'from celery import shared_task\n\n\n@shared_task\ndef report() -> None:\n    store(count.delay().get())\n',
  good: 'from celery import chain, shared_task\n\n\n@shared_task\ndef report() -> None:\n    chain(count.s(), keep.s()).apply_async()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['celery'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (called?.type !== 'attribute' || !/^(?:get|join|wait)$/.test(field(called, 'attribute')?.text ?? ''))
          return undefined
        if (!isResult(source, field(called, 'object')) || argument(node, 'disable_sync_subtasks')?.type === 'false')
          return undefined
        const task = source.functionAround(node)
        return task !== undefined && taskDecorator(source, task) !== undefined
          ? at(node, 'The task holds its worker until another one has done the other task.')
          : undefined
      },
    },
  },
})
