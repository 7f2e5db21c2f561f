/** How a window enters the loopback server, and sockets that are not ours any more. */
import { once } from 'node:events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { longestHandshakeBytes } from '../../main/browser/limit-handshake.ts'
import { webSocketWire } from '../../main/browser/web-socket-wire.ts'
import { enter as proveWindow } from '../../renderer/rpc/enter.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { newNonce, nameOf } from '../../shared/rpc/handshake.ts'
import { notUnderstoodCode, takenOverCode, unknownPassCode } from '../../shared/rpc/web-socket.ts'
import { settings } from './answers.ts'
import { enter, enterWith } from './wires.ts'
import { loopback, origin, written, oneTimePass } from './strangers-at-loopback.ts'

describe('the handshake', () => {
  /** Says one after the other on a socket of our origin, and answers with the code it is closed with. */
  async function say(...messages: (string | Buffer)[]): Promise<number> {
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } })
    await once(socket, 'open')
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    for (const message of messages) {
      const answered = new Promise((resolve) => socket.once('message', resolve))
      if (socket.readyState === socket.OPEN) socket.send(message)
      await Promise.race([answered, closed])
    }
    return closed
  }

  test('a name that nobody has is refused', async () => {
    expect(await say(JSON.stringify({ name: 'a'.repeat(16), nonce: newNonce() }))).toBe(unknownPassCode)
  })

  test('who knows a pass’s name and not its secret is refused, and does not use the pass up', async () => {
    const greeting = JSON.stringify({ name: nameOf(oneTimePass()), nonce: newNonce() })
    expect(await say(greeting, JSON.stringify({ proof: 'a'.repeat(64) }))).toBe(unknownPassCode)
    expect((await enter(loopback)).readyState).toBe(WebSocket.OPEN)
  })

  test('no first message of any other kind is let in, and nothing of the contract is answered before', async () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.record({ name: fc.constant('0'.repeat(16)), nonce: fc.string() }).map((said) => JSON.stringify(said)),
      fc.constant(JSON.stringify({ id: 0, method: 'settings.write', input: {} })),
      fc.nat(900).map((length) => 'x'.repeat(length)),
    )
    const property = fc.asyncProperty(text, async (message) => {
      expect([notUnderstoodCode, unknownPassCode]).toContain(await say(message))
    })
    await fc.assert(property, { numRuns: 100 })
    expect(written).toBe(0)
  })

  test.each([
    ['a message that never ends', (socket: WebSocket) => socket.send('x', { fin: false })],
    ['pings', () => undefined],
  ])('%s is heard no longer than a handshake is', async (_, sendMore) => {
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } })
    await once(socket, 'open')
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    let taken = 0
    // Each ping that is answered shows that what was sent before it was taken: both cost six bytes at least.
    for (let round = 0; round < longestHandshakeBytes && socket.readyState === socket.OPEN; round++) {
      const answered = once(socket, 'pong').then(() => void (taken += 6))
      sendMore(socket)
      socket.ping()
      await Promise.race([answered, closed])
    }
    await closed
    expect(taken).toBeLessThanOrEqual(longestHandshakeBytes)
  })

  test('a long first message is cut off, whole or in pieces, and a window may say more once it is in', async () => {
    for (const fin of [true, false]) {
      const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } })
      await once(socket, 'open')
      socket.on('error', () => {})
      const closed = once(socket, 'close')
      socket.send('x'.repeat(longestHandshakeBytes), { fin })
      await closed
    }
    const window = await enter(loopback)
    const wire = connect(webSocketWire(window))
    for (let sent = 0; sent < 2 * longestHandshakeBytes; sent += 30)
      expect(await wire.call('settings.write', {})).toEqual(settings)
    window.terminate()
  })

  test('two windows that come with one pass at once: one is let in', async () => {
    const pass = oneTimePass()
    const came = await Promise.allSettled([enterWith(origin, pass), enterWith(origin, pass), enterWith(origin, pass)])
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('what was heard in one meeting serves in no other', async () => {
    const pass = oneTimePass()
    const heard: string[] = []
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } })
    await once(socket, 'open')
    const wire = webSocketWire(socket)
    const send = (message: unknown): void => {
      heard.push(JSON.stringify(message))
      wire.send(message)
    }
    const answer = await proveWindow({ ...wire, send }, origin, pass)
    expect(answer.kind).toBe('in')
    expect(heard).toHaveLength(2)
    expect(heard.join()).not.toContain(pass.slice(16))
    expect(await say(...heard)).toBe(unknownPassCode)
    socket.terminate()
  })
})

test('a socket that was taken over and ignores it is not heard from that instant, and is cut off', async () => {
  const first = await enter(loopback)
  // It hears nothing, so it does not hear that it is to close, and it goes on calling for as long as it can.
  first.pause()
  const second = await enter(loopback)
  first.on('error', () => {})
  const cut = once(first, 'close')
  const calling = setInterval(() => first.send(JSON.stringify({ id: 1, method: 'settings.write', input: {} })), 20)
  await cut
  clearInterval(calling)
  expect(written).toBe(0)
  await expect(connect(webSocketWire(second)).call('settings.write', {})).resolves.toEqual(settings)
  second.terminate()
})

test('a window that is taken over is told so', async () => {
  const first = await enter(loopback)
  const told = new Promise((resolve) => first.once('close', resolve))
  const second = await enter(loopback)
  expect(await told).toBe(takenOverCode)
  expect(second.readyState).toBe(second.OPEN)
  second.terminate()
})
