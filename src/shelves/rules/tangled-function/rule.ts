import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'tangled-function',
  pack: 'zen',
  allows: 'allow a function with more than thirty ways through it',
  what: 'A function branches more than thirty times (cyclomatic complexity).',
  why: 'No test goes all its ways, and nobody can say what it does in a sentence. Good projects have such a function in a few hundred, a parser or a dispatcher mostly; the limit is three times the usual ten, so that what is found is worth the work.',
  fix: 'Split it by what it decides, or turn the branches into a table.',
  bad: 'def owe(rows: list[int]) -> int:\n    total = 0\n    if rows[0]:\n        total += 0\n    if rows[1]:\n        total += 1\n    if rows[2]:\n        total += 2\n    if rows[3]:\n        total += 3\n    if rows[4]:\n        total += 4\n    if rows[5]:\n        total += 5\n    if rows[6]:\n        total += 6\n    if rows[7]:\n        total += 7\n    if rows[8]:\n        total += 8\n    if rows[9]:\n        total += 9\n    if rows[10]:\n        total += 10\n    if rows[11]:\n        total += 11\n    if rows[12]:\n        total += 12\n    if rows[13]:\n        total += 13\n    if rows[14]:\n        total += 14\n    if rows[15]:\n        total += 15\n    if rows[16]:\n        total += 16\n    if rows[17]:\n        total += 17\n    if rows[18]:\n        total += 18\n    if rows[19]:\n        total += 19\n    if rows[20]:\n        total += 20\n    if rows[21]:\n        total += 21\n    if rows[22]:\n        total += 22\n    if rows[23]:\n        total += 23\n    if rows[24]:\n        total += 24\n    if rows[25]:\n        total += 25\n    if rows[26]:\n        total += 26\n    if rows[27]:\n        total += 27\n    if rows[28]:\n        total += 28\n    if rows[29]:\n        total += 29\n    if rows[30]:\n        total += 30\n    if rows[31]:\n        total += 31\n    return total\n',
  good: 'def owe(rows: list[int]) -> int:\n    return sum(index for index, row in enumerate(rows) if row)\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'explained', costs: 40 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'C901', options: { mccabe: { 'max-complexity': 30 } } },
})
