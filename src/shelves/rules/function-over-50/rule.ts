import { isBesideProgram } from '../../../core/python/program-file.ts'
import { linesOfFunction } from '../../../core/python/source/sizes.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const most = 50

export default rule({
  id: 'function-over-50',
  pack: 'layout',
  allows: 'allow functions of more than fifty lines',
  what: 'A function is longer than fifty lines, its docstring not counted.',
  why: 'Nobody holds it in mind at once, its parts cannot be tested alone, and every change touches it. In eight good projects (flask, aiohttp, celery, mealie, pdm, textual, prefect, saleor) half of the functions have up to 11 lines, 95 % up to about 50 and 99.5 % up to about 150. This limit is a house’s own and must be asked for.',
  fix: 'Split it where a comment or a blank line already does.',
  bad: `def price():\n${'    total = 1\n'.repeat(most)}`,
  good: 'def price():\n    return 1\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'sparse', costs: 10 },
  optIn: true,
  files: path => !isBesideProgram(path) && !/(?:^|\/)(?:migrations|alembic)\//.test(path),
  look: {
    by: 'source',
    visit: {
      function_definition: node => {
        const size = linesOfFunction(node)
        return size > most ? atHead(node, `The function is ${size} lines long; ${most} is the most.`) : undefined
      },
    },
  },
})
