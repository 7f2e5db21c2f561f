/** A loopback server that strangers come to, and how they do. */
import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import { openLoopback, type Loopback } from '../../main/browser/loopback.ts'
import { handlersWith, settings } from './answers.ts'

export let loopback: Loopback
export let origin: string
export let written: number

beforeEach(async () => {
  written = 0
  const handlers = handlersWith({
    'settings.write': () => {
      written += 1
      return settings
    },
  })
  const app = { handlers, subscribe: () => () => {}, caller: () => 'nobody' as const }
  loopback = await openLoopback({ app, files: new Map(), port: 0, log: () => {}, onEntered: () => {} })
  origin = `http://127.0.0.1:${loopback.port}`
})
afterEach(() => loopback.close())

export const oneTimePass = (): string => new URL(loopback.address()).hash.slice(1)

export const plug = (): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: loopback.port }, () => resolve(socket))
    socket.on('error', () => {})
  })

/** Everything that comes back over a connection until the other side ends it. */
export async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  await once(socket, 'close')
  return text
}
