import { isInEarnest } from '../../../core/python/file-role.ts'
import { eagerEdges, shortestCycles } from '../../../core/python/project/cycles.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'import-cycle',
  pack: 'layers',
  allows: 'allow modules to import each other in a circle',
  what: 'Modules import one another in a circle, while they are loaded.',
  why: 'Whether it works depends on which of them is imported first. One more import, sorted differently, and a name “cannot be imported from a partially initialized module”.',
  fix: 'Move what both need into a module of its own. What only annotations need goes under `if TYPE_CHECKING:`.',
  bad: 'from app import other\n\n\ndef work() -> None:\n    other.work()\n',
  good: 'def work() -> None:\n    print("done")\n',
  beside: { 'src/app/other.py': 'from app.case import work\n' },
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'project',
    judge: files => {
      const names = projectNames(files)
      const edges = eagerEdges(files, names)
      const name = (path: string) => names.moduleOf(path) || path
      return shortestCycles(edges).flatMap(cycle => {
        const [first, second] = cycle
        const edge = first === undefined ? undefined : edges.get(first)?.find(each => each.to === second)
        if (first === undefined || edge === undefined) return []
        const way = [...cycle, first].map(name).join(' → ')
        return [
          {
            path: first,
            line: edge.line,
            column: edge.column,
            message: `These modules import one another in a circle: ${way}.`,
          },
        ]
      })
    },
  },
})
