/** The hub against its real database: what it stores, what it refuses, and what it keeps all the same. */
import { describe, expect, test } from 'vitest'
import { hubStatus } from '../../../hub/status.ts'
import { ingest } from '../../../hub/ingest/ingest.ts'
import { mostKept } from '../../../hub/ingest/keep-batch.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import type { StoredEntry } from '../../../shared/ledger/entry.ts'
import { readReceipt } from '../../../shared/sync/receipt.ts'
import { seal } from '../../../shared/sync/seal.ts'
import { signFile } from '../../../shared/sync/signed-file.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, signerOf, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const hashes = (entries: readonly StoredEntry[]): string[] => entries.map(({ entry }) => entry.hash)
const statusOf = async (enrolment: string) => (await hubStatus(hub.ground)).find((each) => each.enrolment === enrolment)

describe.skipIf(noDatabase !== null)('a hub takes a batch', () => {
  test('and its receipt says so, the same when it comes again', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt A')
    const entries = chained(30)
    const [first, again] = [await kiosk.send(entries.slice(0, 20)), await kiosk.send(entries.slice(0, 20))]
    expect(readReceipt(first.receipts[0] ?? '')?.saying).toEqual({
      hub: hub.ground.keys.hub,
      epoch: entries[0]?.entry.hash,
      level: 'integrated',
      through: 20,
      hash: entries[19]?.entry.hash,
    })
    expect(again.receipts).toEqual(first.receipts)
    const { epoch } = statementOf(entries)
    expect(await kiosk.send(entries.slice(10), { epoch })).toMatchObject({ head: { seq: 30 } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes(entries))
    expect(await statusOf(kiosk.enrolment)).toMatchObject({
      name: 'Chốt A',
      mode: 'practice',
      head: 30,
      entries: 30,
      backlog: 0,
      version: '0.1.0',
      alerts: 0,
    })
  })

  test('byte for byte, and an erased payload as erased', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt B')
    const said = ['{"salt":"","mode":"practice"}', '{ "b": "Đã\\u0000 báo",\t"a":1.0 }', null]
    await kiosk.send(chained(3, { say: (seq) => said[seq - 1] ?? null }))
    const { rows } = await hub.ground.pool.query<{ payload: string | null }>(
      `SELECT p.payload FROM entry_header h LEFT JOIN entry_payload p USING (enrolment, line, seq, day)
       WHERE h.enrolment = $1 ORDER BY h.seq`,
      [kiosk.enrolment],
    )
    expect(rows.map(({ payload }) => payload)).toEqual(said)
  })

  test('from many kiosks at once, and from one twice at once', async () => {
    const kiosks = await Promise.all([1, 2, 3, 4].map((each) => kioskOf(hub.ground, `Chốt ${each}`, each)))
    const entries = chained(40)
    const { epoch } = statementOf(entries)
    const sent = kiosks.flatMap((kiosk) =>
      [0, 0, 10, 20, 30].map((from) => kiosk.send(entries.slice(from, from + 10), { epoch })),
    )
    await Promise.all(sent)
    for (const kiosk of kiosks) {
      // Whatever order they came in: what was a gap then is sent again, as a kiosk does.
      for (const from of [0, 10, 20, 30]) await kiosk.send(entries.slice(from, from + 10), { epoch })
      expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes(entries))
    }
  })

  test('and tells one that leaves something out how far it is', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt C')
    const entries = chained(30)
    expect(await kiosk.send(entries.slice(10), { epoch: entries[0]!.entry.hash })).toMatchObject({
      receipts: [],
      head: null,
      refused: { why: 'gap' },
    })
    await kiosk.send(entries.slice(0, 5))
    const { epoch } = statementOf(entries)
    expect(await kiosk.send(entries.slice(10), { epoch })).toMatchObject({
      head: { seq: 5 },
      refused: { why: 'gap', seq: 11 },
    })
  })
})

