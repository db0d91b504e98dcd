import type { Requirement } from '../world.ts'

/**
 * The versions that new projects ask for: from the minor release that PyPI offered on 2026-11-21 up to, and without, the
 * next one that may break. Ruff is pinned: hooks, lock file and the Ruff inside Trysquare must agree to the letter.
 * Source: https://pypi.org/project/NAME/, read on that day.
 */
const versions = {
  aiosqlite: '>=0.22,<0.23',
  // Below 1.0 each minor release may break.
  fastapi: '>=0.165,<0.166',
  httpx2: '>=2.16,<3',
  hypothesis: '>=6.170,<7',
  mkdocs: '>=1.6,<2',
  mkdocstrings: '>=1.0,<2',
  'mkdocstrings-python': '>=2.0,<3',
  mypy: '>=2.4,<3',
  'pre-commit': '>=4.7,<5',
  pydantic: '>=2.14,<3',
  'pydantic-settings': '>=2.16,<3',
  pytest: '>=9.2,<10',
  'pytest-asyncio': '>=1.5,<2',
  'pytest-cov': '>=7.1,<8',
  ruff: '==0.17.3',
  // Calendar versions: each year may break.
  structlog: '>=26.1,<27',
  typer: '>=0.29,<0.30',
  uvicorn: '>=0.54,<0.55',
} as const satisfies Readonly<Record<string, string>>

/** A distribution that generated projects may ask for. */
export type KnownDistribution = keyof typeof versions

/** Whether the table knows the distribution. */
export const isKnownDistribution = (name: string): name is KnownDistribution => Object.hasOwn(versions, name)

/** A distribution with the versions that fit. Throws on one that the table does not hold: naming it there is part of adding a unit. */
export const requirement = (distribution: string): Requirement => {
  if (!isKnownDistribution(distribution))
    throw new Error(`no version is known for ${distribution}: add it to plan/versions.ts`)
  return { distribution, specifier: versions[distribution] }
}
