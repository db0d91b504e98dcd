import { field } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { at, replaced, rule } from '../../../ports/rule.ts'

const takers = /^fastapi\.(?:\w+\.)?(?:Query|Path|Header|Cookie|Body|Form|File)$/

export default rule({
  id: 'regex-argument',
  pack: 'fastapi',
  allows: 'allow `regex=` for parameters',
  what: 'A parameter of a route is given its pattern as `regex=`.',
  why: 'The name is deprecated since FastAPI 0.100 and goes with Pydantic 1; Pydantic 2 knows it as `pattern`.',
  fix: 'Write `pattern=`. Look-around is not understood by the new engine.',
  bad: 'from typing import Annotated\n\nfrom fastapi import Query\n\nCode = Annotated[str, Query(regex="^[A-Z]{3}$")]\n',
  good: 'from typing import Annotated\n\nfrom fastapi import Query\n\nCode = Annotated[str, Query(pattern="^[A-Z]{3}$")]\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['regex='],
    visit: {
      call: (node, source) => {
        const given = keyword(node, 'regex')
        const name = given && field(given, 'name')
        if (name === undefined || !takers.test(source.nameOf(field(node, 'function')) ?? '')) return undefined
        return at(name, '`regex=` is called `pattern=` now.', {
          fix: { does: 'Calls it `pattern`.', safety: 'safe', edits: [replaced(name, 'pattern')] },
        })
      },
    },
  },
})
