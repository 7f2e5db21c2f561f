/** The loopback server among strangers: requests of programs that hold no pass. */
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { mostStrangers } from '../../main/browser/strangers.ts'
import { webSocketWire } from '../../main/browser/web-socket-wire.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { settings } from './answers.ts'
import { enter } from './wires.ts'
import { loopback, origin, plug, readAll } from './strangers-at-loopback.ts'

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
