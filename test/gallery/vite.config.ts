/**
 * Builds the gallery into dist/gallery, as the screen is built. It is for those who look at screens and for tests: no
 * shell serves that folder and no package takes it.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import renderer from '../../renderer/vite.config.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  ...renderer,
  root: here('.'),
  publicDir: false,
  cacheDir: here('../../node_modules/.cache/gallery'),
  server: { fs: { allow: [here('../..')] } },
  build: { ...renderer.build, outDir: here('../../dist/gallery'), minify: false, chunkSizeWarningLimit: 4_000 },
})
