/**
 * How a page comes to the program: it asks over the one channel, and is given one end of a pair of ports. A page that asks
 * while the program is not there is given one as soon as it is.
 */
import { channel } from './channel.ts'
import { mayHear, type Sender } from './sender-rule.ts'

/** What of Electron's `IpcMainEvent` is looked at. */
export interface Envelope {
  sender: { id: number }
  senderFrame: (Sender['frame'] & { url: string }) | null
}

/** The part of `ipcMain` that is used. */
export interface Incoming {
  on(name: string, hear: (envelope: Envelope) => void): unknown
}

/** The part of a window's `webContents` that is used. */
export interface Contents<Port> {
  id: number
  isDestroyed(): boolean
  postMessage(name: string, message: null, ports: Port[]): void
}

/** A door that pages come through. */
export interface PageDoor {
  /** The program is there, or there again. */
  open(): void
  /** The program is gone. */
  shut(): void
}

/**
 * Opens the door for the page in `contents`. Whoever else asks is not answered, and mentioned in the log.
 * @param channelOf makes a pair of ports
 * @param join takes the program's end
 */
export function openPageDoor<Port>(
  incoming: Incoming,
  contents: Contents<Port>,
  {
    channelOf,
    join,
    log,
  }: { channelOf: () => { port1: Port; port2: Port }; join: (port: Port) => void; log: (line: string) => void },
): PageDoor {
  let programThere = false
  let asked = false

  function give(): void {
    if (!asked || !programThere || contents.isDestroyed()) return
    asked = false
    const { port1, port2 } = channelOf()
    join(port1)
    contents.postMessage(channel, null, [port2])
  }

  incoming.on(channel, ({ sender, senderFrame }) => {
    if (!mayHear({ contents: sender.id, frame: senderFrame }, contents.id))
      return log(`A message of ${senderFrame?.url ?? 'a frame that is gone'} was dropped.`)
    asked = true
    give()
  })
  return {
    open() {
      programThere = true
      give()
    },
    shut: () => void (programThere = false),
  }
}
