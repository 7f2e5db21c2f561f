/** The command's end: finds the kiosk that has a profile open, where one does. */
import { connect as plug, type Socket } from 'node:net'
import type { Client } from '../../shared/contract/contract.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import { lineWire } from './line-wire.ts'
import { introduce } from './meet.ts'
import { readPass, socketPlaces } from './socket-place.ts'

/** Milliseconds for a kiosk to answer: one that is busy with a disk takes a while, and a person waits. */
const longestMeeting = 10_000

/** A socket that has connected; null where nobody listens there. */
function plugged(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = plug(address)
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(null))
  })
}

async function meet(address: string, pass: string): Promise<Client | null> {
  const socket = await plugged(address)
  if (!socket) return null
  const wire = lineWire(socket, longestMessage)
  const tooLong = setTimeout(() => socket.destroy(), longestMeeting)
  const known = await introduce(wire, { address, pass })
  clearTimeout(tooLong)
  if (!known) {
    socket.destroy()
    return null
  }
  const client = connect(wire)
  return {
    ...client,
    close() {
      client.close()
      socket.destroy()
    },
  }
}

/** A client of the kiosk that has this profile open; null where none answers. Whoever gets one closes it. */
export async function reachKiosk(profile: string): Promise<Client | null> {
  const pass = readPass(profile)
  if (pass === null) return null
  for (const { address } of socketPlaces(profile, pass, process.platform)) {
    const client = await meet(address, pass)
    if (client) return client
  }
  return null
}
