import { KnownError } from '../../../base/errors/known-error.ts'

/** The stop for something that nobody recorded: its path, the question, how to answer it. */
export const needed = (path: string, question: string, how: string): KnownError =>
  new KnownError('TSQ-NEEDED', { path, question, how })

/** How to record a decision in the answers file, which is read only by the commands that name it, or to give it at once. */
export const inFile = (path: string, value: string): string =>
  `\`trysquare decide ${path.replace('approvals.', '')} ${value}\`; or add \`${path}: ${value}\` to the answers file and give it again: \`trysquare next --answers FILE\`.`