describe.skipIf(noDatabase !== null)('a journal that has two ends', () => {
  test('is a fork: both are kept, and somebody is told once', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt D')
    const ours = chained(20)
    const theirs = [
      ...ours.slice(0, 10),
      ...chained(10, { from: 11, previous: ours[9]!.entry.hash, say: (seq) => `{"x":${seq}}` }),
    ]
    await kiosk.send(ours)
    const { epoch } = statementOf(ours)
    for (let time = 0; time < 2; time++)
      expect(await kiosk.send(theirs.slice(10), { epoch })).toMatchObject({
        receipts: [],
        head: { seq: 20 },
        refused: { why: 'fork', seq: 11 },
      })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes(ours))
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ kept: 1, alerts: 1, head: 20 })
  })

  test('goes on in an epoch of its own, behind the last entry that both have', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt E')
    const ours = chained(20)
    const restored = chained(5, { from: 11, previous: ours[9]!.entry.hash, say: (seq) => `{"restored":${seq}}` })
    await kiosk.send(ours)
    const epoch = restored[0]!.entry.hash
    expect(await kiosk.send(restored, { epoch })).toMatchObject({ head: { seq: 15 } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([...hashes(ours), ...hashes(restored)])
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ epochs: 2, entries: 25, head: 15, alerts: 1 })
  })
})

describe.skipIf(noDatabase !== null)('whoever is no kiosk of ours', () => {
  const entries = chained(3)

  test('is refused, and nothing is kept of them', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt F')
    const stranger = signerOf(0x55)
    expect(await kiosk.send(entries, {}, stranger)).toMatchObject({ refused: { why: 'not-signed' } })
    const forged = { number: 2, public: kiosk.signer.public }
    expect(await kiosk.send(entries, { key: forged }, stranger)).toMatchObject({ refused: { why: 'not-signed' } })
    const other = await kioskOf(hub.ground, 'Chốt G', 0x44)
    const replayed = kiosk.seal(entries, { enrolment: other.enrolment })
    expect(await ingest(hub.ground, replayed, 'wire')).toMatchObject({ refused: { why: 'not-signed' } })
    expect(await kiosk.send(entries, { mode: 'real' })).toMatchObject({ refused: { why: 'not-enrolled' } })
    expect(await kiosk.send(entries, { enrolment: '00'.repeat(16) })).toMatchObject({
      refused: { why: 'not-enrolled' },
    })
    expect(await ingest(hub.ground, Buffer.from('hello'), 'wire')).toMatchObject({ refused: { why: 'unreadable' } })
    for (const each of [kiosk, other])
      expect([await hashesAt(hub.ground, each.enrolment), await statusOf(each.enrolment)]).toEqual([
        [],
        expect.objectContaining({ kept: 0, alerts: 0, head: 0 }),
      ])
  })
})

describe.skipIf(noDatabase !== null)('a batch whose chain does not hold', () => {
  const broken = (): StoredEntry[] =>
    chained(3).map((each) => (each.entry.seq === 2 ? { ...each, payload: '{"other":1}' } : each))

  test('is kept whole with its reason, and nothing of it becomes an entry', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt H')
    expect(await kiosk.send(broken())).toMatchObject({
      receipts: [],
      refused: { why: 'quarantined', seq: 2, reason: 'altered' },
    })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([])
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ kept: 1, alerts: 1 })
    const { rows } = await hub.ground.pool.query<{ size: number }>(
      'SELECT length(sealed) AS size FROM kept_batch WHERE enrolment = $1',
      [kiosk.enrolment],
    )
    expect(rows[0]?.size).toBeGreaterThan(500)
  })

  test('does not fill the disk, however often another one comes', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt I')
    await hub.ground.pool.query(
      `INSERT INTO kept_batch SELECT $1, n, 'quarantined', 'x', '\\x00', n, n, '\\x00', n, '\\x00', 0 FROM generate_series(1, $2::int) n`,
      [kiosk.enrolment, mostKept],
    )
    expect(await kiosk.send(broken())).toMatchObject({ refused: { why: 'quarantined', reason: 'kept-full' } })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ kept: mostKept, alerts: 1 })
  })

  test('does not stop the chain where only what it says is wrong: it is flagged', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt J')
    const entries = chained(4, { say: (seq) => (seq === 2 ? '{"no":"note"}' : `{"of":1,"text":"${seq}"}`) })
    const forged = entries.map((each) =>
      each.entry.seq === 3
        ? { ...each, entry: { ...each.entry, signer: kiosk.signer.public, signature: 'A'.repeat(86) } }
        : each,
    )
    expect(await kiosk.send(forged)).toMatchObject({ head: { seq: 4 } })
    const { rows } = await hub.ground.pool.query(
      'SELECT seq::int, why FROM entry_flag WHERE enrolment = $1 AND why <> $2 ORDER BY seq',
      [kiosk.enrolment, 'time-implausible'],
    )
    expect(rows).toEqual([
      { seq: 1, why: 'payload-unreadable' },
      { seq: 2, why: 'payload-unreadable' },
      { seq: 3, why: 'signature-forged' },
    ])
  })
})

