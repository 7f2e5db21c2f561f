/** The hub's door, by a kiosk with a real journal: over the wire. */
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comeBackAfter } from '../../../hub/come-back.ts'
import { hubServer, mostAtOnce } from '../../../hub/server.ts'
import { hubStatus } from '../../../hub/status.ts'
import { restoreJournal } from '../../../main/journal/index.ts'
import { syncStatus, tripByWire } from '../../../main/sync/index.ts'
import { hubFetch } from '../../../main/sync/wire/hub-fetch.ts'
import { readAnswer } from '../../../shared/sync/answer.ts'
import { mostTaken } from '../../../shared/sync/limits.ts'
import { doorOf } from '../../fixtures/hub-door.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf, type HubKiosk } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk, journalKioskOn } from '../../fixtures/journal-kiosk.ts'
import { secrets } from '../../fixtures/secrets.ts'
import { chained } from '../../fixtures/sync-parties.ts'
import { testTls } from '../../fixtures/tls.ts'
import { openIn } from '../../unit/main/journal/journal-in.ts'

const hub = hubForTests()
const folder = (): string => mkdtempSync(join(tmpdir(), 'chot-hub-door-'))
const quiet = (): void => undefined

const now = (): number => clock.now

const kioskWith = (entries: number, address: string | null) => journalKiosk(hub.ground, entries, address)

/** A copy of a kiosk's journal as it is now, and of nothing else of its profile. */
function imageOf({ profile }: { profile: string }): string {
  const image = folder()
  cpSync(join(profile, 'journal'), join(image, 'journal'), {
    recursive: true,
    filter: (path) => !path.endsWith('.lock'),
  })
  return image
}

describe.skipIf(noDatabase !== null)('the hub’s door', () => {
  test('takes a journal over the wire, and has exactly what it has', async () => {
    const address = await doorOf(hub.ground)
    const kiosk = await kioskWith(1200, address)
    expect(await tripByWire(await kiosk.trip(), fetch, quiet)).toMatchObject({ batches: 2, why: null })
    kiosk.record(3)
    expect(await tripByWire(await kiosk.trip(), fetch, quiet)).toMatchObject({ batches: 1, why: null })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    expect(await syncStatus(kiosk.ground)).toMatchObject({ delivered: true, hubWentBack: false })
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ backlog: 0, way: 'wire', state: 'enrolled', flagged: 0 })
  })

  test('takes a journal that was put back from an older image, in an epoch of its own', async () => {
    const address = await doorOf(hub.ground)
    const kiosk = await kioskWith(30, address)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    kiosk.record(10)
    const image = imageOf(kiosk)
    kiosk.record(20)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    const place = { folder: join(image, 'journal'), kiosk: 'kiosk-1', secrets, log: quiet }
    expect(await restoreJournal(place, { why: 'restored', known: null, at: now() })).toMatchObject({ recorded: true })
    const restored = journalKioskOn(image, await openIn(join(image, 'journal')))
    restored.record(5)
    expect(await tripByWire(await restored.trip(), fetch, quiet)).toMatchObject({ why: null })
    expect(await syncStatus(restored.ground)).toMatchObject({ delivered: true })
    const own = restored.hashes().slice(43)
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([...kiosk.hashes(), ...own])
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ epochs: 2, alerts: 1 })
  })

  test('keeps both ends apart where a copied image goes on as if it were the kiosk', async () => {
    const address = await doorOf(hub.ground)
    const kiosk = await kioskWith(30, address)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    const image = imageOf(kiosk)
    const thief = journalKioskOn(image, await openIn(join(image, 'journal')))
    thief.record(7)
    kiosk.record(20)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    expect(await tripByWire(await thief.trip(), fetch, quiet)).toMatchObject({ why: 'fork', batches: 0 })
    expect(await syncStatus(thief.ground)).toMatchObject({ delivered: false, last: { why: 'fork' } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ kept: 1, alerts: 1 })
  })

  test('says what it is, how it is and what came', async () => {
    const address = await doorOf(hub.ground)
    expect(await (await fetch(`${address}/v1/hub`)).json()).toMatchObject({ hub: hub.ground.keys.hub })
    expect((await fetch(`${address}/health`)).status).toBe(200)
    await fetch(`${address}/v1/batches`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('outcome="unreadable"} 1\n')
  })

  test.each([
    ['nothing', new Uint8Array(0), 400],
    ['no sealed file', Buffer.from('PK'), 400],
    ['more than anything of ours', Buffer.alloc(mostTaken + 1), 413],
  ])('does not take %s', async (_what, body, status) => {
    const address = await doorOf(hub.ground)
    for (const path of ['/v1/batches', '/v1/enrolments']) {
      const headers = { 'content-type': 'application/octet-stream' }
      const answer = await fetch(`${address}${path}`, { method: 'POST', body, headers })
      expect(answer.status).toBe(status)
      if (status === 400) expect(readAnswer(await answer.text())?.refused?.why).toBe('unreadable')
    }
    expect(
      (await fetch(`${address}/v1/batches`, { method: 'POST', body: '{}', headers: { 'content-type': 'text/html' } }))
        .status,
    ).toBe(415)
  })

  test('sends kiosks away while it has its hands full, each for a time of its own, and loses nothing', async () => {
    const address = await doorOf(hub.ground)
    const kiosks = await Promise.all([1, 2].map((each) => kioskOf(hub.ground, `Chốt bận ${each}`, each)))
    const entries = chained(5)
    const post = (kiosk: HubKiosk) =>
      fetch(`${address}/v1/batches`, {
        method: 'POST',
        body: kiosk.seal(entries) as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': 'application/octet-stream' },
      })
    const blocking = await hub.ground.pool.connect()
    await blocking.query('BEGIN; LOCK TABLE kiosk IN ACCESS EXCLUSIVE MODE')
    const [one, other] = kiosks
    const taken = Array.from({ length: mostAtOnce }, () => post(one!))
    // The door says how much it is working on.
    while (!(await (await fetch(`${address}/metrics`)).text()).includes(`chot_hub_working ${mostAtOnce}\n`)) continue
    const busy = [await post(one!), await post(one!), await post(other!)]
    await blocking.query('ROLLBACK')
    blocking.release()
    expect(busy.map(({ status }) => status)).toEqual([429, 429, 429])
    const after = busy.map(({ headers }) => Number(headers.get('retry-after')))
    // Two may share a place in the minute; which it is follows from who they are.
    expect(after).toEqual([one!, one!, other!].map((kiosk) => comeBackAfter(kiosk.seal(entries), 0.5)))
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(taken.map(() => 201))
    expect(await hashesAt(hub.ground, one!.enrolment)).toHaveLength(5)
    expect(await hashesAt(hub.ground, other!.enrolment)).toEqual([])
  })

  test('has a certificate of its own where it is given one, and is believed by whoever knows it', async () => {
    const address = await doorOf(hub.ground, { tls: testTls })
    expect(address).toMatch(/^https:/)
    const kiosk = await kioskWith(3, address)
    expect(await tripByWire(await kiosk.trip(), hubFetch({ authorities: [testTls.cert] }), quiet)).toMatchObject({
      why: null,
    })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    await expect(fetch(`${address}/v1/hub`)).rejects.toThrow('fetch failed')
    expect(() => hubServer({ ground: hub.ground, chance: () => 0, log: quiet, tls: { cert: 'x', key: 'y' } })).toThrow()
  })
})
