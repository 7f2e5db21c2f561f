/** What kiosk and hub say of the same entries: why something was not taken, who has counted what, and that neither waits for the other. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { hubServer } from '../../../hub/server.ts'
import { hubStatus } from '../../../hub/status.ts'
import { stateOfSync, syncStatus, tripByWire } from '../../../main/sync/index.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { kioskOf } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'
import { chained } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const quiet = (): void => undefined
const statusOf = async (enrolment: string) => (await hubStatus(hub.ground)).find((each) => each.enrolment === enrolment)

/** A kiosk with a journal whose hub listens, and what it says of itself. */
async function sendingKiosk(entries: number) {
  const server = hubServer({ ground: hub.ground, chance: () => 0.5, log: quiet })
  onTestFinished(() => server.close())
  const kiosk = await journalKiosk(hub.ground, entries, await server.listen({ port: 0, host: '127.0.0.1' }))
  const send = async (fetch = globalThis.fetch) => (await tripByWire(await kiosk.trip(), fetch, quiet)).why
  const said = async () => stateOfSync(await syncStatus(kiosk.ground), null, clock.now)
  return { ...kiosk, send, said }
}

describe.skipIf(noDatabase !== null)('what the hub does not count', () => {
  test('the kiosk does not count as delivered either, and says why and what to do', async () => {
    const kiosk = await sendingKiosk(5)
    expect(await kiosk.send()).toBeNull()
    const { receipted } = await kiosk.said()
    await runHub(hub.data, 'kiosk', 'revoke', kiosk.enrolment)
    kiosk.record(4)
    expect(await kiosk.send()).toBe('revoked')
    expect(await kiosk.said()).toMatchObject({
      delivered: false,
      receipted,
      waiting: 4,
      last: { why: 'revoked', said: { en: expect.stringContaining('tell the province') } },
    })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ head: receipted, entries: receipted, held: 1 })
    await runHub(hub.data, 'kiosk', 'release', kiosk.enrolment)
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ entries: receipted + 4, held: 0 })
  })

  test('keeps its reason beside those of other tries, each with its sentence', async () => {
    const kiosk = await sendingKiosk(5)
    await kiosk.send()
    await runHub(hub.data, 'kiosk', 'revoke', kiosk.enrolment)
    await kiosk.send()
    await kiosk.send(() => Promise.reject(new TypeError('fetch failed')))
    const tries = (await kiosk.said()).tries.slice(0, 2)
    expect(tries.map(({ why }) => why)).toEqual(['no-network', 'revoked'])
    const sentences = tries.map(({ said }) => said?.vi ?? '')
    expect(new Set(sentences).size).toBe(2)
    expect(sentences).not.toContain('')
  })
})

describe.skipIf(noDatabase !== null)('a hub that takes entries', () => {
  test('leaves what a post decided as it was written: what it thinks of it stands beside', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt quyết định', 3)
    const said = '{"decision":"admitted","outcome":"rejected"}'
    const [entry] = chained(1, { say: () => said, kindOf: () => 'crossing.recorded' })
    await kiosk.send([entry!])
    const { rows } = await hub.ground.pool.query<{ payload: string; hash: string; why: string }>(
      `SELECT p.payload, encode(h.hash, 'hex') AS hash, f.why FROM entry_header h
       JOIN entry_payload p USING (enrolment, line, seq) JOIN entry_flag f USING (enrolment, line, seq)
       WHERE h.enrolment = $1 AND f.why = 'payload-unreadable'`,
      [kiosk.enrolment],
    )
    expect(rows).toEqual([{ payload: said, hash: entry?.entry.hash, why: 'payload-unreadable' }])
  })

  test('waits for nobody who reads it all meanwhile', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt không chờ', 4)
    const entries = chained(20)
    await kiosk.send(entries.slice(0, 10))
    const reader = await hub.ground.pool.connect()
    onTestFinished(() => reader.release())
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const counted = 'SELECT count(*)::int AS count FROM entry_header WHERE enrolment = $1'
    const before = await reader.query<{ count: number }>(counted, [kiosk.enrolment])
    const epoch = entries[0]!.entry.hash
    expect(await kiosk.send(entries.slice(10), { epoch })).toMatchObject({ head: { seq: 20 } })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ entries: 20 })
    const after = await reader.query<{ count: number }>(counted, [kiosk.enrolment])
    expect([before.rows[0]?.count, after.rows[0]?.count]).toEqual([10, 10])
    await reader.query('COMMIT')
  })
})
