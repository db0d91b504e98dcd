import type { Features } from './answers/types.ts'

/** Whether the project serves an HTTP API that is written here. */
export const isServed = ({ features }: { readonly features: Pick<Features, 'api'> }): boolean =>
  features.api === 'fastapi'
