/** The wires the contract is tested over: a pair in memory, Electron's channel with a stand-in for Electron, a real
 * WebSocket on loopback, and the socket of a profile. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { openLoopback, type Loopback } from '../../main/browser/loopback.ts'
import { webSocketWire } from '../../main/browser/web-socket-wire.ts'
import { openPageDoor } from '../../main/electron/page-door.ts'
import type { Visit } from '../../main/officers/index.ts'
import { portWire } from '../../main/electron/port-wire.ts'
import { lineWire } from '../../main/profile-socket/line-wire.ts'
import { introduce } from '../../main/profile-socket/meet.ts'
import { openProfileSocket } from '../../main/profile-socket/open-socket.ts'
import { readPass } from '../../main/profile-socket/socket-place.ts'
import { openElectronWire } from '../../renderer/rpc/electron-wire.ts'
import { enter as proveWindow } from '../../renderer/rpc/enter.ts'
import { serve, type Served } from '../../shared/rpc/serve.ts'
import { longestMessage, socketPath } from '../../shared/rpc/web-socket.ts'
import type { Wire } from '../../shared/rpc/wire.ts'
import type { Caller } from '../../shared/contract/role.ts'
import type { Emit, Handlers } from '../../shared/contract/contract.ts'
import { memoryPair } from '../fixtures/memory-pair.ts'
import { openElectronChannel, portPair } from './electron-channel.ts'

/** A contract being served, seen from the caller's end. */
export interface Line {
  /** The caller's end. */
  wire: Wire
  emit: Emit
  /** What the serving end reported as faults so far. */
  faults: unknown[]
  /** Breaks the connection, as a closed window or a dead program does. */
  cut(): void
  close(): Promise<void>
}

const unclaimed = (): Caller => 'unclaimed'

/** `caller`: whose session it is; a kiosk's without officers where it is left out. */
export type OpenLine = (handlers: Handlers, caller?: () => Caller) => Promise<Line>

/** Two ends in memory. */
export const openMemoryLine: OpenLine = (handlers, caller = unclaimed) => {
  const [near, far] = memoryPair()
  const faults: unknown[] = []
  const served = serve(far.wire, handlers, { caller, onFault: (fault) => faults.push(fault) })
  const cut = (): void => near.cut()
  const close = (): Promise<void> => Promise.resolve(cut())
  return Promise.resolve({ wire: near.wire, emit: served.emit, faults, cut, close })
}

/** The Electron shell's wire: a port that the shell hands over and then knows nothing of. */
export const openElectronLine: OpenLine = async (handlers, caller = unclaimed) => {
  const electron = openElectronChannel()
  const faults: unknown[] = []
  const onFault = (fault: unknown): void => void faults.push(fault)
  const served = Promise.withResolvers<Served>()
  openPageDoor(electron.incoming, electron.contents, {
    channelOf: portPair,
    join: (port) => served.resolve(serve(portWire(port), handlers, { caller, onFault })),
    log: onFault,
  }).open()
  const { wire } = await openElectronWire(electron.bridge)
  const { emit } = await served.promise
  const cut = (): void => electron.destroy()
  const close = (): Promise<void> => Promise.resolve(cut())
  return { wire, emit, faults, cut, close }
}

/** The browser shell's own server, entered as a browser enters it. */
export const openSocketLine: OpenLine = async (handlers, caller = unclaimed) => {
  const faults: unknown[] = []
  const listeners = new Set<Emit>()
  const subscribe = (emit: Emit): (() => void) => {
    listeners.add(emit)
    return () => listeners.delete(emit)
  }
  const loopback = await openLoopback({
    app: { handlers, subscribe, caller },
    files: new Map(),
    port: 0,
    log: (line) => faults.push(line),
    onEntered: () => {},
  })
  const socket = await enter(loopback)
  return {
    wire: webSocketWire(socket),
    emit: (event, payload) => {
      for (const emit of listeners) emit(event, payload)
    },
    faults,
    cut: () => socket.terminate(),
    close: () => loopback.close(),
  }
}

/** The socket of a profile, reached as a command reaches it. */
export const openProfileLine: OpenLine = async (handlers, caller = unclaimed) => {
  const profile = mkdtempSync(join(tmpdir(), 'chot-line-'))
  const faults: unknown[] = []
  const listeners = new Set<Emit>()
  const subscribe = (emit: Emit): (() => void) => {
    listeners.add(emit)
    return () => listeners.delete(emit)
  }
  const log = (line: string): void => void faults.push(line)
  const visit = (): Visit => ({ caller, run: (act) => act(), end: () => undefined })
  const { address, close } = await openProfileSocket({ profile, app: { handlers, subscribe, visit }, log })
  const socket = connectTo(address)
  const wire = lineWire(socket, longestMessage)
  if (!(await introduce(wire, { address, pass: readPass(profile) ?? '' }))) throw new Error('not let in')
  return {
    wire,
    emit: (event, payload) => {
      for (const emit of listeners) emit(event, payload)
    },
    faults,
    cut: () => void socket.destroy(),
    close() {
      close()
      rmSync(profile, { recursive: true })
      return Promise.resolve()
    },
  }
}

/** A window of the loopback server: its socket, and the pass it comes back with. */
export interface EnteredWindow {
  socket: WebSocket
  pass: string
}

/** Opens a socket as a browser does that has the page of `origin`, and proves that it holds `pass`. */
export async function enterWith(origin: string, pass: string): Promise<EnteredWindow> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${socketPath}`, { headers: { origin } })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const answer = await proveWindow(webSocketWire(socket), origin, pass)
  if (answer.kind !== 'in') throw new Error(`not let in: ${answer.kind}`)
  return { socket, pass: answer.derived }
}

/** Uses the one-time address. */
export async function enter(loopback: Loopback): Promise<WebSocket> {
  const { origin, hash } = new URL(loopback.address())
  const { socket } = await enterWith(origin, hash.slice(1))
  return socket
}
