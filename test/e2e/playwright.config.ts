/**
 * One set of specs, two shells. `browser` drives the browser shell in the browser that run.ts has found; `electron` is
 * skipped, test by test and with the reason, where Electron's binary is not on disk.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// What a kiosk keeps among the settings of its user is not kept among those of whoever runs the tests.
process.env['XDG_STATE_HOME'] = join(tmpdir(), 'chot-test-state')

export default defineConfig<object, { shell: 'browser' | 'electron' }>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // The tests of one worker share a camera; workers share two cores.
  workers: 1,
  // Ten times what a test takes on two idle cores: a machine that is busy with something else is slow, and not wrong.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  globalTimeout: 25 * 60_000,
  forbidOnly: true,
  reporter: [['list'], ['../run/playwright-reporter.ts']],
  projects: [
    { name: 'browser', use: { shell: 'browser' }, testIgnore: '**/screenshots*.spec.ts' },
    {
      name: 'electron',
      use: { shell: 'electron' },
      // What is no matter of a shell, or of the other one alone.
      testIgnore: [
        '**/screenshots*.spec.ts',
        '**/gallery.spec.ts',
        '**/left-alone.spec.ts',
        '**/browser-shell.spec.ts',
        '**/other-user.spec.ts',
        '**/set-up.spec.ts',
      ],
    },
  ],
})
