/** The socket of a profile among strangers: who reaches it without the pass, and who stands in its place. */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect as plug, createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { usualPatience } from '../../main/profile-socket/attend.ts'
import { lineWire } from '../../main/profile-socket/line-wire.ts'
import { introduce } from '../../main/profile-socket/meet.ts'
import { mostConnections } from '../../main/profile-socket/open-socket.ts'
import { reachKiosk } from '../../main/profile-socket/reach-kiosk.ts'
import { socketPlaces } from '../../main/profile-socket/socket-place.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import { settings } from './answers.ts'
import { newProfile, wholePass, listening, reached, raw, closed } from './profile-socket-at.ts'

describe('a stranger who reaches the socket', () => {
  test.each([
    ['without the pass', () => 'b'.repeat(64)],
    ['with the pass’s name alone', (pass: string) => pass.slice(0, 16) + '0'.repeat(48)],
  ])('%s is not let in', async (_, forged) => {
    const { address, profile, written } = await listening()
    const socket = plug(address)
    const wire = lineWire(socket, longestMessage)
    const gone = closed(socket)
    expect(await introduce(wire, { address, pass: forged(wholePass(profile)) })).toBe(false)
    socket.destroy()
    await gone
    expect(written()).toBe(0)
  })

  test('is not heard when it calls without a word of who it is', async () => {
    const { address, written } = await listening()
    const socket = await raw(address)
    socket.write('{"id":1,"method":"settings.write","input":{}}\n')
    await closed(socket)
    expect(written()).toBe(0)
  })

  test('is dropped where it says nothing', async () => {
    const { address } = await listening({ patience: { ...usualPatience, stranger: 20 } })
    await closed(await raw(address))
  })

  test('is dropped whatever it says', async () => {
    // Some greet it rightly, and then have no proof.
    const patience = { ...usualPatience, stranger: 100 }
    const { address, profile, written, logged } = await listening({ patience })
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('{"name":', '\n', '{}\n', 'null\n', '\u0000', '['.repeat(5_000), 'x'.repeat(longestMessage)),
      fc.constant(
        `{"name":"${wholePass(profile).slice(0, 16)}","nonce":"${'0'.repeat(32)}"}\n{"proof":"${'0'.repeat(64)}"}`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 4 }), async (said) => {
        const socket = await raw(address)
        for (const piece of said) socket.write(piece)
        socket.write('\n')
        await closed(socket)
      }),
      { numRuns: 100 },
    )
    expect(written()).toBe(0)
    expect(logged).toEqual([])
    expect(await (await reached(profile)).call('settings.write', {})).toEqual(settings)
  })

  test('and knows the pass’s name makes a proof up in vain', async () => {
    const { address, profile, written } = await listening()
    const socket = await raw(address)
    const challenged = once(socket, 'data')
    socket.write(`${JSON.stringify({ name: wholePass(profile).slice(0, 16), nonce: '0'.repeat(32) })}\n`)
    expect(JSON.parse(String(await challenged))).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
      proof: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    socket.write(`${JSON.stringify({ proof: '0'.repeat(64) })}\n{"id":1,"method":"settings.write","input":{}}\n`)
    await closed(socket)
    expect(written()).toBe(0)
  })

  test('may hold so many connections and no more', async () => {
    const { address, profile } = await listening()
    const held = await Promise.all(Array.from({ length: mostConnections }, () => raw(address)))
    const late = plug(address)
    late.on('error', () => undefined).resume()
    await closed(late)
    expect(held.filter(({ destroyed }) => destroyed)).toEqual([])
    held[0]?.destroy()
    await expect.poll(() => reachKiosk(profile).then((client) => (client?.close(), client !== null))).toBe(true)
  })
})

describe('a program that stands in the kiosk’s place', () => {
  test.each([
    ['says nothing that is understood', 'hello\n'],
    ['lets everybody in', '{"entered":true}\n'],
    ['makes a proof up', `{"nonce":"${'0'.repeat(32)}","proof":"${'0'.repeat(64)}"}\n`],
  ])('and %s hears a name and a nonce alone', async (_, answer) => {
    const profile = newProfile()
    const pass = 'c'.repeat(16) + 'd'.repeat(48)
    writeFileSync(join(profile, 'kiosk.pass'), pass)
    const heard: string[] = []
    const [place] = socketPlaces(profile, pass, process.platform)
    const server = createServer((socket) => {
      socket.on('data', (piece) => {
        heard.push(String(piece))
        socket.write(answer)
      })
    }).listen(place?.address)
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    expect(await reachKiosk(profile)).toBeNull()
    expect(heard.map((text): unknown => JSON.parse(text))).toEqual([
      { name: 'c'.repeat(16), nonce: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ])
  })
})
