/** `npm run screenshots`: takes pictures of the screens (see pictures-folder.ts). Not part of `npm test`. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  reporter: 'list',
  projects: [
    { name: 'gallery files', testMatch: '**/gallery-files.setup.ts' },
    { name: 'screenshots', testMatch: 'screenshots*.spec.ts', dependencies: ['gallery files'] },
  ],
})
