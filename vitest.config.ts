/**
 * What Vitest runs: `unit` (pure parts, one shared process a worker, so it is quick) and `contract` (rooms together,
 * files isolated from each other). End-to-end tests are Playwright's, see test/e2e.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        // Nobody waits this long: it only ends what hangs. A busy machine takes its time.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts', 'test/conformance/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
