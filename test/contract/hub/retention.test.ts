/** Content that was kept long enough: what is dropped, what stays, and that the chain holds all the same. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { registerBackup } from '../../../hub/backup/keep-backup.ts'
import { checkEvidence } from '../../../hub/evidence/check-evidence.ts'
import { writeEvidence } from '../../../hub/evidence/write-evidence.ts'
import { findKiosks } from '../../../hub/kiosks/kiosk-row.ts'
import { hubStatus } from '../../../hub/status.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase, openIn } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const day = 86_400_000
const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)

/** Entries of a test are written at one time: this many days later it is now. */
const laterBy = (days: number): void => {
  clock.now = (chained(1)[0]?.entry.at ?? 0) + days * day
}

async function payloadsOf(enrolment: string): Promise<number[]> {
  const { rows } = await hub.ground.pool.query<{ seq: number }>(
    'SELECT seq::int AS seq FROM entry_payload WHERE enrolment = $1 ORDER BY line, seq',
    [enrolment],
  )
  return rows.map(({ seq }) => seq)
}

const statusOf = async (enrolment: string) => (await hubStatus(hub.ground)).find((each) => each.enrolment === enrolment)

/** A kiosk whose entries of one day are here and lie in a copy. */
async function backedUp(name: string) {
  laterBy(0)
  clock.now += 1000
  const entries = chained(20)
  const kiosk = await kioskOf(hub.ground, name)
  await kiosk.send(entries)
  laterBy(1)
  await registerBackup(hub.ground, clock.now)
  return { kiosk, entries }
}

describe.skipIf(noDatabase !== null)('chot-hub retention', () => {
  test('drops what is about people and old enough, and leaves headers, heads and counts as they were', async () => {
    const { kiosk, entries } = await backedUp('Chốt cũ')
    const before = await statusOf(kiosk.enrolment)
    laterBy(30)
    expect(await run('retention', '--days', '30')).toMatchObject({
      status: 0,
      printed: expect.stringContaining('Nothing'),
    })
    expect(await payloadsOf(kiosk.enrolment)).toHaveLength(20)
    laterBy(32)
    expect(await run('retention', '--days', '30')).toMatchObject({ status: 0, printed: expect.stringContaining('19') })
    // What began the journal names nobody, and the rest is checked by it.
    expect(await payloadsOf(kiosk.enrolment)).toEqual([1])
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(entries.map(({ entry }) => entry.hash))
    expect(await statusOf(kiosk.enrolment)).toEqual(before)
    expect(await kiosk.send(entries)).toMatchObject({ head: { seq: 20 } })
    expect(await run('retention', '--days', '30')).toMatchObject({ printed: expect.stringContaining('Nothing') })
  })

  test('says who dropped what, and when', async () => {
    await backedUp('Chốt ghi')
    laterBy(40)
    await run('retention', '--days', '30')
    const { rows } = await hub.ground.pool.query('SELECT * FROM dropped_day ORDER BY number DESC LIMIT 1')
    expect(rows).toEqual([
      expect.objectContaining({ days: 30, dropped_at: String(clock.now), dropped_by: expect.stringMatching(/\S/) }),
    ])
  })

  test('leaves a day alone of which one entry lies in no copy', async () => {
    const { kiosk } = await backedUp('Chốt có bản sao')
    laterBy(2)
    const other = await kioskOf(hub.ground, 'Chốt chưa có', 7)
    await other.send(chained(3))
    laterBy(40)
    expect(await run('retention', '--days', '30')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('NOT erased'),
    })
    expect(await payloadsOf(kiosk.enrolment)).toHaveLength(20)
    await registerBackup(hub.ground, clock.now)
    expect(await run('retention', '--days', '30')).toMatchObject({ status: 0 })
    expect(await payloadsOf(other.enrolment)).toEqual([1])
  })

  test('leaves what was kept apart, and a fork is proved by it as before', async () => {
    const { kiosk, entries } = await backedUp('Chốt nhánh')
    const { epoch } = statementOf(entries)
    const other = chained(3, { from: 19, previous: entries[17]!.entry.hash, say: (seq) => `{"x":${seq}}` })
    expect(await kiosk.send(other, { epoch })).toMatchObject({ refused: { why: 'fork' } })
    laterBy(40)
    expect(await run('retention', '--days', '30')).toMatchObject({ status: 0 })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ forks: 1, kept: 1 })
    const [row] = await findKiosks(hub.ground.pool, 'Chốt nhánh')
    const checked = checkEvidence((await writeEvidence(hub.ground, row!)) ?? '')
    expect(checked?.forks).toEqual([expect.objectContaining({ at: 19, fault: null })])
  })

  test('takes nothing from a process that goes on: what comes late for a day that is gone is stored', async () => {
    const other = await openIn(hub.data)
    onTestFinished(() => other.close())
    laterBy(0)
    const old = chained(5, { kindOf: () => 'crossing.noted' })
    const kiosk = await kioskOf(other, 'Chốt đến trước')
    await kiosk.send(old)
    laterBy(1)
    await registerBackup(hub.ground, clock.now)
    await hub.ground.pool.query(
      `DELETE FROM entry_payload p USING entry_header h WHERE h.enrolment = p.enrolment AND h.line = p.line AND h.seq = p.seq
       AND h.kind <> 'crossing.noted'`,
    )
    laterBy(32)
    expect(await run('retention', '--days', '30')).toMatchObject({ status: 0 })
    const late = await kioskOf(other, 'Chốt đến sau', 9)
    expect(await late.send(old)).toMatchObject({ head: { seq: 5 } })
    expect(await payloadsOf(late.enrolment)).toHaveLength(5)
  })

  test.each(['0', '3661', 'x', '-1'])('takes no %s for a number of days', async (days) => {
    expect(await run('retention', '--days', days)).toMatchObject({ status: 64 })
  })
})
