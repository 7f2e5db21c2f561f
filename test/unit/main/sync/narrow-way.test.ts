/** A way to the hub on which not everything gets through that a batch may weigh: what is sent becomes smaller, and all arrives. */
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readState } from '../../../../main/sync/sync-state.ts'
import { hubFetch } from '../../../../main/sync/wire/hub-fetch.ts'
import { inProfile, readBatchName } from '../../../../main/sync/places.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import { sayTravelled, travel } from '../../../../main/sync/travel.ts'
import type { Fetch } from '../../../../main/sync/wire/wire.ts'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import type { Ground } from '../../../../main/sync/ground.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { hashesOf, invitedKiosk, record, wireTo } from './invited-kiosk.ts'

const address = 'https://hub.example'
const quiet = (): void => undefined
const byWire = (ground: Ground, fetch: Fetch) => travel(ground, { folder: null, stick: nodeDisk, fetch, hear: quiet })

/** A way that answers for the hub where more is sent than it lets through. */
function narrow(hub: PaperHub, most: number, tooLarge: () => Promise<Response>) {
  const way = { sizes: [] as number[], most }
  const through = wireTo(hub)
  const fetch: Fetch = (url, init) => {
    const size = init.body instanceof Uint8Array ? init.body.length : 0
    way.sizes.push(size)
    return size > way.most ? tooLarge() : through(url, init)
  }
  return { fetch, way }
}

const refused = () => Promise.resolve(new Response('<html>', { status: 413 }))
const late = () => Promise.reject(Object.assign(new Error('late'), { name: 'TimeoutError' }))
const remembered = async ({ profile, disk }: Ground) => (await readState(disk, inProfile(profile))).most

describe('what a proxy calls too large', () => {
  test('is sealed anew in halves on the same trip, which says so', async () => {
    const { ground } = await invitedKiosk(400, address)
    const hub = new PaperHub()
    const { fetch, way } = narrow(hub, 9_000, refused)
    const made = await byWire(ground, fetch)
    expect(made).toMatchObject({ why: null, most: expect.any(Number) })
    expect(made.batches).toBeGreaterThan(3)
    expect(hub.hashes()).toEqual(hashesOf(ground))
    const counts = await syncStatus(ground)
    expect(counts).toMatchObject({ delivered: true })
    expect(sayTravelled(made, counts).en).toMatch(/all are delivered\. The way lets some \d+ kB through at a time/)
    // What was found out holds for what comes after it: it is not found out again with each batch.
    const [first = 0, ...others] = way.sizes.map((size, index) => (size > way.most ? index : [])).flat()
    expect(others.every((index, nth) => index === first + nth + 1)).toBe(true)
  })

  test('is no more where the network is another: what is sent grows again', async () => {
    const { ground, journal } = await invitedKiosk(400, address)
    const { fetch, way } = narrow(new PaperHub(), 9_000, refused)
    await byWire(ground, fetch)
    const before = (await remembered(ground)) ?? 0
    way.most = Infinity
    for (let trip = 0; trip < 8; trip++) await byWire(ground, fetch)
    expect([before > 0, await remembered(ground)]).toEqual([true, null])
    record(journal, 300)
    expect(await byWire(ground, fetch)).toMatchObject({ why: null, batches: 1, most: null })
  })

  test('is said to be where not even one entry gets through, and nothing is lost', async () => {
    const { ground, profile } = await invitedKiosk(6, address)
    const hub = new PaperHub()
    // The wish gets through.
    const fetch: Fetch = (url, init) => (url.endsWith('/v1/batches') ? refused() : wireTo(hub)(url, init))
    const made = await byWire(ground, fetch)
    expect(made).toMatchObject({ why: 'too-large', batches: 0 })
    expect(sayTravelled(made, await syncStatus(ground)).en).toContain('Send with a stick')
    expect(await syncStatus(ground)).toMatchObject({ delivered: false, last: { why: 'too-large' } })
    expect(readdirSync(join(profile, 'sync', 'out')).flatMap((name) => readBatchName(name) ?? [])).not.toEqual([])
    expect(await byWire(ground, wireTo(hub))).toMatchObject({ why: null })
    expect(hub.hashes()).toEqual(hashesOf(ground))
  })

  test('is heard of a server that does not read it to the end', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(413, { connection: 'close' }).end('<html>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const listening = server.address()
    if (listening === null || typeof listening === 'string') throw new Error('it listens on a port')
    const response = await hubFetch({ env: {} })(`http://127.0.0.1:${listening.port}`, {
      method: 'POST',
      body: Buffer.alloc(300_000),
    })
    expect(response.status).toBe(413)
  })
})

test('what does not arrive in time is smaller on the next trip, until it does', async () => {
  const { ground } = await invitedKiosk(600, address)
  const hub = new PaperHub()
  const { fetch, way } = narrow(hub, 40_000, late)
  const trips = []
  for (let trip = 0; trip < 4; trip++) trips.push((await byWire(ground, fetch)).why)
  expect(trips[0]).toBe('timed-out')
  expect(trips.at(-1)).toBeNull()
  expect(Math.max(...way.sizes)).toBeGreaterThan(way.most)
  expect(hub.hashes()).toEqual(hashesOf(ground))
})
