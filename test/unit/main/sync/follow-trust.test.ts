/** Trust comes by the same trip: looked at on each, and fetched where it says something new. */
import { describe, expect, test } from 'vitest'
import { FollowedTrust } from '../../../../main/sync/follow-trust.ts'
import type { Fetch } from '../../../../main/sync/wire/wire.ts'
import { ForgetfulDisk } from '../../../fixtures/forgetful-disk.ts'

const hub = 'https://hub.example'

function followed() {
  const updated: string[] = []
  const asked: string[] = []
  const said = { text: '{"version":1}', status: 200 }
  const fetch: Fetch = async (url) => {
    asked.push(url)
    return new Response(said.text, { status: said.status })
  }
  const world = { now: 0, believed: true }
  const update = async (from: string): Promise<boolean> => {
    updated.push(from)
    return world.believed
  }
  const trust = new FollowedTrust(update, () => world.now)
  return { trust, fetch, updated, asked, said, world }
}

describe('by wire', () => {
  test('is fetched once for each thing that is new', async () => {
    const { trust, fetch, updated, asked, said } = followed()
    await trust.byWire(hub, fetch)
    await trust.byWire(hub, fetch)
    expect([updated, asked[0]]).toEqual([[`${hub}/v1/trust`], `${hub}/v1/trust/metadata/timestamp.json`])
    said.text = '{"version":2}'
    await trust.byWire(hub, fetch)
    expect(updated).toHaveLength(2)
  })

  test('that was refused, or cut off on its way, is tried again after an hour and not before', async () => {
    const { trust, fetch, updated, world } = followed()
    world.believed = false
    await trust.byWire(hub, fetch)
    world.now = 3_599_999
    await trust.byWire(hub, fetch)
    expect(updated).toHaveLength(1)
    world.now = 3_600_000
    world.believed = true
    await trust.byWire(hub, fetch)
    world.now = 1e12
    await trust.byWire(hub, fetch)
    expect(updated).toHaveLength(2)
  })

  test('is let be where the hub mirrors nothing, or cannot be reached', async () => {
    const { trust, fetch, updated, said } = followed()
    said.status = 404
    await trust.byWire(hub, fetch)
    await trust.byWire(hub, () => Promise.reject(new TypeError('fetch failed')))
    expect(updated).toEqual([])
  })
})

test('by stick it lies beside what goes up, and is fetched from there once', async () => {
  const { trust, updated } = followed()
  const disk = new ForgetfulDisk()
  await trust.byStick(disk, '/stick')
  expect(updated).toEqual([])
  disk.put('/stick/chot-sync/trust/metadata/timestamp.json', Buffer.from('{"version":1}'))
  await trust.byStick(disk, '/stick')
  await trust.byStick(disk, '/stick')
  expect(updated).toEqual(['/stick/chot-sync/trust'])
})
