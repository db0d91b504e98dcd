import type { Features } from '../../../core/design/answers/types.ts'

/** Whether the project has a documentation site that MkDocs builds. */
export const hasDocs = ({ features }: { readonly features: Pick<Features, 'docs'> }): boolean =>
  features.docs === 'mkdocs'
