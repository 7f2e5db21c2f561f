/**
 * Keys as a keyboard sends them, through the browser's own input pipeline. A wedge scanner is such a keyboard, only
 * quicker; Playwright's own typing sends no Shift and cannot stand in for it.
 */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { strokesOf } from './us-keyboard.ts'

/** Milliseconds from key to key: of a wedge scanner, of a hand. */
export const scannerPace = 2
export const handPace = 65

/** A keyboard at a page. */
export interface Keyboard {
  /**
   * Types `text` and then Enter, `pace` milliseconds from key to key: 2 is a wedge scanner, 60 a quick hand. Keys are
   * sent without waiting for the page, as a keyboard does; the answer comes when the browser has taken the last.
   */
  type(text: string, pace: number): Promise<void>
  unplug(): void
}

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
  return {
    async type(text, pace) {
      const replies: Array<Promise<void>> = []
      const started = performance.now()
      for (const { stroke, index } of strokesOf(text)) {
        // Paced by the clock and not by pauses, which are coarser than 2 ms.
        const early = started + index * pace - performance.now()
        if (early > 0) await pause(early)
        const reply = Promise.withResolvers<void>()
        waiting.set((sent += 1), reply)
        replies.push(reply.promise)
        socket.send(JSON.stringify({ id: sent, method: 'Input.dispatchKeyEvent', params: stroke }))
      }
      await Promise.all(replies)
      waiting.clear()
    },
    unplug: () => socket.close(),
  }
}
