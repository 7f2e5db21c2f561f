/**
 * Builds what has to be built: the screen, and the files Electron starts from. Node runs everything else from its
 * sources. Run as a program it builds always; `ensureBuilt` builds only what is out of date.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { electronFiles, type ElectronFile } from './electron-files.ts'
import { root } from './node24.mjs'

const stamp = join(root, 'dist', 'build.sha256')
const sources = ['shared', 'main', 'renderer', 'resources', 'package.json', 'package-lock.json']
const products = ['dist/renderer/index.html', ...electronFiles.map(({ name }) => `dist/electron/${name}`)]

/**
 * Builds unless what is in dist/ was built from just these sources.
 * @returns whether it built
 */
export async function ensureBuilt({ force = false }: { force?: boolean } = {}): Promise<boolean> {
  const hash = hashOf(sources.map((source) => join(root, source)))
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (!force && built && products.every((product) => existsSync(join(root, product)))) return false
  rmSync(stamp, { force: true })
  await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
  for (const file of electronFiles) await build(electronBundle(join(root, 'dist', 'electron'), file))
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, hash)
  return true
}

/**
 * How one entry of the Electron shell becomes one file. Only what Electron and Node bring themselves stays outside, and
 * SQLite's two packages, whose binary parts cannot be inside. A sandboxed preload script can load no second file, so
 * nothing is split off.
 */
export function electronBundle(outDir: string, { entry, name, format }: ElectronFile): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        // A package that is not used is not loaded: the shell that draws has no use for SQLite's.
        treeshake: { moduleSideEffects: 'no-external' },
        external: [/^node:/, 'electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers'],
        output: { format, entryFileNames: name, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  }
}

/** A hash over names and contents of files, and of all files below folders. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesOf(path))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return files.toSorted()
  } catch {
    return [path]
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  await ensureBuilt({ force: true })
}
