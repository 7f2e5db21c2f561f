/** Builds the gallery, once for all workers that look at it. */
import { test } from '@playwright/test'
import { build } from 'vite'
import { galleryConfig } from './gallery-config.ts'

test('the gallery is built', async () => {
  await build({ configFile: galleryConfig, logLevel: 'warn' })
})
