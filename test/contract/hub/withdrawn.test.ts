/** A checkpoint that is revoked, replaced or lost, and what it goes on sending. */
import { describe, expect, test } from 'vitest'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'
import { hubStatus } from '../../../hub/status.ts'
import type { StoredEntry } from '../../../shared/ledger/entry.ts'

const hub = hubForTests()
const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)
const hashes = (entries: readonly StoredEntry[]): string[] => entries.map(({ entry }) => entry.hash)
const statusOf = async (enrolment: string) => (await hubStatus(hub.ground)).find((each) => each.enrolment === enrolment)

describe.skipIf(noDatabase !== null)('a checkpoint that is revoked', () => {
  test('has what it still sends held, and all of it is let in when somebody says so', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt thu hồi')
    const entries = chained(40)
    const { epoch } = statementOf(entries)
    await kiosk.send(entries.slice(0, 10))
    expect(await run('kiosk', 'revoke', 'Chốt thu hồi')).toMatchObject({ status: 0 })
    // A stick may be read from its end.
    for (const from of [30, 10, 20, 10])
      expect(await kiosk.send(entries.slice(from, from + 10), { epoch })).toMatchObject({
        receipts: [],
        refused: { why: 'revoked' },
      })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'revoked', head: 10, entries: 10, held: 3 })
    const { printed } = await run('kiosk', 'release', 'Chốt thu hồi', '--json')
    expect(JSON.parse(printed)).toMatchObject({ taken: 3, apart: 0, held: 0 })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(hashes(entries))
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'revoked', head: 40, held: 0 })
    expect(await kiosk.send(entries.slice(0, 10))).toMatchObject({ refused: { why: 'revoked' } })
  })

  test('goes on holding what something is missing before, and keeps another end apart', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt đứt')
    const entries = chained(30)
    const { epoch } = statementOf(entries)
    await kiosk.send(entries.slice(0, 10))
    await run('kiosk', 'revoke', 'Chốt đứt')
    await kiosk.send(entries.slice(20), { epoch })
    const other = chained(3, { from: 9, previous: entries[7]!.entry.hash, say: (seq) => `{"x":${seq}}` })
    await kiosk.send(other, { epoch })
    const { printed } = await run('kiosk', 'release', 'Chốt đứt', '--json')
    expect(JSON.parse(printed)).toMatchObject({ taken: 0, apart: 1, held: 1 })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ head: 10, held: 1, forks: 1 })
  })

  test('has what is kept apart told batch by batch, with why and what to do', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt lạ', 8)
    const entries = chained(6)
    expect(await run('kept', 'Chốt lạ')).toMatchObject({ status: 0, printed: 'Chốt lạ: no batch is kept apart.\n' })
    await kiosk.send(entries.map((each) => (each.entry.seq === 2 ? { ...each, payload: '{"other":1}' } : each)))
    await run('kiosk', 'revoke', 'Chốt lạ')
    await kiosk.send(entries)
    const { status, printed } = await run('kept', 'Chốt lạ')
    expect(status).toBe(1)
    expect(printed).toMatch(
      /^1\. chain does not hold \(altered\): entries 1 to 6, as of entry 2; came .* bytes\n2\. held: /,
    )
    expect(printed).toContain('kiosk release Chốt lạ lets it in')
    const { kept } = JSON.parse((await run('kept', 'Chốt lạ', '--json')).printed)
    expect(kept).toMatchObject([
      { why: 'quarantined', reason: 'altered', at: 2 },
      { why: 'revoked', reason: null },
    ])
  })

  test('is named by its enrolment where another has its name, and not guessed', async () => {
    const [one] = [await kioskOf(hub.ground, 'Chốt đôi', 2), await kioskOf(hub.ground, 'Chốt đôi', 3)]
    const refused = await run('kiosk', 'revoke', 'Chốt đôi')
    expect(refused).toMatchObject({ status: 66, complained: expect.stringContaining(one.enrolment) })
    expect(await run('kiosk', 'revoke', one.enrolment)).toMatchObject({ status: 0 })
    expect(await run('kiosk', 'revoke', 'nobody')).toMatchObject({ status: 66 })
    expect(await run('kiosk', 'forgive', 'Chốt đôi')).toMatchObject({ status: 64 })
  })
})

