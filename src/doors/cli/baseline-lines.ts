import type { Measured } from '../../app/use-cases/baseline.ts'
import { oneLine } from '../../base/visible.ts'
import type { Compared, Red } from '../../core/project/baseline.ts'
import type { Context } from './context.ts'
import { twoColumns } from './table.ts'

/** As many new ones as a person looks at in one go. */
const most = 20

const redText = ({ path, line, rule, message }: Red): string =>
  oneLine(`${path}${line === undefined ? '' : `:${line}`}  ${rule}  ${message}`)

const metricsText = (metrics: Readonly<Record<string, number>>): string =>
  Object.entries(metrics)
    .filter(([name, value]) => name.startsWith('tests_') && value > 0)
    .map(([name, value]) => `${value} ${name.slice('tests_'.length).replaceAll('_', ' ')}`)
    .join(', ')

const stateText = ({ state, first, fresh, known, gone, broke }: Compared): string => {
  if (state.outcome === 'missing' || state.outcome === 'crashed')
    return `${broke ? 'no longer works: ' : 'did not run: '}${state.reason ?? ''}`
  const figures = metricsText(state.metrics)
  const counted = first
    ? state.outcome === 'green'
      ? 'green'
      : `${state.red.length} red, known from now on`
    : `${fresh.length} new, ${known.length} known, ${gone.length} no longer red`
  return figures === '' ? counted : `${counted} (${figures})`
}

/** What came of the repository’s own tools. */
export const baselineLines = (context: Context, { compared, today }: Measured): readonly string[] => {
  const { out, columns } = context
  const fresh = compared.flatMap(each => each.fresh)
  return [
    '',
    out.bold(`Its own tools, with Python ${today.environment.python} and ${today.environment.manager}`),
    ...twoColumns(
      compared.map(each => [each.tool, oneLine(stateText(each))] as const),
      columns,
    ),
    ...(fresh.length === 0 ? [] : ['', out.bold('New')]),
    ...fresh.slice(0, most).map(each => `  ${redText(each)}`),
    ...(fresh.length > most ? [`  and ${fresh.length - most} more`] : []),
    '',
  ]
}
