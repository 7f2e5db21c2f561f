/** Both halves of the handshake (shared/rpc/handshake.ts) over a local socket. */
import * as v from 'valibot'
import {
  challengeSchema,
  enteredSchema,
  greetingSchema,
  nameOf,
  newNonce,
  prove,
  responseSchema,
} from '../../shared/rpc/handshake.ts'
import type { Wire } from '../../shared/rpc/wire.ts'
import { meetingPlace } from './socket-place.ts'

/** What a meeting is about. */
export interface MeetingPoint {
  address: string
  pass: string
}

/** The next message, if it is of the handshake; null for any other, and where the wire closes first. */
function hear<Schema extends v.GenericSchema>(wire: Wire, schema: Schema): Promise<v.InferOutput<Schema> | null> {
  return new Promise((resolve) => {
    const stopClosing = wire.onClose(() => resolve(null))
    const stop = wire.onMessage((received) => {
      stop()
      stopClosing()
      const message = v.safeParse(schema, received)
      resolve(message.success ? message.output : null)
    })
  })
}

/** The kiosk's half: whether whoever came has the pass of this run. */
export async function recognise(wire: Wire, { address, pass }: MeetingPoint): Promise<boolean> {
  const greeting = await hear(wire, greetingSchema)
  if (greeting?.name !== nameOf(pass)) return false
  const meeting = { origin: meetingPlace(address), windowNonce: greeting.nonce, kioskNonce: newNonce() }
  const [own, expected] = await Promise.all([prove(pass, 'kiosk', meeting), prove(pass, 'window', meeting)])
  const answered = hear(wire, responseSchema)
  wire.send({ nonce: meeting.kioskNonce, proof: own })
  // One attempt a nonce, so how long the comparison takes tells nobody anything.
  return (await answered)?.proof === expected
}

/** The command's half: whether whoever listens there is the kiosk, and has let it in. */
export async function introduce(wire: Wire, { address, pass }: MeetingPoint): Promise<boolean> {
  const windowNonce = newNonce()
  const challenged = hear(wire, challengeSchema)
  wire.send({ name: nameOf(pass), nonce: windowNonce })
  const challenge = await challenged
  if (!challenge) return false
  const meeting = { origin: meetingPlace(address), windowNonce, kioskNonce: challenge.nonce }
  const [own, expected] = await Promise.all([prove(pass, 'window', meeting), prove(pass, 'kiosk', meeting)])
  if (challenge.proof !== expected) return false
  const entered = hear(wire, enteredSchema)
  wire.send({ proof: own })
  return (await entered) !== null
}
