import { KnownError } from '../../../base/errors/known-error.ts'

/** The stop for something that nobody recorded: its path, the question, how to answer it. */
export const needed = (path: string, question: string, how: string): KnownError =>
  new KnownError('TSQ-NEEDED', { path, question, how })

/** How to record a decision in the answers file. */
export const inFile = (path: string, value: string): string =>
  `Add \`${path}: ${value}\` to the answers file and run the same command again, or use \`trysquare decide\`.`
