/** The loopback server among strangers: programs that hold no pass, and sockets that are not ours any more. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { longestHandshakeBytes } from '../../main/browser/limit-handshake.ts'
import { openLoopback, type Loopback } from '../../main/browser/loopback.ts'
import { mostStrangers } from '../../main/browser/strangers.ts'
import { webSocketWire } from '../../main/browser/web-socket-wire.ts'
import { enter as proveWindow } from '../../renderer/rpc/enter.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { newNonce, nameOf } from '../../shared/rpc/handshake.ts'
import { notUnderstoodCode, takenOverCode, unknownPassCode } from '../../shared/rpc/web-socket.ts'
import { handlersWith, settings } from './answers.ts'
import { enter, enterWith } from './wires.ts'

let loopback: Loopback
let origin: string
let written: number

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

const oneTimePass = (): string => new URL(loopback.address()).hash.slice(1)

const plug = (): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: loopback.port }, () => resolve(socket))
    socket.on('error', () => {})
  })

/** Everything that comes back over a connection until the other side ends it. */
async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  await once(socket, 'close')
  return text
}

describe('requests of strangers', () => {
  test.each([9_000, 20_000, 700_000])(
    '%i bytes of cookies are told to go, on a page that can be read',
    async (size) => {
      const socket = await plug()
      const page = readAll(socket)
      socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${loopback.port}\r\nCookie: ${'x=;'.repeat(size / 3)}\r\n\r\n`)
      const text = await page
      expect(text).toMatch(/^HTTP\/1\.1 431 /)
      expect(text).toContain('Clear-Site-Data: "cookies"')
      expect(text).toContain('Hãy tải lại trang')
      expect(text).toContain('Reload the page')
      expect(text).toContain('</html>')
    },
  )

  test('half-sent requests take the place of each other, and of nobody else', async () => {
    const window = await enter(loopback)
    const sockets = await Promise.all(Array.from({ length: 220 }, plug))
    let open = sockets.length
    let told = 0
    const turned = new Promise<void>((resolve) => {
      for (const socket of sockets) {
        // Who is told that it was too slow had its place until then.
        socket.on('data', () => (told += 1))
        socket.once('close', () => {
          open -= 1
          if (open === mostStrangers) resolve()
        })
      }
    })
    for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: ')
    await turned
    expect({ open, told }).toEqual({ open: mostStrangers, told: 0 })
    expect((await fetch(`${origin}/`)).status).toBe(404)
    await expect(connect(webSocketWire(window)).call('settings.write', {})).resolves.toEqual(settings)
    for (const socket of sockets) socket.destroy()
    window.terminate()
  })

  test('who has sent a whole request goes after all who have not', async () => {
    const reader = await plug()
    const answers: string[] = []
    reader.setEncoding('utf8').on('data', (text: string) => answers.push(text))
    const ask = async (): Promise<void> => {
      const answered = once(reader, 'data')
      reader.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${loopback.port}\r\n\r\n`)
      await answered
    }
    await ask()
    const sockets = await Promise.all(Array.from({ length: 2 * mostStrangers }, plug))
    await ask()
    expect(answers.join('').match(/^HTTP\/1\.1 404/gm)).toHaveLength(2)
    for (const socket of [reader, ...sockets]) socket.destroy()
  })

  test('sockets whose window is not known take no place of a window that is', async () => {
    const window = await enter(loopback)
    const strangers = Array.from(
      { length: 3 * mostStrangers },
      () => new WebSocket(`ws://127.0.0.1:${loopback.port}/rpc`, { headers: { origin } }),
    )
    await Promise.all(
      strangers.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket
              .on('error', () => {})
              .on('open', resolve)
              .on('close', () => resolve())
          }),
      ),
    )
    await expect(connect(webSocketWire(window)).call('settings.write', {})).resolves.toEqual(settings)
    const other = await enter(loopback)
    expect(other.readyState).toBe(other.OPEN)
    for (const socket of [...strangers, window, other]) socket.terminate()
  })
})

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
