import type { Import } from '../imports.ts'

/** Full names of the sessions that block. */
export const isSession = (name: string): boolean =>
  /^(?:sqlalchemy\.orm(?:\.\w+)*\.(?:Session|scoped_session)|sqlmodel(?:\.\w+)*\.Session)$/.test(name)

/** What only version 2 has. */
const ofVersion2: ReadonlySet<string> = new Set([
  'DeclarativeBase',
  'DeclarativeBaseNoMeta',
  'Mapped',
  'MappedAsDataclass',
  'async_sessionmaker',
  'mapped_column',
])

/** How many files write models as version 2 has them. */
export const filesOfVersion2 = (files: readonly { readonly imports: readonly Import[] }[]): number =>
  files.filter(({ imports }) =>
    imports.some(({ module, names }) => module.startsWith('sqlalchemy') && names.some(name => ofVersion2.has(name))),
  ).length

/** How many files ask with `select`. */
export const filesThatSelect = (files: readonly { readonly imports: readonly Import[] }[]): number =>
  files.filter(({ imports }) =>
    imports.some(({ module, names }) => /^sql(?:alchemy|model)\b/.test(module) && names.includes('select')),
  ).length
