/**
 * Is Electron's binary on disk? Found out by reading the package's files: importing `electron` in plain Node would start
 * a download.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sentences } from '../../shared/language/locale.ts'
import { root } from './node24.mjs'

/** The binary, or what is missing. */
export type ElectronBinary = { state: 'present'; binary: string } | { state: 'absent'; why: Sentences }

/** The folder of the `electron` package in this checkout. */
export const electronPackage = join(root, 'node_modules', 'electron')

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * Looks for the binary as the package itself does: `dist/version` must name the package's version and `path.txt` the
 * file. `ELECTRON_OVERRIDE_DIST_PATH` names a folder to take it from instead, whatever its version.
 */
export function findElectronBinary(
  folder: string = electronPackage,
  env: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
): ElectronBinary {
  const file = names[platform] ?? 'electron'
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const binary = join(override, file)
    return existsSync(binary)
      ? { state: 'present', binary }
      : { state: 'absent', why: { vi: `không có ${binary}`, en: `there is no ${binary}` } }
  }
  const wanted = read(join(folder, 'package.json'))?.match(/"version":\s*"([^"]+)"/)?.[1]
  if (wanted === undefined)
    return { state: 'absent', why: { vi: 'chưa cài gói electron', en: 'the electron package is not installed' } }
  const found = read(join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  if (found === undefined)
    return { state: 'absent', why: { vi: 'chưa tải Electron', en: "Electron's binary has not been fetched" } }
  if (found !== wanted)
    return {
      state: 'absent',
      why: {
        vi: `Electron trên máy là ${found}, không phải ${wanted}`,
        en: `Electron's binary is ${found}, not ${wanted}`,
      },
    }
  const binary = join(folder, 'dist', file)
  if (read(join(folder, 'path.txt')) !== file || !existsSync(binary)) {
    return { state: 'absent', why: { vi: 'Electron trên máy không đủ tệp', en: "Electron's binary is incomplete" } }
  }
  return { state: 'present', binary }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
