/**
 * One set of specs, two shells. `browser` drives the browser shell in the browser that run.ts has found; `electron` is
 * skipped, test by test and with the reason, where Electron's binary is not on disk.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// What a kiosk keeps among the settings of its user is not kept among those of whoever runs the tests.
process.env['XDG_STATE_HOME'] = join(tmpdir(), 'chot-test-state')

/** Of the screens over a program that only answers: no shell is behind them. */
const ofGallery = ['**/gallery.spec.ts', '**/left-alone.spec.ts']

export default defineConfig<object, { shell: 'browser' | 'electron' }>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // Each worker has a browser, a camera and ports of its own. More than the two cores of a small machine: a spec waits for
  // the disk and for a hand's pace as much as for them.
  workers: 3,
  // Ten times what a test takes on two idle cores: a machine that is busy with something else is slow, and not wrong.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  use: { actionTimeout: 90_000 },
  globalTimeout: 49 * 60_000,
  forbidOnly: true,
  reporter: [['list'], ['../run/playwright-reporter.ts']],
  projects: [
    {
      name: 'browser',
      use: { shell: 'browser' },
      testIgnore: ['**/screenshots*.spec.ts', ...ofGallery],
    },
    { name: 'gallery files', testMatch: '**/gallery-files.setup.ts' },
    // A state is looked at by whoever is free: there are many, and none needs another.
    { name: 'gallery', testMatch: ofGallery, dependencies: ['gallery files'], fullyParallel: true },
    {
      name: 'electron',
      use: { shell: 'electron' },
      // What is no matter of a shell, or of the other one alone.
      testIgnore: [
        '**/screenshots*.spec.ts',
        ...ofGallery,
        '**/browser-shell.spec.ts',
        '**/other-user.spec.ts',
        '**/set-up.spec.ts',
        '**/looked-after.spec.ts',
        '**/late-answer.spec.ts',
      ],
    },
  ],
})
