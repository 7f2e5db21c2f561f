/** A program that stands in the place of the loopback server. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { webSocketWire } from '../../main/browser/web-socket-wire.ts'
import { enter as proveWindow } from '../../renderer/rpc/enter.ts'
import { newNonce, nameOf } from '../../shared/rpc/handshake.ts'
import { enterWith } from './wires.ts'
import { loopback, origin, oneTimePass } from './strangers-at-loopback.ts'

describe('a program that stands in the kiosk’s place', () => {
  /** Answers every greeting with `answer`, and remembers what windows said. */
  async function stranger(
    answer: (said: unknown) => unknown,
  ): Promise<{ origin: string; said: string[]; close(): void }> {
    const said: string[] = []
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    server.on('connection', (socket) => {
      socket.on('message', (frame: Buffer) => {
        said.push(frame.toString('utf8'))
        socket.send(JSON.stringify(answer(JSON.parse(frame.toString('utf8')))))
      })
    })
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('listening, and on no port')
    return { origin: `http://127.0.0.1:${address.port}`, said, close: () => server.close() }
  }

  async function visit(at: string, pass: string): Promise<string> {
    const socket = new WebSocket(`${at.replace('http', 'ws')}/rpc`, { headers: { origin: at } })
    await once(socket, 'open')
    const { kind } = await proveWindow(webSocketWire(socket), at, pass)
    socket.terminate()
    return kind
  }

  test.each([
    ['lets the window in at once', () => ({ entered: true })],
    ['makes a proof up', () => ({ nonce: newNonce(), proof: 'a'.repeat(64) })],
    ['gives the window’s own words back', (said: unknown) => said],
    ['says nothing that is understood', () => null],
  ])('one that %s is a stranger, and hears a name and a nonce alone', async (_name, answer) => {
    const squatter = await stranger(answer)
    const pass = oneTimePass()
    expect(await visit(squatter.origin, pass)).toBe('stranger')
    expect(squatter.said).toHaveLength(1)
    expect(JSON.parse(squatter.said[0] ?? '')).toEqual({ name: nameOf(pass), nonce: expect.any(String) })
    squatter.close()
  })

  test('one that passes everything on, both ways, is found out by both', async () => {
    const passed: string[] = []
    const relay = new WebSocketServer({ server: createServer().listen(0, '127.0.0.1') })
    await once(relay, 'listening')
    relay.on('connection', (near) => {
      const far = new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } })
      const pending: string[] = []
      near.on('message', (frame: Buffer) => {
        const text = frame.toString('utf8')
        passed.push(text)
        if (far.readyState === far.OPEN) far.send(text)
        else pending.push(text)
      })
      far.on('open', () => pending.forEach((text) => far.send(text)))
      far.on('message', (frame: Buffer) => near.send(frame.toString('utf8')))
    })
    const address = relay.address()
    if (address === null || typeof address === 'string') throw new Error('listening, and on no port')
    const pass = oneTimePass()
    expect(await visit(`http://127.0.0.1:${address.port}`, pass)).toBe('stranger')
    expect(passed).toHaveLength(1)
    // The pass is not used up: the window that it was meant for comes in.
    expect((await enterWith(origin, pass)).socket.readyState).toBe(WebSocket.OPEN)
    for (const socket of relay.clients) socket.terminate()
    relay.close()
  })
})
