/**
 * A client that outlives its connection. When the program behind the screen goes away it is called again with growing
 * pauses; calls made meanwhile fail at once with `CLOSED` and are never repeated by themselves, because a scan may
 * already have been recorded.
 */
import type { Client, Event, EventPayload } from '../../shared/contract/contract.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { Fault } from '../../shared/rpc/fault.ts'
import type { Wire } from '../../shared/rpc/wire.ts'
import type { WireEnd } from './websocket-wire.ts'

/** `taken-over`: another window of this kiosk is in use now, so this one stays out. */
export type LinkState = 'connecting' | 'open' | WireEnd

/** A client, and the state of what lies under it. */
export interface Link extends Client {
  /** Calls `listener` with the present state and at each change; the answer stops it. */
  onState(listener: (state: LinkState) => void): () => void
}

/** Opens a Wire, and says when it ended. */
export type OpenWire = () => Promise<{ wire: Wire; ended: Promise<WireEnd> }>

/** Pauses between attempts, in milliseconds; the last one repeats. */
const pauses = [250, 500, 1_000, 2_000, 4_000]

/** Longer than any verification; a program that takes this long to answer is in trouble. */
const callTimeoutMs = 10_000

/** Connects, and goes on connecting. */
export function openLink(openWire: OpenWire, wait: (milliseconds: number) => Promise<void> = pause): Link {
  const stateListeners = new Set<(state: LinkState) => void>()
  const subscriptions = new Set<(client: Client) => void>()
  let client: Client | undefined
  let state: LinkState = 'connecting'
  const closing = new AbortController()

  const turn = (next: LinkState): void => {
    state = next
    for (const listener of stateListeners) listener(next)
  }

  async function keepConnected(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const opened = await openWire().catch(() => undefined)
      if (opened && !closing.signal.aborted) {
        failures = -1
        const current = connect(opened.wire, { timeoutMs: callTimeoutMs })
        client = current
        for (const subscribe of subscriptions) subscribe(current)
        turn('open')
        const end = await opened.ended
        client = undefined
        current.close()
        turn(end)
        if (end === 'taken-over') return
      } else turn('lost')
      await wait(pauses[Math.min(Math.max(failures, 0), pauses.length - 1)] ?? 0)
    }
  }
  void keepConnected()

  return {
    call: (method, input) =>
      client ? client.call(method, input) : Promise.reject(new Fault('CLOSED', 'The connection is closed.')),
    on<E extends Event>(event: E, listener: (payload: EventPayload<E>) => void) {
      let stop: (() => void) | undefined
      const subscribe = (current: Client): void => void (stop = current.on(event, listener))
      subscriptions.add(subscribe)
      if (client) subscribe(client)
      return () => {
        subscriptions.delete(subscribe)
        stop?.()
      }
    },
    onState(listener) {
      stateListeners.add(listener)
      listener(state)
      return () => void stateListeners.delete(listener)
    },
    close() {
      closing.abort()
      client?.close()
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
