/**
 * Builds the screen into dist/renderer. Addresses are relative, so that the same build is served over loopback HTTP and
 * under Electron's app: scheme; nothing is inlined, because the content policy admits no data: fonts or scripts.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type CSSOptions } from 'vite'

type Plugins = NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * What a module composes from another one is put in front of it as text that does not say where it came from, of which Vite
 * warns at every build. It is given the module's own place: no look names another file by a relative address.
 */
const composedFrom: Plugins[number] = {
  postcssPlugin: 'composed-from',
  OnceExit(root) {
    root.walkDecls((declaration) => {
      if (declaration.source?.input.file === undefined && root.source) declaration.source = root.source
    })
  },
}

export default defineConfig({
  root: here('.'),
  publicDir: here('../resources/icons'),
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [composedFrom] } },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome140',
    // Kilobytes. It comes from the laptop's own disk, whole at the first start: nothing is gained by fetching it in parts.
    chunkSizeWarningLimit: 1_200,
    // How long each part of a build takes is no news to whoever starts a kiosk.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
})
