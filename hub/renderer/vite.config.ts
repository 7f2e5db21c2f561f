/** Builds the hub's page into dist/hub-page, as the kiosk's screen is built: nothing inlined, every address of our own origin. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import renderer from '../../renderer/vite.config.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  ...renderer,
  root: here('.'),
  cacheDir: here('../../node_modules/.cache/hub-page'),
  build: { ...renderer.build, outDir: here('../../dist/hub-page') },
})
