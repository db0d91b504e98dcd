import { KnownError } from '../../../base/errors/known-error.ts'

/** The stop for something that nobody recorded: its path, the question, how to answer it. */
export const needed = (path: string, question: string, how: string): KnownError =>
  new KnownError('TSQ-NEEDED', { path, question, how })

/** The stop at questions that nobody answered: the first by its path, the others by name. `before` is what has to wait for them. */
export const unanswered = ([path, ...more]: readonly [string, ...string[]], before?: string): KnownError => {
  const others = more.length === 0 ? '' : `, nor ${more.length === 1 ? 'has' : 'have'} ${more.join(', ')}`
  const asks = path === 'components' ? 'a project needs at least one component' : `it has no answer${others}`
  return needed(
    path,
    before === undefined ? asks : `${asks}; ${before}`,
    `Answer \`${path}\` in the answers file (\`trysquare explain ${path}\` says how) and give it: \`trysquare next --answers FILE\`; or run \`trysquare new\` in a terminal.`,
  )
}

/** How to record a decision in the answers file, which is read only by the commands that name it, or to give it at once. */
export const inFile = (path: string, value: string): string =>
  `\`trysquare decide ${path.replace('approvals.', '')} ${value}\`; or add \`${path}: ${value}\` to the answers file and give it again: \`trysquare next --answers FILE\`.`
