/** `npm run screenshots`: takes pictures of the screens (see pictures-folder.ts). Not part of `npm test`. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots*.spec.ts',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  reporter: 'list',
})