test.skipIf(noDatabase !== null)(
  'a checkpoint that is replaced leaves its name to the next, and keeps its history',
  async () => {
    const old = await kioskOf(hub.ground, 'Chốt cũ', 4)
    const entries = chained(10)
    await old.send(entries)
    const out = `${hub.data}/invitation.json`
    expect(await run('enrol', '--name', 'Chốt cũ', '--out', out)).toMatchObject({ status: 1 })
    await run('kiosk', 'replace', 'Chốt cũ')
    expect(await run('enrol', '--name', 'Chốt cũ', '--out', out)).toMatchObject({ status: 0 })
    const next = await kioskOf(hub.ground, 'Chốt cũ', 5)
    await next.send(chained(3))
    expect(await statusOf(old.enrolment)).toMatchObject({ state: 'replaced', entries: 10 })
    expect(await hashesAt(hub.ground, old.enrolment)).toEqual(hashes(entries))
    expect(await statusOf(next.enrolment)).toMatchObject({ state: 'enrolled', entries: 3 })
  },
)

test.skipIf(noDatabase !== null)(
  'a checkpoint is not replaced while entries of it have not come, unless somebody says so; it is revoked at once',
  async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt dở', 7)
    const entries = chained(10)
    const { epoch, kiosk: said } = statementOf(entries)
    await kiosk.send(entries.slice(0, 6), { epoch, kiosk: said })
    const refused = await run('kiosk', 'replace', 'Chốt dở')
    expect(refused).toMatchObject({ status: 1, complained: expect.stringMatching(/4 entries .* --anyway/) })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'enrolled', backlog: 4 })
    expect(await run('kiosk', 'revoke', 'Chốt dở')).toMatchObject({ status: 0 })
    expect(await run('kiosk', 'replace', 'Chốt dở', '--anyway')).toMatchObject({ status: 0 })
    // What waited is not lost by it: it is held, and somebody may let it in.
    await kiosk.send(entries.slice(6), { epoch })
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'replaced', held: 1 })
  },
)

describe.skipIf(noDatabase !== null)('a checkpoint that is lost', () => {
  const traveller = (name: string, number: string | null = null) => ({
    name,
    birthDate: '1990-01-01',
    numbers: number === null ? [] : [number],
  })
  const crossing = (...travellers: object[]) => ({
    direction: 'in',
    vehicle: null,
    travellers,
    outcome: 'accepted',
    decision: 'admitted',
    reason: null,
  })

  test('is told by the people and the period that may be exposed, but for what it has erased itself', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt mất', 6)
    const said: [string, object][] = [
      ['journal.begun', { mode: 'practice' }],
      ['crossing.recorded', { crossing: crossing(traveller('Erased')) }],
      ['crossing.recorded', { crossing: crossing(traveller('Corrected later')) }],
      ['journal.erased', { before: 1_633_309_200_004, through: 3, counts: [] }],
      ['crossing.noted', { of: 3, text: 'x' }],
      ['crossing.recorded', { crossing: crossing(traveller('An', '001'), traveller('Bình')) }],
      ['crossing.recorded', { crossing: crossing(traveller('AN', '001'), traveller('Bình')) }],
      ['trust.updated', {}],
    ]
    const entries = chained(said.length, {
      say: (seq) => JSON.stringify(said[seq - 1]?.[1]),
      kindOf: (seq) => said[seq - 1]?.[0] ?? '',
    })
    const { epoch } = statementOf(entries)
    const head = { epoch, seq: 13, hash: '00'.repeat(32) }
    await kiosk.send(entries, { kiosk: { ...statementOf(entries).kiosk, head } })
    const { printed } = await run('kiosk', 'lost', 'Chốt mất', '--json')
    expect(JSON.parse(printed)).toMatchObject({
      lostAt: clock.now,
      deadline: clock.now + 72 * 3_600_000,
      exposed: {
        people: 3,
        crossings: 3,
        entries: 4,
        from: entries[2]?.entry.at,
        through: entries[6]?.entry.at,
        notHere: 5,
      },
    })
    expect((await run('kiosk', 'lost', 'Chốt mất')).printed).toContain('3 people, 3 crossings')
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ state: 'lost', alerts: 1 })
    await run('kiosk', 'acknowledge', 'Chốt mất')
    expect(await statusOf(kiosk.enrolment)).toMatchObject({ alerts: 0 })
  })
})
