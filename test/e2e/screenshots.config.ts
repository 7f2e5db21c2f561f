/** `npm run screenshots`: takes the pictures in docs/screenshots anew. Not part of `npm test`. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.spec.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  reporter: 'list',
})
