/**
 * The program behind the screen, in a process of its own: a disk that stalls never freezes the window, and a fault here never
 * takes it along. It is told what to do by the shell, and reached by pages over ports.
 */
import * as v from 'valibot'
import { settingsSchema, type Settings } from '../../shared/contract/schemas.ts'
import { serve } from '../../shared/rpc/serve.ts'
import { endsFolder, openApp, type App, type Secrets, type SettingsStore } from '../app.ts'
import { openingSentence, realPlace } from '../shell/index.ts'
import { portWire, type Port } from './port-wire.ts'
import type { Keys, News, Order } from './program-message.ts'
import { sealByShell } from './seal-by-shell.ts'

/** The part of Electron's `process.parentPort` that is used. */
export interface ShellPort {
  postMessage(news: News): void
  on(event: 'message', hear: (message: { data: Order; ports: readonly Port[] }) => void): unknown
}

/** Does what the shell says, until it says `close`. */
export function runProgram(shell: ShellPort): void {
  const say = (news: News): void => shell.postMessage(news)
  const log = (line: string): void => say({ kind: 'log', line })
  const system = sealByShell(say)
  let app: App | null = null
  /** Pages that came before the profile was open. */
  const waiting: Port[] = []

  function join(port: Port): void {
    if (!app) return void waiting.push(port)
    const opened = app
    const wire = portWire(port)
    const served = serve(wire, opened.handlers, {
      caller: () => opened.caller(),
      onFault: (fault) => log(describe(fault)),
    })
    wire.onClose(opened.subscribe(served.emit))
  }

  async function open({ profile, version, keys, settings }: Extract<Order, { kind: 'open' }>): Promise<void> {
    try {
      const store = keptByShell(settings, say)
      const setUp = { system, realPlace: realPlace(process.env) }
      const ends = endsFolder(process.env)
      const ports = { now: Date.now, settings: store, secrets: given(keys), ends, log, setUp }
      app = await openApp({ profile, version, ports })
      say({ kind: 'opened' })
      for (const port of waiting.splice(0)) join(port)
    } catch (error) {
      const sentence = openingSentence(error, profile, null)
      // Nobody expected it: it ends the process, and the shell hears of that.
      if (sentence === null) throw error
      say({ kind: 'refused', sentence })
    }
  }

  shell.on('message', ({ data: order, ports: [port] }) => {
    if (order.kind === 'open') void open(order)
    else if (order.kind === 'sealed') system.hear(order)
    else if (order.kind === 'page') {
      if (port) join(port)
    } else {
      app?.close()
      app = null
      say({ kind: 'closed' })
    }
  })
}

const describe = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))

function given(keys: Keys): Secrets {
  const { journalKey, kioskKey, commandKey, officerKey } = keys
  return {
    journalKey: () => journalKey,
    kioskKey: () => kioskKey,
    commandKey: () => commandKey,
    officerKey: () => officerKey,
  }
}

/** Settings that hold here at once, and that the shell writes down. */
function keptByShell(first: Settings, say: (news: News) => void): SettingsStore {
  let settings = first
  return {
    read: () => settings,
    write(change) {
      settings = v.parse(settingsSchema, { ...settings, ...change })
      say({ kind: 'settings', settings })
      return settings
    },
  }
}
