/** The socket of a profile: what whoever has been let in may ask for, and no more. */
import { once } from 'node:events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualPatience } from '../../main/profile-socket/attend.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import { settings } from './answers.ts'
import { listening, entered, closed } from './profile-socket-at.ts'

describe('who has been let in', () => {
  test.each([
    ['no JSON', 'x\n'],
    ['no text', Buffer.from([0xff, 0xfe, 0x0a])],
    ['no call', '{"entered":true}\n'],
    ['a line that never ends', 'x'.repeat(longestMessage + 1)],
  ])('and sends %s is cut off', async (_, sent) => {
    const kiosk = await listening()
    const socket = await entered(kiosk)
    socket.write(sent)
    await closed(socket)
    expect(kiosk.written()).toBe(0)
  })

  test('is answered however its bytes are cut up', async () => {
    const kiosk = await listening()
    const call = Buffer.from('{"id":1,"method":"settings.write","input":{"camera":"máy ảnh"}}\n')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: call.length }), { maxLength: 6 }), async (cuts) => {
        const socket = await entered(kiosk)
        const answered = once(socket, 'data')
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), call.length]
        for (const [index, from] of bounds.slice(0, -1).entries()) {
          const piece = call.subarray(from, bounds[index + 1])
          await new Promise<void>((sent) => socket.write(piece, () => sent()))
        }
        expect(JSON.parse(String(await answered))).toEqual({ id: 1, output: settings })
        socket.destroy()
        await closed(socket)
      }),
      { numRuns: 20 },
    )
  })

  test('and makes too many calls at once is cut off', async () => {
    const kiosk = await listening({ answers: { 'trust.sticks': () => new Promise(() => undefined) } })
    const socket = await entered(kiosk)
    for (let id = 0; id < 9; id += 1) socket.write(`{"id":${id},"method":"trust.sticks","input":{}}\n`)
    await closed(socket)
  })

  test('and says nothing more is dropped, but not while it waits for an answer', async () => {
    const answer = Promise.withResolvers<[]>()
    const kiosk = await listening({
      patience: { ...usualPatience, idle: 50 },
      answers: { 'trust.sticks': () => answer.promise },
    })
    const waiting = await entered(kiosk)
    waiting.write('{"id":1,"method":"trust.sticks","input":{}}\n')
    const silent = await entered(kiosk)
    await closed(silent)
    expect(waiting.destroyed).toBe(false)
    const heard = once(waiting, 'data')
    answer.resolve([])
    expect(JSON.parse(String(await heard))).toEqual({ id: 1, output: [] })
    await closed(waiting)
  })
})
