import { isInEarnest } from '../../../core/python/file-role.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const names = /^(?:CELERY_)?(?:task_serializer|result_serializer|accept_content|event_serializer|serializer)$/i

const isCelery = (source: Source): boolean => /celery/i.test(source.text)

const isPickle = (source: Source, value: SyntaxNode | undefined): boolean =>
  value !== undefined &&
  (/^(?:list|tuple|set)$/.test(value.type)
    ? parts(value).some(each => isPickle(source, each))
    : /^(?:pickle|application\/x-python-serialize)$/.test(source.constant(value) ?? ''))

export default rule({
  id: 'pickle-serializer',
  pack: 'celery',
  allows: 'allow tasks to be sent as pickles',
  what: 'Celery is set to send or accept pickles.',
  why: 'Whoever can write to the broker runs any code in the workers: unpickling is executing.',
  fix: 'Use `json`, and send what JSON can say: ids, texts, numbers.',
  bad: 'from celery import Celery\n\napp = Celery("app")\napp.conf.task_serializer = "pickle"\n',
  good: 'from celery import Celery\n\napp = Celery("app")\napp.conf.task_serializer = "json"\n',
  cwe: 'CWE-502',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['pickle', 'x-python-serialize'],
    visit: {
      keyword_argument: (node, source) =>
        names.test(field(node, 'name')?.text ?? '') && isPickle(source, field(node, 'value')) && isCelery(source)
          ? at(node, 'Whoever can write to the broker runs code in the workers.')
          : undefined,
      assignment: (node, source) => {
        const name = /\w+$/.exec(field(node, 'left')?.text.slice(-100) ?? '')?.[0] ?? ''
        return names.test(name) && isPickle(source, field(node, 'right')) && isCelery(source)
          ? at(node, 'Whoever can write to the broker runs code in the workers.')
          : undefined
      },
    },
  },
})
