/**
 * Are the dependencies there, and those of the lock file? If not, `npm ci`. Plain JavaScript: it runs on Node 20
 * before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { withoutSecrets } from './environment.mjs'
import { broughtNode, root } from './node24.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether what npm says it installed is what the lock file asks for. A package that is optional may be missing: it
 * belongs to another kind of machine.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes when it has finished
 */
export function matchesLock(wanted, installed) {
  const there = installed.packages ?? {}
  return Object.entries(wanted.packages ?? {}).every(([path, locked]) => {
    if (path === '') return true
    const found = there[path]
    if (found === undefined) return locked.optional === true
    return found.version === locked.version && found.integrity === locked.integrity
  })
}

/**
 * Whether `npm ci` is not needed in a folder with a lock file: the checkout, or the hub in it.
 * @param {string} folder
 */
export function isInstalled(folder) {
  try {
    const wanted = readLock(join(folder, 'package-lock.json'))
    // npm leaves nothing behind where there is nothing to install.
    if (Object.keys(wanted.packages ?? {}).every((path) => path === '')) return true
    const brought = broughtNode({ root: folder, platform: process.platform, arch: process.arch })
    const own = `node_modules/${basename(join(brought, '..', '..'))}`
    if (Object.hasOwn(wanted.packages ?? {}, own) && !existsSync(brought)) return false
    return matchesLock(wanted, readLock(join(folder, 'node_modules', '.package-lock.json')))
  } catch {
    // Missing or half-written: npm knows best.
    return false
  }
}

/**
 * @param {string} file
 * @returns {Lock} as npm wrote it
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * How to call npm: by the file npm itself names while it runs a script, else by name.
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(env, platform) {
  const file = env['npm_execpath']
  if (file !== undefined && basename(file) === 'npm-cli.js')
    return { command: process.execPath, args: [file], shell: false }
  // npm is a batch file on Windows, which only a shell can start. The arguments are fixed words, none from outside.
  return { command: 'npm', args: [], shell: platform === 'win32' }
}

/**
 * Installs the dependencies of the lock file where they are missing or others. Progress goes to standard error.
 * @param {string} folder the checkout, where no other is named: a start never installs the hub
 * @returns {Promise<'ready' | 'installed' | 'failed'>} after `failed`, a sentence has been printed
 */
export async function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return 'ready'
  console.error('Chốt: installing the dependencies of the lock file (about a minute, once)…')
  const npm = npmCommand(process.env, process.platform)
  const args = [...npm.args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const status = await new Promise((resolve) => {
    // Whatever the packages run while they are installed sees the environment.
    const env = withoutSecrets(process.env)
    const child = spawn(npm.command, args, { cwd: folder, shell: npm.shell, stdio: ['ignore', 2, 2], env })
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
  if (status === 0) return 'installed'
  console.error(
    status === null
      ? 'Không tìm thấy npm. Hãy cài Node.js kèm npm rồi thử lại. / npm was not found. Install Node.js with npm, then try again.'
      : 'Không cài được các gói phụ thuộc; xem dòng npm ở trên, kiểm tra mạng rồi chạy lại. / The dependencies could not be installed; see npm above, check the network and run this again.',
  )
  return 'failed'
}
