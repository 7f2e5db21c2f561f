/** Fetches Electron's binary with the package's own installer, and gives up when nothing arrives. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sentences } from '../../shared/language/locale.ts'
import { electronPackage, findElectronBinary, type ElectronBinary } from './find-electron.ts'

/** How often the folders are looked at, and for how many looks in a row nothing may grow, in milliseconds and looks. */
const pace = { look: 1_000, idleLooks: 8 }

/**
 * Runs the installer. The download grows in a temporary folder of our own, the unpacked binary in the package; when
 * neither has grown for eight seconds the installer is ended. Answers with the binary, or why there is none.
 */
export async function fetchElectron(
  timing: { look: number; idleLooks: number } = pace,
  folder: string = electronPackage,
): Promise<ElectronBinary | { state: 'unreachable'; why: Sentences }> {
  const own = mkdtempSync(join(tmpdir(), 'chot-electron-'))
  const watched = [own, join(folder, 'dist')]
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: own, TEMP: own, TMP: own },
  })
  let idle = 0
  let size = sizeOf(watched)
  let givenUp = false
  const watch = setInterval(() => {
    const now = sizeOf(watched)
    idle = now > size ? 0 : idle + 1
    size = now
    if (idle < timing.idleLooks) return
    givenUp = true
    child.kill()
  }, timing.look)
  const status = await new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
  clearInterval(watch)
  rmSync(own, { recursive: true, force: true })
  const found = findElectronBinary(folder)
  if (found.state === 'present') return found
  const seconds = Math.round((timing.look * timing.idleLooks) / 1_000)
  if (givenUp)
    return {
      state: 'unreachable',
      why: {
        vi: `không tải được Electron (${seconds} giây không có gì đến)`,
        en: `Electron could not be fetched (nothing arrived in ${seconds} s)`,
      },
    }
  return {
    state: 'unreachable',
    why: {
      vi: `không tải được Electron (trình cài đặt dừng với mã ${String(status)})`,
      en: `Electron could not be fetched (its installer ended with status ${String(status)})`,
    },
  }
}

/** Bytes in the folders and all below. What comes and goes meanwhile counts as nothing. */
export function sizeOf(folders: readonly string[]): number {
  let bytes = 0
  for (const folder of folders) {
    for (const file of filesBelow(folder)) bytes += statSync(file, { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
