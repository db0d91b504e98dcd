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

/** What the rules of each pack are about, one sentence. */
export const packSays: Readonly<Record<Pack, string>> = {
  async: 'What blocks the event loop, and coroutines and tasks that nobody waits for.',
  celery: 'Tasks that can be run again, and arguments that can be sent.',
  errors: 'How errors are raised, caught and told.',
  fastapi: 'Routes that say what they answer, in the forms that FastAPI has today.',
  layers: 'Which module may import which.',
  layout: 'Where things lie in a package, and how large they get.',
  pydantic: 'Models in the forms of Pydantic 2.',
  scraping: 'Programs that fetch pages of others: politely, and so that a run can be repeated.',
  security: 'What lets somebody in, or a secret out.',
  settings: 'What differs from one place to another is set in one place.',
  sqlalchemy: 'SQLAlchemy in the forms of version 2.',
  suppressions: 'The comments that silence rules.',
  tests: 'Tests that can fail, for one reason, and say what they prove.',
  vocabulary: 'Words that belong to the planning and not to the product.',
  wiring: 'Code that nothing reaches.',
  zen: 'What makes code hard to read.',
}
