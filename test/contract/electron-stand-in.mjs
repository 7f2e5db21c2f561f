/**
 * Stands in for the `electron` module, so that the Electron shell's files, as they are built, can be started where there is no
 * Electron: loaded with `--import`, it answers every call with as little as will do, and prints the order of those that matter.
 * The utility process is a thread of Node's with a `process.parentPort`; the page is a few lines that ask for a port, call
 * `kiosk.read` over it, print what comes back, and close the window.
 */
import { registerHooks } from 'node:module'
import { isMainThread, parentPort } from 'node:worker_threads'

/** Electron's ports carry their messages in envelopes. */
class Port {
  /** @param {import('node:worker_threads').MessagePort} port */
  constructor(port) {
    this.port = port
  }
  /** @param {unknown} message */
  postMessage(message) {
    this.port.postMessage(message)
  }
  /**
   * @param {string} event
   * @param {(message: { data: unknown }) => void} hear
   */
  on(event, hear) {
    this.port.on(event, (data) => hear({ data }))
  }
  off() {}
  start() {
    this.port.start()
  }
}

if (!isMainThread && parentPort) {
  const shell = parentPort
  Reflect.set(process, 'parentPort', {
    /** @param {unknown} message */
    postMessage: (message) => shell.postMessage(message),
    /**
     * @param {string} event
     * @param {(message: { data: unknown, ports: Port[] }) => void} hear
     */
    on: (event, hear) =>
      shell.on(event, ({ message, ports }) =>
        hear({ data: message, ports: ports.map((/** @type {any} */ port) => new Port(port)) }),
      ),
  })
}

const source = `
import { MessageChannel, Worker } from 'node:worker_threads'
const say = (name) => (...given) => { console.log(name); return given[0] }
const nothing = () => {}
const listening = { on: nothing, once: nothing, off: nothing }
let answer, ask, quitting
export const app = { ...listening, isPackaged: false, setPath: nothing, getVersion: () => '0.0.0',
  on: (event, hear) => { if (event === 'will-quit') quitting = hear },
  quit: () => { let held = false; quitting({ preventDefault: () => { held = true } }); if (!held) { console.log('quit'); process.exit(0) } },
  requestSingleInstanceLock: () => { console.log('lock'); return true }, enableSandbox: say('sandbox'),
  whenReady: async () => { console.log('ready') }, relaunch: say('relaunch'), exit: (status) => process.exit(status) }
export const dialog = { showErrorBox: (title, text) => console.log('box') }
export const ipcMain = { on: (channel, hear) => { ask = () => hear({ sender: { id: 1 }, senderFrame: { origin: 'app://kiosk', parent: null, url: 'app://kiosk/' } }) } }
export const Menu = { setApplicationMenu: nothing }
export const powerSaveBlocker = { start: say('stay awake') }
export const protocol = { registerSchemesAsPrivileged: say('scheme'), handle: (name, handler) => { console.log('files'); answer = handler } }
export const safeStorage = { isAsyncEncryptionAvailable: async () => true, getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text) => Buffer.from(text), decryptStringAsync: async (sealed) => ({ result: String(sealed), shouldReEncrypt: false }) }
export const session = { defaultSession: { setPermissionRequestHandler: say('permission requests'),
  setPermissionCheckHandler: say('permission checks'), setDevicePermissionHandler: say('device permissions'),
  webRequest: { onBeforeRequest: say('requests') } } }
export const MessageChannelMain = MessageChannel
export const utilityProcess = { fork: (file) => {
  console.log('program')
  const worker = new Worker(file, { execArgv: process.execArgv })
  return { on: (event, hear) => worker.on(event, hear), once: (event, hear) => worker.once(event, hear),
    postMessage: (message, ports = []) => worker.postMessage({ message, ports }, ports) }
} }
export class BrowserWindow {
  webContents = { ...listening, id: 1, isDestroyed: () => false, setIgnoreMenuShortcuts: nothing, setVisualZoomLevelLimits: async () => {},
    postMessage: (channel, message, [port]) => {
      port.on('message', ({ id, output, error }) => {
        console.log('kiosk.read ' + (output ? output.checkpoint.lane + ' ' + output.version : JSON.stringify(error)))
        app.quit()
      })
      port.postMessage({ id: 1, method: 'kiosk.read', input: {} })
    } }
  constructor() { console.log('window') }
  on() {} once() {} removeMenu() {}
  async loadURL(url) {
    const response = await answer({ method: 'GET', url })
    console.log('load ' + url + ' ' + response.status + ' ' + await response.text())
    ask()
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
