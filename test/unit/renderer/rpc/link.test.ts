import { describe, expect, it, vi } from 'vitest'
import { openLink, type LinkState, type OpenWire } from '../../../../renderer/rpc/link.ts'
import type { WireEnd } from '../../../../renderer/rpc/websocket-wire.ts'
import { day } from '../../../contract/answers.ts'

/** A program that can be lost and found: each opened wire, with a way to end it. */
function program(): {
  open: OpenWire
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

const noPause = (): Promise<void> => Promise.resolve()
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
    const call = link.call('scan.verify', { text: 'HC1:', source: 'camera' })
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
})
