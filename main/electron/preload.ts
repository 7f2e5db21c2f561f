/**
 * The only thing of ours that runs beside the page in Electron: it asks for a port to the program and carries messages, and
 * knows nothing of them. Built into one CommonJS file, for a sandboxed preload script can load no other.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channel } from './channel.ts'

contextBridge.exposeInMainWorld('chot', {
  shell: 'electron',
  /** Resolves, once the program is there, with what sends to it. `ended` is called when the program is gone. */
  connect(hear: (message: unknown) => void, ended: () => void): Promise<(message: unknown) => void> {
    return new Promise((resolve) => {
      ipcRenderer.once(channel, ({ ports: [port] }: IpcRendererEvent) => {
        if (!port) return
        // The event itself stays here: it would give the page the port.
        port.addEventListener('message', ({ data }: { data: unknown }) => hear(data))
        port.addEventListener('close', () => ended())
        port.start()
        resolve((message) => port.postMessage(message))
      })
      ipcRenderer.send(channel)
    })
  },
})
