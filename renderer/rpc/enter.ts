/** The window's half of the handshake (shared/rpc/handshake.ts): finds out whether who answers is the kiosk it came from. */
import * as v from 'valibot'
import { challengeSchema, derivePass, enteredSchema, nameOf, newNonce, prove } from '../../shared/rpc/handshake.ts'
import type { Wire } from '../../shared/rpc/wire.ts'

/** `in`: with the pass to come back with. `stranger`: it holds no pass of ours. `lost`: it went away first. */
export type Answer = { kind: 'in'; derived: string } | { kind: 'stranger' } | { kind: 'lost' }

/** Proves this window to whoever is behind `wire`, once that has proven itself. `origin` is the page's own. */
export async function enter(wire: Wire, origin: string, pass: string): Promise<Answer> {
  const windowNonce = newNonce()
  const first = await ask(wire, { name: nameOf(pass), nonce: windowNonce })
  if (first === closed) return { kind: 'lost' }
  const challenge = v.safeParse(challengeSchema, first)
  if (!challenge.success) return { kind: 'stranger' }
  const meeting = { origin, windowNonce, kioskNonce: challenge.output.nonce }
  const [expected, own, derived] = await Promise.all([
    prove(pass, 'kiosk', meeting),
    prove(pass, 'window', meeting),
    derivePass(pass, meeting),
  ])
  if (challenge.output.proof !== expected) return { kind: 'stranger' }
  const last = await ask(wire, { proof: own })
  return v.is(enteredSchema, last) ? { kind: 'in', derived } : { kind: 'lost' }
}

const closed = Symbol('closed')

/** Says something, and answers with the next thing that is said, or `closed`. */
function ask(wire: Wire, message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const stops = [wire.onMessage((answer) => settle(answer)), wire.onClose(() => settle(closed))]
    const settle = (answer: unknown): void => {
      for (const stop of stops) stop()
      resolve(answer)
    }
    wire.send(message)
  })
}
