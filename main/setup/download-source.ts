/** Where Electron's binary is downloaded from, and whether anything can be. */
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'

type Environment = Record<string, string | undefined>

/** Its own place for releases, unless a mirror is named. */
const usualSource = 'https://github.com/'

/** How long a source that does not answer is waited for, in milliseconds. */
const longestWait = 5_000

/** Host and port that a download begins with: the proxy's where there is one, else the mirror's, else the usual. */
export function downloadSource(env: Environment): { host: string; port: number } {
  const named = [env['HTTPS_PROXY'], env['https_proxy'], env['ELECTRON_MIRROR'], env['npm_config_electron_mirror']]
  const address = named.find((one) => one !== undefined && URL.canParse(one)) ?? usualSource
  const { hostname, port, protocol } = new URL(address)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'http:' ? 80 : 443) }
}

/** Whether a connection to it can be made. */
export function canReach({ host, port }: { host: string; port: number }, wait: number = longestWait): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: wait })
    const settle = (reached: boolean): void => {
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })
}

/** Whether this version of Electron, for any system, was downloaded before: @electron/get keeps what it fetched. */
export function hasDownloaded(version: string, env: Environment, platform: NodeJS.Platform): boolean {
  try {
    const names = readdirSync(cacheFolder(env, platform), { recursive: true, encoding: 'utf8' })
    return names.some((name) => name.includes(`electron-v${version}-`) && name.endsWith('.zip'))
  } catch {
    return false
  }
}

function cacheFolder(env: Environment, platform: NodeJS.Platform): string {
  const named = env['electron_config_cache']
  if (named) return named
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'electron')
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'electron')
}
