import { describe, expect, it, vi } from 'vitest'
import { openLink, type LinkState, type Opening, type Wait, type WireEnd } from '../../../../renderer/rpc/link.ts'
import { day, settings } from '../../../contract/answers.ts'

/** A program that can be lost and found: each opened wire, with a way to end it. */
function program(): {
  open: () => Promise<Opening>
  wires: { sent: unknown[]; hear(message: unknown): void; end(why: WireEnd): void }[]
} {
  const wires: ReturnType<typeof program>['wires'] = []
  return {
    wires,
    open: async () => {
      const sent: unknown[] = []
      const listeners = new Set<(message: unknown) => void>()
      const { promise: ended, resolve: end } = Promise.withResolvers<WireEnd>()
      wires.push({ sent, hear: (message) => listeners.forEach((listener) => listener(message)), end })
      return {
        kind: 'open',
        ended,
        wire: {
          send: (message) => void sent.push(message),
          onMessage: (listener) => {
            listeners.add(listener)
            return () => void listeners.delete(listener)
          },
          onClose: () => () => undefined,
        },
      }
    },
  }
}

/** No pause between attempts, and endless patience. */
const noPause: Wait = (milliseconds) => (milliseconds > 4_000 ? new Promise(() => undefined) : Promise.resolve())
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('the link to the program', () => {
  it('tells its state, and comes back by itself after a loss', async () => {
    const { open, wires } = program()
    const states: LinkState[] = []
    const link = openLink(open, noPause)
    link.onState((state) => states.push(state))
    await settled()
    wires[0]?.end('lost')
    await settled()
    expect(states).toEqual(['connecting', 'open', 'lost', 'open'])
    link.close()
  })

  it('fails calls in flight when the connection is lost, and does not repeat them', async () => {
    const { open, wires } = program()
    const link = openLink(open, noPause)
    await settled()
    const call = link.call('scan.verify', { text: 'HC1:', source: 'camera', obeyed: true })
    wires[0]?.end('lost')
    await expect(call).rejects.toMatchObject({ code: 'CLOSED' })
    await settled()
    expect(wires[1]?.sent).toEqual([])
    link.close()
  })

  it('fails a call at once while there is no connection', async () => {
    const link = openLink(() => new Promise(() => undefined), noPause)
    await expect(link.call('kiosk.read', {})).rejects.toMatchObject({ code: 'CLOSED' })
  })

  it('goes on hearing events over the new connection', async () => {
    const { open, wires } = program()
    const link = openLink(open, noPause)
    const heard = vi.fn<(day: unknown) => void>()
    link.on('day.changed', heard)
    await settled()
    wires[0]?.end('lost')
    await settled()
    wires[1]?.hear({ event: 'day.changed', payload: day })
    expect(heard).toHaveBeenCalledExactlyOnceWith(day)
    link.close()
  })

  it('stays out once another window has taken over', async () => {
    const { open, wires } = program()
    const link = openLink(open, noPause)
    await settled()
    wires[0]?.end('taken-over')
    await settled()
    expect(wires).toHaveLength(1)
    link.close()
  })

  it.each(['unentered', 'used-address', 'stranger'] as const)('stays out once it is refused as %s', async (why) => {
    const opened = vi.fn<() => Promise<Opening>>(async () => ({ kind: 'refused', why }))
    const states: LinkState[] = []
    openLink(opened, noPause).onState((state) => states.push(state))
    await settled()
    expect(states).toEqual(['connecting', why])
    expect(opened).toHaveBeenCalledOnce()
  })

  it('calls again where nobody answers', async () => {
    const { open } = program()
    const openings: Opening[] = [{ kind: 'lost' }, { kind: 'lost' }]
    const states: LinkState[] = []
    const link = openLink(async () => openings.shift() ?? open(), noPause)
    link.onState((state) => states.push(state))
    await settled()
    expect(states).toEqual(['connecting', 'lost', 'lost', 'open'])
    link.close()
  })

  it('says that a call is slow, and takes its answer when it comes', async () => {
    const { open, wires } = program()
    const patience = Promise.withResolvers<void>()
    const states: LinkState[] = []
    const link = openLink(open, () => patience.promise)
    link.onState((state) => states.push(state))
    await settled()
    const call = link.call('settings.write', {})
    patience.resolve()
    await settled()
    expect(states).toEqual(['connecting', 'open', 'slow'])
    wires[0]?.hear({ id: 0, output: settings })
    await expect(call).resolves.toEqual(settings)
    expect(states).toEqual(['connecting', 'open', 'slow', 'open'])
    link.close()
  })

  it('says that a connection is lost, and not that it is slow', async () => {
    const { open, wires } = program()
    const waits: (() => void)[] = []
    const states: LinkState[] = []
    const link = openLink(open, () => new Promise((resolve) => waits.push(resolve)))
    link.onState((state) => states.push(state))
    await settled()
    const call = link.call('settings.write', {})
    wires[0]?.end('lost')
    await expect(call).rejects.toMatchObject({ code: 'CLOSED' })
    waits.forEach((goOn) => goOn())
    await settled()
    expect(states).toEqual(['connecting', 'open', 'lost', 'open'])
    link.close()
  })
})
