import { isOfProgram } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const held =
  /^(?:sqlalchemy(?:\.\w+)*\.(?:Session|AsyncSession|Connection|AsyncConnection)|sqlmodel(?:\.\w+)*\.(?:Async)?Session)$/

const isStarted = (node: SyntaxNode | null): boolean =>
  node !== null &&
  ((node.type === 'if_statement' && /__name__/.test(field(node, 'condition')?.text ?? '')) || isStarted(node.parent))

export default rule({
  id: 'module-level-session',
  pack: 'sqlalchemy',
  allows: 'allow a session for the whole program',
  what: 'A module opens a session or connection while it is imported, and keeps it in a variable.',
  why: 'Every thread and request shares it: what one began another commits, a failed statement leaves it unusable for all, and objects in it grow stale.',
  fix: 'Keep the `sessionmaker` in the module, and open a session where it is used: `with Session() as session:`.',
  bad: 'from sqlalchemy import create_engine\nfrom sqlalchemy.orm import Session\n\nengine = create_engine("sqlite://")\nsession = Session(engine)\n',
  good: 'from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\n\nengine = create_engine("sqlite://")\nLocal = sessionmaker(engine)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel'],
    visit: {
      assignment: (node, source) => {
        const [left, right] = [field(node, 'left'), field(node, 'right')]
        if (left?.type !== 'identifier' || right?.type !== 'call' || source.scopeAt(node.startIndex).kind !== 'module')
          return undefined
        return held.test(source.instanceOf(right) ?? '') && !isStarted(node.parent)
          ? at(node, `\`${left.text}\` is one session for every thread and request.`)
          : undefined
      },
    },
  },
})
