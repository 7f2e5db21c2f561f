/**
 * Builds what has to be built: the screen, and the files Electron starts from; and, apart, the hub's page, which no kiosk
 * needs. Node runs everything else from its sources. Run as a program it builds always, and with `--hub-page` that page
 * alone where it is out of date; `ensureBuilt` and `ensureHubPageBuilt` build only what is.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { electronFiles, type ElectronFile } from './electron-files.ts'
import { root } from './node24.mjs'

/** Something that is built: from what, to what, and where it stands from which sources that was last. */
interface Build {
  stamp: string
  sources: readonly string[]
  products: readonly string[]
  make: () => Promise<unknown>
}

const packages = ['package.json', 'package-lock.json']

const kiosk: Build = {
  stamp: 'build.sha256',
  sources: ['shared', 'main', 'renderer', 'resources', ...packages],
  products: ['dist/renderer/index.html', ...electronFiles.map(({ name }) => `dist/electron/${name}`)],
  async make() {
    await build({ configFile: join(root, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
    for (const file of electronFiles) await build(electronBundle(join(root, 'dist', 'electron'), file))
  },
}

const hubPage: Build = {
  stamp: 'hub-page.sha256',
  sources: ['shared', 'renderer', 'resources', 'hub/renderer', ...packages],
  products: ['dist/hub-page/index.html'],
  make: () => build({ configFile: join(root, 'hub', 'renderer', 'vite.config.ts'), logLevel: 'warn' }),
}

/**
 * Builds the kiosk unless what is in dist/ was built from just these sources.
 * @returns whether it built
 */
export const ensureBuilt = ({ force = false }: { force?: boolean } = {}): Promise<boolean> => ensure(kiosk, force)

/** The same of the hub's page. */
export const ensureHubPageBuilt = ({ force = false }: { force?: boolean } = {}): Promise<boolean> =>
  ensure(hubPage, force)

async function ensure({ stamp: name, sources, products, make }: Build, force: boolean): Promise<boolean> {
  const stamp = join(root, 'dist', name)
  const hash = hashOf(sources.map((source) => join(root, source)))
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (!force && built && products.every((product) => existsSync(join(root, product)))) return false
  rmSync(stamp, { force: true })
  await make()
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
  if (process.argv.includes('--hub-page')) await ensureHubPageBuilt()
  else {
    await ensureBuilt({ force: true })
    await ensureHubPageBuilt({ force: true })
  }
}
