/** What the contract promises over any Wire: one suite, run over each. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Client, Handlers } from '../../shared/contract/contract.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { Fault } from '../../shared/rpc/fault.ts'
import { day, handlersWith, kiosk, settings } from './answers.ts'
import { openElectronLine, openMemoryLine, openProfileLine, openSocketLine, type Line, type OpenLine } from './wires.ts'

const wires: [string, OpenLine][] = [
  ['a pair in memory', openMemoryLine],
  ["Electron's channel, with a stand-in for Electron", openElectronLine],
  ["the browser shell's WebSocket", openSocketLine],
  ['the socket of a profile', openProfileLine],
]

describe.each(wires)('over %s', (_name, openLine) => {
  let line: Line

  async function client(given: Partial<Handlers>): Promise<Client> {
    line = await openLine(handlersWith(given))
    return connect(line.wire)
  }

  /** Sends what a client would never send, and answers with the next message that comes back. */
  function sendRaw(message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const stop = line.wire.onMessage((answer) => {
        stop()
        resolve(answer)
      })
      line.wire.send(message)
    })
  }

  afterEach(() => line.close())

  test('a call gets the answer of its handler', async () => {
    const caller = await client({ 'kiosk.read': () => kiosk })
    expect(await caller.call('kiosk.read', {})).toEqual(kiosk)
  })

  test('answers that come in another order reach the calls they belong to', async () => {
    const held = Promise.withResolvers<undefined>()
    const caller = await client({
      'kiosk.read': () => held.promise.then(() => kiosk),
      'settings.write': (change) => ({ ...settings, ...change }),
    })
    const first = caller.call('kiosk.read', {})
    expect(await caller.call('settings.write', { theme: 'night' })).toEqual({ ...settings, theme: 'night' })
    held.resolve(undefined)
    expect(await first).toEqual(kiosk)
  })

  test('a fault that a handler throws crosses with its code and its message', async () => {
    const caller = await client({
      'kiosk.read': () => {
        throw new Fault('BAD_REQUEST', 'not so')
      },
    })
    await expect(caller.call('kiosk.read', {})).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'not so' })
    expect(line.faults).toEqual([])
  })

  test('any other exception crosses as a bare INTERNAL and is reported once', async () => {
    const caller = await client({
      'kiosk.read': () => {
        throw new Error('the path of a secret')
      },
    })
    const failed = caller.call('kiosk.read', {})
    await expect(failed).rejects.toMatchObject({ code: 'INTERNAL' })
    await expect(failed).rejects.not.toThrow(/secret/)
    expect(line.faults.map(String)).toEqual([expect.stringContaining('the path of a secret')])
  })

  test('a rejected promise of a handler is masked like an exception', async () => {
    const caller = await client({ 'kiosk.read': () => Promise.reject(new Error('secret')) })
    await expect(caller.call('kiosk.read', {})).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(line.faults).toHaveLength(1)
  })

  test('input that does not fit its schema is a BAD_REQUEST and reaches no handler', async () => {
    const reached: unknown[] = []
    await client({
      'settings.write': (change) => {
        reached.push(change)
        return settings
      },
    })
    expect(await sendRaw({ id: 7, method: 'settings.write', input: { theme: 'pink' } })).toMatchObject({
      id: 7,
      error: { code: 'BAD_REQUEST' },
    })
    expect(reached).toEqual([])
  })

  test('an answer that does not fit its schema does not cross', async () => {
    const caller = await client({ 'settings.write': () => ({ ...settings, secret: 1 }) })
    await expect(caller.call('settings.write', {})).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(line.faults).toHaveLength(1)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'nope', ''])(
    'the method "%s" is unknown',
    async (method) => {
      await client({})
      expect(await sendRaw({ id: 1, method, input: {} })).toMatchObject({ id: 1, error: { code: 'UNKNOWN_METHOD' } })
    },
  )

  test('an event reaches its listeners, and stops when they do', async () => {
    const caller = await client({ 'kiosk.read': () => kiosk })
    const first: unknown[] = []
    const second: unknown[] = []
    const stop = caller.on('day.changed', (payload) => first.push(payload))
    caller.on('day.changed', (payload) => second.push(payload))
    await caller.call('kiosk.read', {})
    line.emit('day.changed', day)
    await caller.call('kiosk.read', {})
    stop()
    line.emit('day.changed', { ...day, total: 1 })
    await caller.call('kiosk.read', {})
    expect(first).toEqual([day])
    expect(second).toEqual([day, { ...day, total: 1 }])
  })

  test('an event that does not fit its schema is reported and not sent', async () => {
    const caller = await client({ 'kiosk.read': () => kiosk })
    const heard: unknown[] = []
    caller.on('day.changed', (payload) => heard.push(payload))
    await caller.call('kiosk.read', {})
    line.emit('day.changed', { ...day, total: -1 })
    await caller.call('kiosk.read', {})
    expect(heard).toEqual([])
    expect(line.faults).toHaveLength(1)
  })

  test('when the connection is cut, waiting calls and later ones end as CLOSED', async () => {
    const caller = await client({ 'kiosk.read': () => new Promise(() => {}) })
    const waiting = caller.call('kiosk.read', {})
    line.cut()
    await expect(waiting).rejects.toMatchObject({ code: 'CLOSED' })
    await expect(caller.call('kiosk.read', {})).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('when the client is closed, waiting calls end as CLOSED', async () => {
    const caller = await client({ 'kiosk.read': () => new Promise(() => {}) })
    const waiting = caller.call('kiosk.read', {})
    caller.close()
    await expect(waiting).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('the longest text the contract admits fits through, every character of it escaped', async () => {
    const texts: string[] = []
    const caller = await client({
      'scan.verify': ({ text }) => {
        texts.push(text)
        throw new Fault('BAD_REQUEST', 'received')
      },
    })
    const text = '\u0001'.repeat(16_384)
    await expect(caller.call('scan.verify', { text, source: 'scanner', obeyed: true })).rejects.toThrow('received')
    expect(texts).toEqual([text])
  })
})

// A page may have an error in it; a command that sends what is no call is none, and the socket of a profile is closed on it.
describe.each(wires.filter(([, openLine]) => openLine !== openProfileLine))('over %s', (_name, openLine) => {
  test.each([null, 'kiosk.read', [], { method: 'kiosk.read', input: {} }, { id: -1, method: 'kiosk.read', input: {} }])(
    'a message that is no call (%j) is reported, not answered, and the next call works',
    async (message) => {
      const line = await openLine(handlersWith({ 'kiosk.read': () => kiosk }))
      line.wire.send(message)
      expect(await connect(line.wire).call('kiosk.read', {})).toEqual(kiosk)
      expect(line.faults).toHaveLength(1)
      await line.close()
    },
  )
})
