/**
 * A client that outlives its connection. When the program behind the screen goes away it is called again with growing
 * pauses; calls made meanwhile fail at once with `CLOSED` and are never repeated by themselves, because a scan may
 * already have been recorded. While it is there, a call waits for its answer however long that takes: a machine that is
 * busy has not lost the scan, and its answer is the verdict. The screen says that it waits.
 */
import type { Client, Event, EventPayload } from '../../shared/contract/contract.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { Fault } from '../../shared/rpc/fault.ts'
import type { Wire } from '../../shared/rpc/wire.ts'

/** Why a wire ended: another window of this kiosk took over, or anything else (worth another try). */
export type WireEnd = 'taken-over' | 'lost'

/**
 * Why this window is not let in, and will not be: it was opened without a pass; its address has been used; who answers
 * is not the kiosk that it was in (that was started again, or another program has taken its place).
 */
export type Refusal = 'unentered' | 'used-address' | 'stranger'

/** `slow`: the program is there, and has not answered for a while. */
export type LinkState = 'connecting' | 'open' | 'slow' | WireEnd | Refusal

/** What came of opening a wire. */
export type Opening =
  | { kind: 'open'; wire: Wire; ended: Promise<WireEnd> }
  | { kind: 'refused'; why: Refusal }
  | { kind: 'lost' }

/** A client, and the state of what lies under it. */
export interface Link extends Client {
  /** Calls `listener` with the present state and at each change; the answer stops it. */
  onState(listener: (state: LinkState) => void): () => void
}

/** Waits so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>

/** Pauses between attempts, in milliseconds; the last one repeats. */
const pauses = [250, 500, 1_000, 2_000, 4_000]

/** Longer than any call takes on a machine that is not busy, in milliseconds. */
const patience = 8_000

/** Connects, and goes on connecting. */
export function openLink(openWire: () => Promise<Opening>, wait: Wait = pause): Link {
  const stateListeners = new Set<(state: LinkState) => void>()
  const subscriptions = new Set<(client: Client) => void>()
  const overdue = new Set<object>()
  let client: Client | undefined
  let state: LinkState = 'connecting'
  const closing = new AbortController()

  const turn = (next: LinkState): void => {
    state = next
    for (const listener of stateListeners) listener(next)
  }

  /** Uses an open wire until it ends. */
  async function use(wire: Wire, ended: Promise<WireEnd>): Promise<WireEnd> {
    const current = connect(wire)
    client = current
    for (const subscribe of subscriptions) subscribe(current)
    turn('open')
    const end = await ended
    client = undefined
    current.close()
    turn(end)
    return end
  }

  async function keepConnected(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const opening = await openWire().catch((): Opening => ({ kind: 'lost' }))
      if (closing.signal.aborted) return
      if (opening.kind === 'refused') return turn(opening.why)
      if (opening.kind === 'lost') turn('lost')
      else {
        failures = -1
        if ((await use(opening.wire, opening.ended)) === 'taken-over') return
      }
      await wait(pauses[Math.min(Math.max(failures, 0), pauses.length - 1)] ?? 0)
    }
  }
  void keepConnected()

  /** Says so while a call waits for longer than it should. */
  function watch(answer: Promise<unknown>): void {
    let settled = false
    const settle = (): void => {
      settled = true
      if (overdue.delete(answer) && overdue.size === 0 && state === 'slow') turn('open')
    }
    answer.then(settle, settle)
    const complain = (): void => {
      if (settled) return
      overdue.add(answer)
      if (state === 'open') turn('slow')
    }
    void wait(patience).then(complain)
  }

  return {
    call(method, input) {
      if (!client) return Promise.reject(new Fault('CLOSED', 'The connection is closed.'))
      const answer = client.call(method, input)
      watch(answer)
      return answer
    },
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
