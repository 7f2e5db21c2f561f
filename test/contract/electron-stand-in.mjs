/**
 * Stands in for the `electron` module, so that the Electron shell's main file can be started where there is no Electron:
 * loaded with `--import`, it answers every call with as little as will do, and prints the order of those that matter.
 */
import { registerHooks } from 'node:module'

const source = `
const say = (name) => (...given) => { console.log(name); return given[0] }
const nothing = () => {}
const listening = { on: nothing, once: nothing, off: nothing }
let answer
export const app = { ...listening, isPackaged: false, setPath: nothing, getVersion: () => '0.0.0',
  requestSingleInstanceLock: () => { console.log('lock'); return true }, enableSandbox: say('sandbox'),
  whenReady: async () => { console.log('ready') }, relaunch: say('relaunch'), exit: (status) => process.exit(status), quit: nothing }
export const dialog = { showErrorBox: (title, text) => console.log('box') }
export const ipcMain = listening
export const Menu = { setApplicationMenu: nothing }
export const powerSaveBlocker = { start: say('stay awake') }
export const protocol = { registerSchemesAsPrivileged: say('scheme'), handle: (name, handler) => { console.log('files'); answer = handler } }
export const safeStorage = { isAsyncEncryptionAvailable: async () => true, getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from(text), decryptStringAsync: async (sealed) => ({ result: String(sealed), shouldReEncrypt: false }) }
export const session = { defaultSession: { setPermissionRequestHandler: say('permission requests'),
  setPermissionCheckHandler: say('permission checks'), setDevicePermissionHandler: say('device permissions'),
  webRequest: { onBeforeRequest: say('requests') } } }
export class BrowserWindow {
  webContents = { ...listening, id: 1, setIgnoreMenuShortcuts: nothing, setVisualZoomLevelLimits: async () => {} }
  constructor() { console.log('window') }
  on() {} once() {} removeMenu() {}
  async loadURL(url) {
    const response = await answer({ method: 'GET', url })
    console.log('load ' + url + ' ' + response.status + ' ' + await response.text())
    process.exit(0)
  }
}
export default { app, ipcMain: undefined, shell: undefined }
`

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(name, context),
})
