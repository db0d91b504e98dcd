import type { Figure, ReportedFile, ReportedTask } from '../../core/documents/report-model.ts'
import { overall, type Row } from '../../core/gates/verdict.ts'
import { readReceipt } from '../evidence.ts'
import type { World } from '../world.ts'

/** The measured figures that the receipts of a gate hold, as `tests.coverage_percent`. */
const measured = async (world: World, target: string, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> => {
  const figures = new Map<string, number>()
  for (const row of rows) {
    const receipt = row.receipt === undefined ? undefined : await readReceipt(world, target, row.receipt)
    for (const [name, value] of Object.entries(receipt?.outcome.metrics ?? {}))
      figures.set(`${row.check}.${name}`, value)
  }
  return figures
}

const lines = (files: readonly ReportedFile[]): string => String(files.reduce((sum, file) => sum + file.lines, 0))

/** Tests that were there and proved nothing in the closing gate: skipped, expected to fail, left out. */
export const untested = async (world: World, target: string, rows: readonly Row[]): Promise<readonly string[]> => {
  const figures = await measured(world, target, rows)
  const told = (name: string, words: string): readonly string[] => {
    const count = figures.get(`tests.${name}`) ?? 0
    return count > 0 ? [`${count === 1 ? 'One test' : `${count} tests`} ${words}.`] : []
  }
  return [
    ...told('tests_skipped', 'skipped: what they would have shown is not verified'),
    ...told('tests_expected_to_fail', 'expected to fail'),
    ...told('tests_deselected', 'deselected by the configuration'),
  ]
}

/** Lines, pass rates and coverage: counted from the files, or read from receipts. A figure that nobody measured is left out. */
export const metricsOf = async (
  world: World,
  target: string,
  rows: readonly Row[],
  files: readonly ReportedFile[],
  tasks: readonly ReportedTask[],
): Promise<readonly Figure[]> => {
  const figures = await measured(world, target, rows)
  const figure = (label: string, value: string | undefined): readonly Figure[] =>
    value === undefined ? [] : [{ label, value }]
  const validated = tasks.filter(task => task.rows.length > 0)
  const acceptable = validated.filter(task => overall({ rows: task.rows, findings: [] }) === 'ACCEPTABLE')
  const styled = validated.flatMap(task => task.rows.filter(row => row.check === 'style' && row.outcome !== 'SKIPPED'))
  const passed = figures.get('tests.tests_passed')
  const coverage = figures.get('tests.coverage_percent')
  return [
    ...figure('Lines, all files', lines(files)),
    ...figure('Lines of Python', lines(files.filter(file => file.path.endsWith('.py')))),
    ...figure(
      'Files acceptable at their review',
      validated.length === 0 ? undefined : `${acceptable.length} of ${validated.length}`,
    ),
    ...figure(
      'Tests passed',
      passed === undefined ? undefined : `${passed} of ${figures.get('tests.tests_collected') ?? passed}`,
    ),
    ...figure('Coverage', coverage === undefined ? undefined : `${coverage.toFixed(1)} %`),
    ...figure(
      'Python files clean in style',
      styled.length === 0 ? undefined : `${styled.filter(row => row.outcome === 'PASS').length} of ${styled.length}`,
    ),
  ]
}