test.skipIf(noDatabase !== null)(
  'a wrong clock refuses nothing: the order is that of the numbers, and it is flagged',
  async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt giờ')
    const year = 365 * 86_400_000
    // What `chained` says is years before the hub's clock; its own says when it came.
    const entries = chained(3)
    const ahead = chained(2, { from: 4, previous: entries[2]!.entry.hash, since: clock.now + 5 * year })
    const { epoch } = statementOf(entries)
    expect(await kiosk.send([...entries, ...ahead], { epoch })).toMatchObject({ head: { seq: 5 } })
    const { rows } = await hub.ground.pool.query<{ seq: number; day: string; received: number; why: string }>(
      `SELECT h.seq::int, h.day::text, h.received_at::float8 AS received, f.why FROM entry_header h
     JOIN entry_flag f USING (enrolment, line, seq) WHERE h.enrolment = $1 AND f.why = 'time-implausible' ORDER BY h.seq`,
      [kiosk.enrolment],
    )
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    // Its payload lies where the day is looked for that it came on, and no year of its own is made for it.
    for (const { day, received } of rows) {
      expect(received).toBe(clock.now)
      expect(Math.abs(Date.parse(day) - clock.now)).toBeLessThan(61 * 86_400_000)
    }
  },
)

test.skipIf(noDatabase !== null)('a kiosk that was revoked is told, and what still comes is held apart', async () => {
  const kiosk = await kioskOf(hub.ground, 'Chốt R')
  const entries = chained(20)
  const { epoch } = statementOf(entries)
  await kiosk.send(entries.slice(0, 10))
  await hub.ground.pool.query('UPDATE kiosk SET revoked_at = $2 WHERE enrolment = $1', [kiosk.enrolment, clock.now])
  expect(await kiosk.send(entries.slice(10), { epoch })).toMatchObject({ receipts: [], refused: { why: 'revoked' } })
  expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'revoked', head: 10, kept: 1, alerts: 1 })
})

test.skipIf(noDatabase !== null)('what its own kiosk signed and is no batch is refused', async () => {
  const kiosk = await kioskOf(hub.ground, 'Chốt P')
  const plain = signFile(nodeMeans, 'chot batch', { hub: hub.ground.keys.hub }, new Uint8Array(0), kiosk.signer.sign)
  const { enrolment } = kiosk
  const sealed = seal(nodeMeans, { kind: 'batch', hub: hub.ground.keys.hub, enrolment, plain, to: hub.ground.keys.to })
  expect(await ingest(hub.ground, sealed, 'wire')).toMatchObject({
    refused: { why: 'unreadable', reason: 'not-a-batch' },
  })
})

test.skipIf(noDatabase !== null)('every key of what belongs to a kiosk begins with the enrolment', async () => {
  const { rows } = await hub.ground.pool.query<{ table: string; columns: string[] }>(
    `SELECT t.relname AS table, array_agg(a.attname::text ORDER BY k.n) AS columns
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace,
       unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, n) JOIN pg_attribute a ON a.attnum = k.attnum
     WHERE a.attrelid = t.oid AND i.indisunique AND s.nspname = 'public' AND t.relname <> ALL($1)
     GROUP BY t.relname, i.indexrelid`,
    // What belongs to the hub and to no kiosk.
    [['hub_key', 'backup', 'account', 'page_session', 'sign_in_try', 'dropped_day']],
  )
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.filter(({ columns }) => columns[0] !== 'enrolment')).toEqual([])
})
