/**
 * The files that Electron starts, each in a process or thread of its own: what is built, what is packed (electron-builder.yml)
 * and what nothing imports (knip.json). A test holds the three lists together.
 */

/** One file: the source that it begins with, and how it is called when it is built. */
export interface ElectronFile {
  entry: string
  name: string
  format: 'es' | 'cjs'
}

export const electronFiles: readonly ElectronFile[] = [
  { entry: 'main/electron/index.ts', name: 'main.js', format: 'es' },
  { entry: 'main/electron/preload.ts', name: 'preload.cjs', format: 'cjs' },
  { entry: 'main/electron/program.ts', name: 'program.js', format: 'es' },
  { entry: 'main/sync/seal/seal-thread.ts', name: 'seal-thread.js', format: 'es' },
  { entry: 'main/reporting/jobs/job-thread.ts', name: 'job-thread.js', format: 'es' },
  { entry: 'main/trust/update/update-thread.ts', name: 'update-thread.js', format: 'es' },
]
