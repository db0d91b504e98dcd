import { taskDecorator } from '../../../core/python/frameworks/celery.ts'
import { argument, hidesArguments, keyword } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'retry-without-backoff',
  pack: 'celery',
  allows: 'allow a task to be tried again at one pace',
  what: 'A task is tried again by `autoretry_for`, and nothing says that it waits longer each time.',
  why: 'All tasks that failed together are tried again together, every three minutes, against a service that is just getting up.',
  fix: 'Add `retry_backoff=True` (`retry_jitter` is on then), and a `max_retries` that fits.',
  bad: 'from celery import shared_task\n\n\n@shared_task(autoretry_for=(ConnectionError,))\ndef send(address: str) -> None:\n    deliver(address)\n',
  good: 'from celery import shared_task\n\n\n@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)\ndef send(address: str) -> None:\n    deliver(address)\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['autoretry_for'],
    visit: {
      function_definition: (node, source) => {
        const decorator = node.parent?.type === 'decorated_definition' ? taskDecorator(source, node) : undefined
        const given =
          decorator?.type === 'call' && !hidesArguments(decorator) ? keyword(decorator, 'autoretry_for') : undefined
        if (decorator === undefined || given === undefined) return undefined
        const paced = ['retry_backoff', 'default_retry_delay'].some(each => argument(decorator, each) !== undefined)
        return paced || /countdown/.test(argument(decorator, 'retry_kwargs')?.text ?? '')
          ? undefined
          : at(given, 'Every failed task is tried again at the same pace; `retry_backoff=True` spreads them.')
      },
    },
  },
})
