import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { at, rule } from '../../../ports/rule.ts'

/** Its salt can be computed from a few of the short names that it makes (carnage.github.io, “cryptanalysis of hashids”). */
const revealing = sinks(['hashids.Hashids', [0, 'salt']])

export default rule({
  id: 'signing-key-reused',
  pack: 'security',
  allows: 'allow the signing key where it can be computed from what is shown',
  what: 'The key that signs sessions is given to Hashids as its salt.',
  why: 'From a few of the short names that Hashids makes its salt can be computed: then anybody signs sessions of any user.',
  fix: 'Give it a salt of its own.',
  bad: 'from hashids import Hashids\n\nfrom app.settings import settings\n\nshort = Hashids(salt=settings.SECRET_KEY)\n',
  good: 'from hashids import Hashids\n\nfrom app.settings import settings\n\nshort = Hashids(salt=settings.HASHIDS_SALT)\n',
  cwe: 'CWE-327',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['ashids'],
    visit: {
      call: (node, source) =>
        harmfulArguments(source, node, revealing).some(each => /\bSECRET_KEY\b/i.test(each.text))
          ? at(node, 'The signing key can be computed from what this makes.')
          : undefined,
    },
  },
})
