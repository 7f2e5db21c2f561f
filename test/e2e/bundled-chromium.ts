/**
 * The Chromium that comes from the npm registry (@sparticuz/chromium, Linux on x64): packed in the package, unpacked
 * once into node_modules, so that tests need neither root nor an installed browser.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { root } from '../../main/setup/node24.mjs'

/** An executable, and what must be in its environment for it to start. */
export interface Executable {
  file: string
  env: Record<string, string>
}

const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium')
const packageSchema = v.object({ version: v.string() })

/** Unpacks it where it is not yet, and starts it once. Answers with null where it is of no use on this machine. */
export async function bundledChromium(): Promise<Executable | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return null
  const { version } = v.parse(packageSchema, JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')))
  const folder = join(root, 'node_modules', '.cache', 'chot', `chromium-${version}`)
  if (!existsSync(folder)) await unpack(folder)
  const file = join(folder, 'chromium')
  // It links against libnss3. Where the system has none, the package brings one.
  const environments = [{}, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]
  const env = environments.find((added) => starts(file, added))
  return env ? { file, env } : null
}

/** Unpacks beside its place and moves it there whole: an interrupted run leaves nothing that looks finished. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(join(folder, '..'), { recursive: true })
  const scratch = mkdtempSync(`${folder}-`)
  const before = process.env['TMPDIR']
  // The package unpacks into the temporary folder, wherever that is.
  process.env['TMPDIR'] = scratch
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'))
    // Another run may have been quicker.
    if (!existsSync(folder)) renameSync(scratch, folder)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(scratch, { recursive: true, force: true })
  }
}

function starts(file: string, env: Record<string, string>): boolean {
  return spawnSync(file, ['--version'], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0
}
