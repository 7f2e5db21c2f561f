/**
 * The only thing of ours that runs beside the page in Electron: it carries messages and knows nothing of them. Built
 * into one CommonJS file, for a sandboxed preload script can load no other.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channel } from './channel.ts'

contextBridge.exposeInMainWorld('chot', {
  shell: 'electron',
  send(message: unknown): void {
    ipcRenderer.send(channel, message)
  },
  onMessage(listener: (message: unknown) => void): () => void {
    // The event itself stays here: it would give the page ipcRenderer.
    const hear = (_event: IpcRendererEvent, message: unknown): void => listener(message)
    ipcRenderer.on(channel, hear)
    return () => void ipcRenderer.off(channel, hear)
  },
})
