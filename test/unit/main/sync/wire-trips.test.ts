/** Trips by wire: what the journal has the hub gets, once, whatever comes in between, and nothing counts before its receipt. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Ground } from '../../../../main/sync/ground.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import type { Fetch } from '../../../../main/sync/wire/wire.ts'
import { tripByWire } from '../../../../main/sync/wire/wire-trip.ts'
import { seeded } from '../../../fixtures/forgetful-disk.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { answerOf, hashesOf, invitedKiosk, readyTrip, record, wireTo } from './invited-kiosk.ts'

const quiet = (): void => undefined

describe('by wire', () => {
  const address = 'https://hub.example'
  const byWire = async (ground: Ground, fetch: Fetch) => tripByWire(await readyTrip(ground), fetch, quiet)

  test('everything is delivered in one trip, the wish first', async () => {
    const { ground } = await invitedKiosk(2500, address)
    const [hub, asked] = [new PaperHub(), [] as string[]]
    const made = await byWire(
      ground,
      wireTo(hub, (said, url) => {
        asked.push(url)
        return answerOf(said())
      }),
    )
    expect(made).toEqual({ batches: 3, why: null, retryAfter: null, most: null })
    expect(asked[0]).toBe(`${address}/v1/enrolments`)
    expect(asked).toHaveLength(5)
    expect(hub.hashes()).toEqual(hashesOf(ground))
    expect(await syncStatus(ground)).toMatchObject({ delivered: true, hubHead: { seq: 2503 } })
  })

  test('cut, delayed and doubled at random, both sides end with the same', async () => {
    const { ground, journal } = await invitedKiosk(1100, address)
    const [hub, chance] = [new PaperHub(), seeded(11)]
    let whole = false
    const fetch = wireTo(hub, (said) => {
      const luck = whole ? 1 : chance()
      if (luck < 0.2) throw new TypeError('fetch failed')
      const taken = said()
      // The hub has it, and its answer is lost, cut, of somebody else's page, or comes after the same was sent twice.
      if (luck < 0.4) throw new TypeError('terminated')
      if (luck < 0.5) return new Response(JSON.stringify(taken).slice(0, 40), { status: 201 })
      if (luck < 0.6) return new Response('<html>Wi-Fi</html>', { status: 200 })
      return answerOf(luck < 0.8 ? said() : taken)
    })
    for (let round = 0; round < 25; round++) {
      record(journal, 20)
      await byWire(ground, fetch)
      const { receipted } = await syncStatus(ground)
      expect(receipted).toBeLessThanOrEqual(hub.hashes().length)
    }
    whole = true
    expect(await byWire(ground, fetch)).toMatchObject({ why: null })
    expect(hub.hashes()).toEqual(hashesOf(ground))
    expect(await syncStatus(ground)).toMatchObject({ delivered: true })
  })

  test.each([
    ['no-network', () => Promise.reject(new TypeError('fetch failed'))],
    ['timed-out', () => Promise.reject(Object.assign(new Error('late'), { name: 'TimeoutError' }))],
    ['not-a-hub', () => Promise.resolve(new Response('<html>', { status: 200 }))],
    ['not-a-hub', () => Promise.resolve(new Response('no', { status: 404 }))],
    ['busy', () => Promise.resolve(new Response('', { status: 503 }))],
  ])('%s is told, and nothing is lost', async (why, fetch) => {
    const { ground } = await invitedKiosk(1, address)
    expect(await byWire(ground, fetch)).toMatchObject({ why, batches: 0 })
    expect(await syncStatus(ground)).toMatchObject({ waiting: 4, last: { why, way: 'wire' } })
  })

  test('what the hub asks for as a pause is heard', async () => {
    const { ground } = await invitedKiosk(1, address)
    const made = await byWire(ground, async () => new Response('', { status: 429, headers: { 'retry-after': '37' } }))
    expect(made).toMatchObject({ why: 'busy', retryAfter: 37_000 })
  })

  test('whoever says "taken" and gives no receipt that holds has taken nothing', async () => {
    const { ground } = await invitedKiosk(1, address)
    const hub = new PaperHub()
    const fetch = wireTo(hub, (said) => answerOf({ ...said(), receipts: [] }))
    expect(await byWire(ground, fetch)).toMatchObject({ why: 'no-receipt' })
    expect(await syncStatus(ground)).toMatchObject({ receipted: 0, delivered: false })
  })

  test('a hub that went back is noticed, and gets again what it has lost', async () => {
    const { ground, journal } = await invitedKiosk(2100, address)
    const hub = new PaperHub()
    await byWire(ground, wireTo(hub))
    const [[epoch, has] = ['', new Map<number, string>()]] = hub.epochs
    hub.epochs.set(epoch, new Map([...has].filter(([seq]) => seq <= 1500)))
    let noticed = false
    const fetch = wireTo(hub, (said) => {
      const taken = said()
      if (taken.refused?.why === 'gap') noticed = true
      return answerOf(taken)
    })
    record(journal, 5)
    expect(await byWire(ground, fetch)).toMatchObject({ why: null })
    expect(noticed).toBe(true)
    expect(hub.hashes()).toEqual(hashesOf(ground))
  })

  test('a hub that has what this journal never had is sent nothing more', async () => {
    const { ground } = await invitedKiosk(5, address)
    const epoch = ground.ledger.head()?.epoch ?? ''
    const hub = new PaperHub()
    await byWire(ground, wireTo(hub))
    hub.epochs.set(epoch, new Map([[40, 'ee'.repeat(32)]]))
    const fetch = wireTo(hub, (said) =>
      answerOf({ ...said(), head: { seq: 40, hash: 'ee'.repeat(32) }, refused: { why: 'gap' } }),
    )
    expect(await byWire(ground, fetch)).toMatchObject({ why: 'unknown-head' })
  })

  test('a batch that was damaged in the outbox is sealed anew, once, and stops nothing', async () => {
    const { ground, profile } = await invitedKiosk(5, address)
    await byWire(ground, async () => new Response('', { status: 503 }))
    const hub = new PaperHub()
    // The wish alone gets through; then the sealed batch is damaged on this disk.
    await byWire(
      ground,
      wireTo(hub, (said, url) =>
        url.endsWith('/v1/enrolments') ? answerOf(said()) : new Response('', { status: 503 }),
      ),
    )
    const out = join(profile, 'sync', 'out')
    const [name = ''] = readdirSync(out)
    const sealed = readFileSync(join(out, name))
    sealed.fill(0, sealed.length - 40)
    writeFileSync(join(out, name), sealed)
    expect(await byWire(ground, wireTo(hub))).toMatchObject({ why: null, batches: 1 })
    expect(hub.hashes()).toEqual(hashesOf(ground))
  })

  test('a hub that can open nothing is left, and told of', async () => {
    const { ground } = await invitedKiosk(5, address)
    const hub = new PaperHub()
    const fetch = wireTo(hub, (said, url) =>
      url.endsWith('/v1/enrolments')
        ? answerOf(said())
        : answerOf({ receipts: [], refused: { why: 'unreadable' }, now: 1 }, 400),
    )
    expect(await byWire(ground, fetch)).toMatchObject({ why: 'unreadable', batches: 0 })
  })

  test('a kiosk that was revoked is told, and its backlog is taken all the same', async () => {
    const { ground } = await invitedKiosk(1100, address)
    const hub = new PaperHub()
    const fetch = wireTo(hub, (said, url) => {
      const taken = said()
      return answerOf(url.endsWith('/v1/batches') ? { ...taken, refused: { why: 'revoked' } } : taken)
    })
    expect(await byWire(ground, fetch)).toMatchObject({ why: 'revoked', batches: 2 })
    expect(hub.hashes()).toEqual(hashesOf(ground))
    expect(await syncStatus(ground)).toMatchObject({ revoked: true, waiting: 0 })
  })

  test('a kiosk that was revoked and whose backlog is not taken keeps it', async () => {
    const { ground } = await invitedKiosk(3, address)
    const hub = new PaperHub()
    const fetch = wireTo(hub, (said, url) =>
      url.endsWith('/v1/enrolments')
        ? answerOf(said())
        : answerOf({ receipts: [], refused: { why: 'revoked' }, now: 1 }, 403),
    )
    expect(await byWire(ground, fetch)).toMatchObject({ why: 'revoked', batches: 0 })
    const told = { revoked: true, waiting: 6, delivered: false }
    expect(await syncStatus(ground)).toMatchObject(told)
    // That the network is gone since does not let it in again; that the hub takes it does.
    await byWire(ground, () => Promise.reject(new TypeError('fetch failed')))
    expect(await syncStatus(ground)).toMatchObject({ ...told, last: { why: 'no-network' } })
    await byWire(ground, wireTo(hub))
    expect(await syncStatus(ground)).toMatchObject({ revoked: false, delivered: true })
  })
})
