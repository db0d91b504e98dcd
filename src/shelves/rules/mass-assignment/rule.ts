import { parts } from '../../../core/python/nodes.ts'
import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { lastName } from '../../../core/python/outside/sinks.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const makers = /^(?:create|update|update_or_create|get_or_create|aupdate|acreate)$/

export default rule({
  id: 'mass-assignment',
  pack: 'security',
  allows: 'allow a visitor to set any field of a record',
  what: 'A record is made or changed with every field that a visitor sent: `create(**request.POST)`.',
  why: 'A visitor may send more fields than the form shows: `is_staff`, `owner`, `price`.',
  fix: 'Name the fields, or let a form or serializer with a list of fields read them.',
  bad: 'from django.http import HttpRequest\n\nfrom shop.models import Order\n\n\ndef save(request: HttpRequest):\n    Order.objects.create(**request.POST.dict())\n',
  good: 'from django.http import HttpRequest\n\nfrom shop.models import Order\n\n\ndef save(request: HttpRequest):\n    Order.objects.create(title=request.POST["title"])\n',
  cwe: 'CWE-915',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['django', 'flask', 'sqlalchemy'],
    visit: {
      dictionary_splat: (node, source) => {
        const call = node.parent?.parent
        if (call?.type !== 'call') return undefined
        const name = lastName(call)
        // `User(**request.POST)`: a class is called as classes are.
        const isRecord = makers.test(name) || (/^[A-Z]/.test(name) && !/(?:Form|Serializer|Schema)$/.test(name))
        return isRecord && isFromOutside(source, parts(node)[0])
          ? at(node, 'Whatever fields a visitor sends are set.')
          : undefined
      },
    },
  },
})
