/**
 * What Vitest runs: `unit` (pure parts, one shared process a worker, so it is quick) and `contract` (rooms together,
 * files isolated from each other). End-to-end tests are Playwright's, see test/e2e.
 */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { broughtNode, broughtNodeFlags, root } from './main/setup/node24.mjs'

const brought = existsSync(broughtNode({ root, platform: process.platform, arch: process.arch }))

export default defineConfig({
  test: {
    environment: 'node',
    // What a kiosk keeps among the settings of its user is not kept among those of whoever runs the tests.
    env: { XDG_STATE_HOME: join(tmpdir(), 'chot-test-state') },
    // Every core: left to itself one would be kept free, which on two cores is half of them.
    maxWorkers: '100%',
    execArgv: brought ? broughtNodeFlags : [],
    // Keys from passphrases, certificates by the hundred, processes of their own: seconds each on two idle cores, and
    // many times that where something else keeps both busy. The limits are for what hangs, not for what is slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts', 'test/conformance/**/*.test.ts'] },
      },
      // Read by LibreOffice and Poppler: `npm run test:documents` sees to it that they are there.
      {
        extends: true,
        test: {
          name: 'documents',
          include: ['test/documents/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
