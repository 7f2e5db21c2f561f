/** An installed Chromium, Chrome or Edge, where the system keeps such programs. Nothing is started to find it. */
import { join, win32 } from 'node:path'

/** A machine as far as the search needs it. */
export interface Machine {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  exists: (file: string) => boolean
}

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]
const windowsFiles = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe']
const macFiles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The first browser found, or null. `CHOT_BROWSER` names one that goes before all others. */
export function findBrowser({ platform, env, exists }: Machine): string | null {
  const named = env['CHOT_BROWSER']
  return [...(named ? [named] : []), ...places(platform, env)].find((file) => exists(file)) ?? null
}

function places(platform: NodeJS.Platform, env: Machine['env']): string[] {
  if (platform === 'darwin') return macFiles
  if (platform === 'win32') {
    const folders = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']]
    return folders.flatMap((folder) => (folder ? windowsFiles.map((file) => win32.join(folder, file)) : []))
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}
