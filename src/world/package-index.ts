import type { NameOnIndex, PackageIndex } from '../ports/package-index.ts'

/** How long a question to the index may take before the answer is "unknown". */
const patience = 3000

/** The index that uv and pip would ask, by their own variables; PyPI's simple API (PEP 503) otherwise. */
const simpleOf = (env: Readonly<Record<string, string | undefined>>): string =>
  (env['UV_DEFAULT_INDEX'] ?? env['UV_INDEX_URL'] ?? env['PIP_INDEX_URL'] ?? 'https://pypi.org/simple').replace(
    /\/+$/,
    '',
  )

/** The package index over HTTP. */
export const realPackageIndex = (env: Readonly<Record<string, string | undefined>>): PackageIndex => ({
  name: async (distribution): Promise<NameOnIndex> => {
    try {
      const answer = await fetch(`${simpleOf(env)}/${encodeURIComponent(distribution)}/`, {
        method: 'HEAD',
        signal: AbortSignal.timeout(patience),
        redirect: 'follow',
      })
      if (answer.status === 404) return 'free'
      return answer.ok ? 'taken' : 'unknown'
    } catch {
      // Offline, a proxy, a time-out: the honest answer is that nobody knows.
      return 'unknown'
    }
  },
})
