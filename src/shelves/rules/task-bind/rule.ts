import { taskDecorator } from '../../../core/python/frameworks/celery.ts'
import { field } from '../../../core/python/nodes.ts'
import { argument, hidesArguments } from '../../../core/python/source/calls.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'task-bind',
  pack: 'celery',
  allows: 'allow a task whose `self` and `bind` do not fit',
  what: 'A task takes `self` without `bind=True`, or has `bind=True` and takes nothing.',
  why: 'Without `bind` the first argument of every call becomes `self`, and `self.retry` fails; with it and no parameter every call raises a TypeError.',
  fix: 'Write `bind=True` and `self` together, or neither.',
  bad: 'from celery import shared_task\n\n\n@shared_task\ndef send(self, address: str) -> None:\n    deliver(address)\n',
  good: 'from celery import shared_task\n\n\n@shared_task(bind=True)\ndef send(self, address: str) -> None:\n    deliver(address)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['celery'],
    visit: {
      function_definition: (node, source) => {
        if (node.parent?.type !== 'decorated_definition') return undefined
        const decorator = taskDecorator(source, node)
        if (decorator === undefined || source.classAround(node) !== undefined) return undefined
        const options = decorator.type === 'call' ? decorator : undefined
        if (options !== undefined && hidesArguments(options)) return undefined
        const bound = options === undefined ? undefined : argument(options, 'bind')
        const [first] = parametersOf(node)
        const name = field(node, 'name')
        if (name === undefined) return undefined
        if (first?.name === 'self' && (bound === undefined || bound.type === 'false'))
          return at(first.node, `\`${name.text}\` takes \`self\`, and no \`bind=True\` gives it one.`, {
            ...((options === undefined || bound === undefined) && {
              fix: {
                does: 'Adds `bind=True`.',
                safety: 'unsafe',
                edits: [
                  options === undefined
                    ? { start: decorator.endIndex, end: decorator.endIndex, text: '(bind=True)' }
                    : {
                        start: options.endIndex - 1,
                        end: options.endIndex - 1,
                        text: /\(\s*\)$|,\s*\)$/.test(options.text) ? 'bind=True' : ', bind=True',
                      },
                ],
              },
            }),
          })
        return bound?.type === 'true' && first === undefined
          ? at(name, `\`${name.text}\` is bound, and has no parameter for \`self\`.`)
          : undefined
      },
    },
  },
})
