/** The trips of a kiosk that is open: when they are made, and that two never run at once. */
import { describe, expect, test } from 'vitest'
import type { Travelled } from '../../../../main/sync/travel.ts'
import { Trips } from '../../../../main/sync/trips.ts'

/** Trips whose time, network and way are a test's own. */
function tripsWith({ waiting = 1, chance = 0.5 }: { waiting?: number | null; chance?: number } = {}) {
  const world = {
    now: 0,
    waiting,
    network: '10.0.0.2',
    planned: null as { at: number; act: () => void } | null,
    made: [] as (string | null)[],
    arrived: [] as (string | null)[],
    logged: [] as string[],
    end: (_travelled: Partial<Travelled> = {}): void => undefined,
    fail: (_error: Error): void => undefined,
    /** Until the time comes for which something is planned. */
    async passes() {
      const { planned } = world
      if (!planned) throw new Error('nothing is planned')
      world.now = planned.at
      world.planned = null
      planned.act()
      await settled()
    },
    async ends(travelled: Partial<Travelled> = {}) {
      world.end(travelled)
      await settled()
    },
  }
  const trips = new Trips({
    travel(folder) {
      world.made.push(folder)
      return new Promise((resolve, reject) => {
        world.end = (said) => resolve({ why: null, batches: 0, folder: null, retryAfter: null, most: null, ...said })
        world.fail = reject
      })
    },
    waiting: () => world.waiting,
    network: () => world.network,
    changed: () => undefined,
    async arrived(folder) {
      world.arrived.push(folder)
    },
    log: (line) => void world.logged.push(line),
    now: () => world.now,
    chance: () => chance,
    later(milliseconds, act) {
      world.planned = { at: world.now + milliseconds, act }
      return () => {
        world.planned = null
      }
    },
  })
  return { trips, world }
}

/** Until everything that was only waiting for a promise has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

describe('trips', () => {
  test('are made by themselves, and say when the next one is', async () => {
    const { trips, world } = tripsWith()
    expect(trips.nextAt).toBe(60_000)
    await world.passes()
    expect(world.made).toEqual([null])
    expect(trips).toMatchObject({ running: { way: 'wire', since: 60_000 }, nextAt: null })
    await world.ends({ why: 'no-network' })
    expect(trips).toMatchObject({ running: null, nextAt: 90_000 })
    await world.passes()
    await world.ends()
    expect(world.arrived).toEqual([null])
  })

  test('never run two at a time', async () => {
    const { trips, world } = tripsWith()
    const first = trips.run(null)
    expect(await trips.run('/stick')).toBeNull()
    await world.ends()
    expect(await first).toMatchObject({ why: null })
    expect(world.made).toEqual([null])
  })

  test('are not made by themselves where the hub takes sticks alone, and with a stick all the same', async () => {
    const { trips, world } = tripsWith({ waiting: null })
    expect(trips.nextAt).toBeNull()
    const made = trips.run('/stick')
    await world.ends()
    expect(await made).not.toBeNull()
    expect([world.arrived, trips.nextAt]).toEqual([['/stick'], null])
  })

  test('do not wait out a long pause once the network has come', async () => {
    const { trips, world } = tripsWith()
    for (let failure = 0; failure < 8; failure++) {
      await world.passes()
      await world.ends({ why: 'no-network' })
    }
    expect((trips.nextAt ?? 0) - world.now).toBe(15 * 60_000)
    trips.beat()
    expect((trips.nextAt ?? 0) - world.now).toBe(15 * 60_000)
    world.network = '10.0.0.7'
    trips.beat()
    expect((trips.nextAt ?? 0) - world.now).toBe(60_000)
  })

  test('are quiet once nothing has come of one for minutes', async () => {
    const { trips, world } = tripsWith()
    void trips.run('/stick')
    world.now += 119_000
    expect(trips.isQuiet()).toBe(false)
    trips.progressed()
    world.now += 121_000
    expect(trips.isQuiet()).toBe(true)
    await world.ends()
    expect(trips.isQuiet()).toBe(false)
  })

  test('go on after one that failed by a fault of the program, which the log keeps', async () => {
    const { trips, world } = tripsWith()
    await world.passes()
    world.fail(new Error('a bug'))
    await settled()
    expect(world.logged).toEqual(['sync: a bug'])
    expect(trips).toMatchObject({ running: null, nextAt: expect.any(Number) })
  })

  test('are no more once the kiosk is closed', async () => {
    const { trips, world } = tripsWith()
    trips.close()
    expect([world.planned, trips.nextAt, await trips.run(null)]).toEqual([null, null, null])
  })
})
