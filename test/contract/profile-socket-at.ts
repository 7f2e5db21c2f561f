/** A profile with its socket open, and who comes to it: a command, somebody without the pass, somebody with it. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect as plug, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Visit } from '../../main/officers/index.ts'
import { usualPatience, type Patience, type Served } from '../../main/profile-socket/attend.ts'
import { lineWire } from '../../main/profile-socket/line-wire.ts'
import { introduce } from '../../main/profile-socket/meet.ts'
import { openProfileSocket, type ProfileSocket } from '../../main/profile-socket/open-socket.ts'
import { reachKiosk } from '../../main/profile-socket/reach-kiosk.ts'
import { readPass } from '../../main/profile-socket/socket-place.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Caller } from '../../shared/contract/role.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import { handlersWith, settings } from './answers.ts'

export const asAnybody = (): Visit => ({ caller: () => 'unclaimed', run: (act) => act(), end: () => undefined })

export function newProfile(name = 'chot-socket-'): string {
  const profile = mkdtempSync(join(tmpdir(), name))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  return profile
}

export const wholePass = (profile: string): string => readPass(profile) ?? ''

export interface Listening extends ProfileSocket {
  profile: string
  /** Calls of `settings.write` so far. */
  written: () => number
  logged: string[]
}

export async function listening({
  profile = newProfile(),
  patience = usualPatience,
  caller = (): Caller => 'unclaimed',
  answers = {},
}: {
  profile?: string
  patience?: Patience
  caller?: () => Caller
  answers?: Partial<Served['handlers']>
} = {}): Promise<Listening> {
  let written = 0
  const handlers = handlersWith({
    'settings.write': () => {
      written += 1
      return settings
    },
    ...answers,
  })
  const logged: string[] = []
  const visit = (): Visit => ({ caller, run: (act) => act(), end: () => undefined })
  const app = { handlers, visit, subscribe: () => () => undefined }
  const socket = await openProfileSocket({ profile, app, log: (line) => logged.push(line), patience })
  onTestFinished(() => socket.close())
  return { ...socket, profile, written: () => written, logged }
}

export async function reached(profile: string): Promise<Client> {
  const client = await reachKiosk(profile)
  if (!client) throw new Error('no kiosk answers')
  onTestFinished(() => client.close())
  return client
}

/** A connection that knows nothing of the contract. */
export async function raw(address: string): Promise<Socket> {
  const socket = plug(address)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  socket.resume()
  return socket
}

/** A connection that has proven itself, and then says what it likes. */
export async function entered({ address, profile }: Listening): Promise<Socket> {
  const socket = plug(address)
  const wire = lineWire(socket, longestMessage)
  onTestFinished(() => void socket.destroy())
  expect(await introduce(wire, { address, pass: wholePass(profile) })).toBe(true)
  return socket
}

/** However it ends, by an error as well. */
export const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve()
    else socket.once('close', () => resolve())
  })
