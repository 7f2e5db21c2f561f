/**
 * Keys as a keyboard sends them, through the browser's own input pipeline. A wedge scanner is such a keyboard, only
 * quicker; Playwright's own typing sends no Shift and cannot stand in for it.
 */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { strokesOf, type ScannerSettings, type Strokes } from './us-keyboard.ts'

/** Milliseconds from key to key: of a wedge scanner, of a hand. */
export const scannerPace = 2
export const handPace = 65

/** Milliseconds from key to key, or before each key by its number. */
export type Pace = number | ((index: number) => number)

/** A keyboard at a page. */
export interface Keyboard {
  /**
   * Types `text` and then Enter, `pace` milliseconds from key to key: 2 is a wedge scanner, 60 a quick hand. Keys are
   * sent without waiting for the page, as a keyboard does; the answer comes when the browser has taken the last.
   */
  type(text: string, pace: Pace, settings?: ScannerSettings): Promise<void>
  /** @param struck the pace at which the keys were struck, where the machine hands them on at another */
  send(strokes: Strokes, pace: Pace, struck?: Pace): Promise<void>
  /** An input method shows this in the field instead of what its keys bear. */
  compose(text: string): Promise<void>
  unplug(): void
}

const gapOf = (pace: Pace) => (typeof pace === 'number' ? () => pace : pace)

const targetsSchema = v.array(v.object({ url: v.string(), webSocketDebuggerUrl: v.string() }))
const replySchema = v.object({ id: v.number(), error: v.optional(v.object({ message: v.string() })) })

/**
 * Plugs a keyboard in at the page with this address, by the browser's own debugging port. Playwright's session to the
 * same port is not used: as it keeps a record of every call, it takes longer for each key the more have been sent.
 */
export async function plugIn(debuggingPort: number, address: string): Promise<Keyboard> {
  const answer = await fetch(`http://127.0.0.1:${debuggingPort}/json/list`)
  const target = v.parse(targetsSchema, await answer.json()).find(({ url }) => url === address)
  if (!target) throw new Error(`the browser has no page ${address}`)
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await once(socket, 'open')
  const waiting = new Map<number, PromiseWithResolvers<void>>()
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { id, error } = v.parse(replySchema, JSON.parse(data))
    if (error) waiting.get(id)?.reject(new Error(error.message))
    else waiting.get(id)?.resolve()
  })
  let sent = 0
  function call(method: string, params: object): Promise<void> {
    const reply = Promise.withResolvers<void>()
    waiting.set((sent += 1), reply)
    socket.send(JSON.stringify({ id: sent, method, params }))
    return reply.promise
  }
  async function send(strokes: Strokes, pace: Pace, struck: Pace = pace): Promise<void> {
    const replies: Array<Promise<void>> = []
    const [before, gapAt] = [gapOf(pace), gapOf(struck)]
    let due = performance.now()
    let stamp = due
    let latest = 0
    for (const { stroke, index } of strokes) {
      // Whoever was kept waiting makes up for it: no hand and no scanner waits for a machine.
      if (index > latest) {
        due += before(index)
        stamp += gapAt(index)
      }
      latest = index
      // Paced by the clock and not by pauses, which are coarser than 2 ms.
      const early = due - performance.now()
      if (early > 0) await pause(early)
      // A keyboard's driver stamps a key when it is struck, however late the browser is told: seconds since 1970.
      const timestamp = (performance.timeOrigin + stamp) / 1_000
      replies.push(call('Input.dispatchKeyEvent', { ...stroke, timestamp }))
    }
    await Promise.all(replies)
    waiting.clear()
    // Nor does a hand leave a key sooner than it goes to the next one.
    if (before(latest) >= handPace) await pause(before(latest))
  }
  return {
    send,
    type: (text, pace, settings) => send(strokesOf(text, settings), pace),
    compose: (text) =>
      call('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    unplug: () => socket.close(),
  }
}
