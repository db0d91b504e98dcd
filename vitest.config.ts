import { defineConfig } from 'vitest/config'

/** Tests that need minutes run only with `npm run test:full`; they are not registered otherwise, so nothing is skipped. */
const full = process.env['TSQ_FULL'] === '1'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: full ? [] : ['**/*.full.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: 'threads',
    maxWorkers: 2,
    env: { NO_COLOR: '1' },
  },
})
