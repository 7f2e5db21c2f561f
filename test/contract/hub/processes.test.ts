/** Several processes of a hub on one database, killed by kill -9 whatever they are at: what was receipted stays, nothing is there by half. */
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../shared/sync/answer.ts'
import { readReceipt } from '../../../shared/sync/receipt.ts'
import { seeded } from '../../fixtures/forgetful-disk.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf, type HubKiosk } from '../../fixtures/hub-kiosk.ts'
import { hubProcess } from '../../fixtures/hub-process.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const entries = chained(400)
const { epoch } = statementOf(entries)
const hashes = entries.map(({ entry }) => entry.hash)
const batchOf = (kiosk: HubKiosk, from: number): Uint8Array => kiosk.seal(entries.slice(from, from + 20), { epoch })

/** The last entry of an answer's receipt; null: it has none. */
function receiptedBy(text: string | undefined): number | null {
  const [receipt = ''] = readAnswer(text ?? '')?.receipts ?? []
  return readReceipt(receipt)?.saying.through ?? null
}

/** Waits until a transaction of a hub has written entries, and cannot write their payloads. */
async function inMidTransaction(): Promise<void> {
  const sql = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO entry_payload%'`
  while ((await hub.ground.pool.query(sql)).rows.length === 0) continue
}

describe.skipIf(noDatabase !== null)('a process of a hub that is killed', () => {
  test('in mid-transaction has taken nothing, and another takes it', async () => {
    const [first, second] = await Promise.all([hubProcess(hub.data), hubProcess(hub.data)])
    const kiosk = await kioskOf(hub.ground, 'Chốt 1')
    expect(await first.post(batchOf(kiosk, 0))).toMatchObject({ status: 201 })
    const blocking = await hub.ground.pool.connect()
    await blocking.query('BEGIN; LOCK TABLE entry_payload IN ACCESS EXCLUSIVE MODE')
    const sent = first.post(batchOf(kiosk, 20))
    await inMidTransaction()
    await first.kill()
    await blocking.query('ROLLBACK')
    blocking.release()
    expect(await sent).toBeNull()
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes.slice(0, 20))
    const answer = await second.post(batchOf(kiosk, 20))
    expect([answer?.status, receiptedBy(answer?.text)]).toEqual([201, 40])
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes.slice(0, 40))
  })

  test('again and again beside another leaves what was receipted, and in the end everything is there once', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt 2', 2)
    const chance = seeded(5)
    const stays = await hubProcess(hub.data)
    let receipted = 0
    for (let kills = 0; kills < 2; kills++) {
      const dies = await hubProcess(hub.data)
      for (let more = Math.floor(chance() * 3); more >= 0; more--) {
        const last = more === 0
        const sent = [dies.post(batchOf(kiosk, receipted)), stays.post(batchOf(kiosk, receipted))]
        if (last) await dies.kill()
        const answers = await Promise.all(sent)
        receipted = Math.max(receipted, ...answers.map((answer) => receiptedBy(answer?.text) ?? 0))
        expect((await hashesAt(hub.ground, kiosk.enrolment)).slice(0, receipted)).toEqual(hashes.slice(0, receipted))
      }
    }
    while (receipted < entries.length)
      receipted = receiptedBy((await stays.post(batchOf(kiosk, receipted)))?.text) ?? receipted
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes)
    const { rows } = await hub.ground.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM entry_payload WHERE enrolment = $1',
      [kiosk.enrolment],
    )
    expect(rows[0]?.count).toBe(entries.length)
  })
})
