import { taskDecorator } from '../../../core/python/frameworks/celery.ts'
import { field } from '../../../core/python/nodes.ts'
import { argument, hidesArguments } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'task-shape',
  pack: 'celery',
  allows: 'allow tasks that do not say how they are tried again',
  what: 'A task has no name of its own, or does not say how often and how it is tried again.',
  why: 'A task that was renamed by moving a file is not found by the workers that still run; one that nothing tries again is lost with the first restart of a service. A house’s rule: it is only looked for by its name.',
  fix: 'Write `@app.task(bind=True, name="…", max_retries=…, retry_backoff=True)`, and make what it does the same when done twice.',
  bad: 'from celery import shared_task\n\n\n@shared_task\ndef send(address: str) -> None:\n    deliver(address)\n',
  good: 'from celery import shared_task\n\n\n@shared_task(bind=True, name="mail.send", autoretry_for=(OSError,), retry_backoff=True, max_retries=5)\ndef send(self, address: str) -> None:\n    deliver(address)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  look: {
    by: 'source',
    mentions: ['celery'],
    visit: {
      function_definition: (node, source) => {
        const decorator = node.parent?.type === 'decorated_definition' ? taskDecorator(source, node) : undefined
        const name = field(node, 'name')
        if (decorator === undefined || name === undefined || (decorator.type === 'call' && hidesArguments(decorator)))
          return undefined
        const says = (option: string) => decorator.type === 'call' && argument(decorator, option) !== undefined
        const retries = (says('bind') && /\.retry\(/.test(node.text)) || says('autoretry_for')
        const lacks = [
          ...(says('name') ? [] : ['a name']),
          ...(says('bind') ? [] : ['`bind=True`']),
          ...(retries ? [] : ['a way to be tried again']),
        ]
        return lacks.length === 0 ? undefined : at(name, `\`${name.text}\` lacks ${lacks.join(', ')}.`)
      },
    },
  },
})
