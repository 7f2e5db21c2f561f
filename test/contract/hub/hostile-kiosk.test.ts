/** A kiosk that is somebody else's by now: it has its key, and sends what it likes. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { mostLines } from '../../../hub/ingest/heads.ts'
import { mostUnacknowledged } from '../../../hub/ingest/keep-batch.ts'
import { hubStatus } from '../../../hub/status.ts'
import { ingest } from '../../../hub/ingest/ingest.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { sealBatch } from '../../../shared/sync/batch.ts'
import { mostInflated } from '../../../shared/sync/limits.ts'
import { seal } from '../../../shared/sync/seal.ts'
import { signFile } from '../../../shared/sync/signed-file.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'
import { smallBatchesAsked } from '../../run/schedules-asked.ts'

const hub = hubForTests()
const statusOf = async (enrolment: string) => (await hubStatus(hub.ground)).find((each) => each.enrolment === enrolment)

describe.skipIf(noDatabase !== null)('a kiosk in strange hands', () => {
  test('fills no memory with what inflates for ever, and nothing past what it said', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt bom')
    const entries = chained(2)
    const { hub: name } = hub.ground.keys
    const body = gzipSync(Buffer.alloc(4 * mostInflated))
    const bomb = (size: number) => {
      const key = { number: 2, public: kiosk.signer.public }
      const statement = { ...statementOf(entries, { hub: name, enrolment: kiosk.enrolment, key }), size }
      const plain = signFile(nodeMeans, 'chot batch', statement, body, kiosk.signer.sign)
      return seal(nodeMeans, { kind: 'batch', hub: name, enrolment: kiosk.enrolment, plain, to: hub.ground.keys.to })
    }
    const before = process.memoryUsage().arrayBuffers
    expect(await ingest(hub.ground, bomb(mostInflated), 'wire')).toMatchObject({
      refused: { why: 'quarantined', reason: 'not-inflated' },
    })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(3 * mostInflated)
    expect(await ingest(hub.ground, bomb(mostInflated + 1), 'wire')).toMatchObject({ refused: { why: 'unreadable' } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([])
  })

  test('gets nothing in by a seal of another, a replay as another, or a signature of nobody', async () => {
    const [kiosk, other] = [await kioskOf(hub.ground, 'Chốt A', 2), await kioskOf(hub.ground, 'Chốt B', 3)]
    const entries = chained(5)
    await kiosk.send(entries)
    const sealed = kiosk.seal(entries)
    const end = sealed.indexOf(0x0a, 14)
    const outer = Buffer.from(sealed.subarray(0, end)).toString('latin1')
    const renamed = Buffer.concat([
      Buffer.from(outer.replace(kiosk.enrolment, other.enrolment), 'latin1'),
      sealed.subarray(end),
    ])
    expect(await ingest(hub.ground, renamed, 'wire')).toMatchObject({ refused: { why: 'unreadable' } })
    const { hub: name, to } = hub.ground.keys
    const key = { number: 2, public: kiosk.signer.public }
    const statement = statementOf(entries, { hub: name, enrolment: other.enrolment, key })
    const stolen = sealBatch(nodeMeans, { statement, entries, sign: kiosk.signer.sign, to })
    expect(await ingest(hub.ground, stolen, 'wire')).toMatchObject({ refused: { why: 'not-signed' } })
    const unsigned = sealBatch(nodeMeans, { statement, entries, sign: () => new Uint8Array(64), to })
    expect(await ingest(hub.ground, unsigned, 'wire')).toMatchObject({ refused: { why: 'not-signed' } })
    for (let at = end + 1; at < sealed.length; at += 29) {
      const turned = Uint8Array.from(sealed)
      turned[at] = turned[at]! ^ 0x40
      const { refused } = await ingest(hub.ground, turned, 'wire')
      expect([at, refused?.why]).toEqual([at, 'unreadable'])
    }
    expect(await hashesAt(hub.ground, other.enrolment)).toEqual([])
    expect(await statusOf(other.enrolment)).toMatchObject({ kept: 0, alerts: 0 })
  })

  test('keeps nobody else waiting by thousands of batches of next to nothing', async () => {
    const many = smallBatchesAsked(process.env)
    const [kiosk, other] = [await kioskOf(hub.ground, 'Chốt nhỏ', 4), await kioskOf(hub.ground, 'Chốt lớn', 5)]
    const entries = chained(100)
    const { epoch } = statementOf(entries)
    const batches = entries.map((entry) => kiosk.seal([entry], { epoch }))
    const sent = Array.from({ length: many }, (_, each) => batches[each % batches.length]!)
    let [answered, whenOther] = [0, Number.POSITIVE_INFINITY]
    const flood = Array.from({ length: 8 }, async () => {
      for (let batch = sent.shift(); batch; batch = sent.shift()) {
        await ingest(hub.ground, batch, 'wire')
        answered++
      }
    })
    const mine = other.send(chained(50)).then((answer) => {
      whenOther = answered
      return answer
    })
    await Promise.all([...flood, mine])
    expect(await mine).toMatchObject({ head: { seq: 50 } })
    expect(answered).toBe(many)
    expect(whenOther).toBeLessThan(many / 2)
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(entries.map(({ entry }) => entry.hash))
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ kept: 0, alerts: 0, entries: 100 })
  })

  test('begins no more epochs than a kiosk has in its life, and what comes beyond is kept apart', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt đời', 6)
    await hub.ground.pool.query(
      `INSERT INTO kiosk_head SELECT $1, decode(lpad(to_hex(n), 64, '0'), 'hex'), n, 1, 1, '\\x00', $3 FROM generate_series(1, $2::int) n`,
      [kiosk.enrolment, mostLines, kiosk.signer.public],
    )
    expect(await kiosk.send(chained(2))).toMatchObject({ refused: { why: 'quarantined', reason: 'too-many-epochs' } })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ epochs: mostLines, kept: 1, alerts: 1 })
  })

  test('hides nobody else’s alerts behind its own', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt báo', 8)
    const entries = chained(mostUnacknowledged + 5, { since: 77 })
    const { epoch } = statementOf(entries)
    for (const entry of entries) {
      await kiosk.send([entry], { epoch })
      const { seq } = entry.entry
      // It says that it has receipts for more.
      const claims = { ...statementOf([entry]).kiosk, head: { epoch, seq: seq + 9, hash: epoch }, oldest: null }
      await kiosk.send(chained(1, { from: seq + 5, since: 77 }), { epoch, kiosk: claims })
    }
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ entries: entries.length, alerts: mostUnacknowledged })
  })
})
