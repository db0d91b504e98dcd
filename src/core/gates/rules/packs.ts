/** Rules that belong together, and are selected together. */
export const packs = [
  'async',
  'celery',
  'errors',
  'fastapi',
  'layers',
  'layout',
  'pydantic',
  'scraping',
  'security',
  'settings',
  'sqlalchemy',
  'suppressions',
  'tests',
  'vocabulary',
  'wiring',
  'zen',
] as const

export type Pack = (typeof packs)[number]
