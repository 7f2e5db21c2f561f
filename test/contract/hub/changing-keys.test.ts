/** Keys of a kiosk and of its hub that change, with what was sealed and signed before still on its way. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { renewSealingKey } from '../../../hub/hub-keys.ts'
import { ingest } from '../../../hub/ingest/ingest.ts'
import { hubStatus } from '../../../hub/status.ts'
import { takeStick } from '../../../hub/stick.ts'
import { nodeDisk, syncStatus, tripByFolder } from '../../../main/sync/index.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { sealBatch } from '../../../shared/sync/batch.ts'
import { newBoxPair } from '../../../shared/sync/seal.ts'
import { readSealingKeys } from '../../../shared/sync/sealing-keys.ts'
import { hubForTests, noDatabase, openIn, clock } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'
import { chained, keyChange, nextSigner, signerOf, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()

describe.skipIf(noDatabase !== null)('keys that change', () => {
  test('at the kiosk are known before the entry that says so, and the old one says nothing new', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt K')
    const entries = chained(30)
    const { epoch } = statementOf(entries)
    const change = keyChange(3, kiosk.signer, nextSigner)
    const next = { epoch, key: { number: 3, public: nextSigner.public }, keys: [change] }
    await kiosk.send(entries.slice(0, 10))
    expect(await kiosk.send(entries.slice(10, 20), next, nextSigner)).toMatchObject({ head: { seq: 20 } })
    // A stick that was on its way brings what the hub has: a replay.
    expect(await kiosk.send(entries.slice(5, 15), { epoch })).toMatchObject({ receipts: [expect.any(String)] })
    expect(await kiosk.send(entries.slice(20), { epoch })).toMatchObject({
      refused: { why: 'not-signed', reason: 'older-key' },
    })
    expect(await kiosk.send(entries.slice(20), { ...next, keys: [] }, nextSigner)).toMatchObject({ head: { seq: 30 } })
    const foreign = keyChange(3, signerOf(0x11), signerOf(0x12))
    expect(await kiosk.send(entries, { keys: [foreign] })).toMatchObject({ refused: { why: 'not-signed' } })
  })

  test('at the hub still open what was sealed before', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt L')
    const sealed = kiosk.seal(chained(2))
    const keys = await renewSealingKey(hub.ground.pool, clock.now)
    const [before, after] = [hub.ground.keys, keys].map((each) => readSealingKeys(nodeMeans, each.public, each.sealing))
    expect(after?.number).toBeGreaterThan(before?.number ?? 0)
    expect(after?.keys.slice(1)).toEqual(before?.keys)
    expect(await ingest({ ...hub.ground, keys }, sealed, 'stick')).toMatchObject({ head: { seq: 2 } })
  })

  test('are read anew by a process that was opened before the newest was made', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt L2')
    const other = await openIn(hub.data)
    onTestFinished(() => other.close())
    other.keys = await renewSealingKey(other.pool, clock.now)
    const entries = chained(2)
    const statement = statementOf(entries, { hub: other.keys.hub, enrolment: kiosk.enrolment })
    const key = { number: 2, public: kiosk.signer.public }
    const sealed = sealBatch(nodeMeans, {
      statement: { ...statement, key },
      entries,
      sign: kiosk.signer.sign,
      to: other.keys.to,
    })
    expect(await ingest(hub.ground, sealed, 'wire')).toMatchObject({ head: { seq: 2 }, sealing: other.keys.sealing })
    const lost = newBoxPair(nodeMeans)
    const elsewhere = sealBatch(nodeMeans, {
      statement: { ...statement, key },
      entries,
      sign: kiosk.signer.sign,
      to: [lost.public],
    })
    expect(await ingest(hub.ground, elsewhere, 'wire')).toMatchObject({ refused: { reason: 'another-seal' } })
  })
})

describe.skipIf(noDatabase !== null)('keys that change on both sides while a stick is on its way', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'chot-keys-stick-'))
    onTestFinished(() => rmSync(made, { recursive: true, force: true }))
    return made
  }

  test.each([
    ['before', ['early', 'late'] as const],
    ['behind', ['late', 'early'] as const],
  ])('keep nothing of it out, whether it comes in %s a later one', async (_when, order) => {
    const kiosk = await journalKiosk(hub.ground, 20, null)
    const sticks = { early: folder(), late: folder() }
    const trip = async (stick: string) => tripByFolder(await kiosk.trip(), nodeDisk, stick, () => undefined)
    await trip(sticks.early)
    kiosk.ground.ledger.changeKeys(clock.now)
    kiosk.record(20)
    hub.ground.keys = await renewSealingKey(hub.ground.pool, clock.now)
    await trip(sticks.late)
    for (const which of order) {
      const { files } = await takeStick(hub.ground, nodeDisk, sticks[which])
      expect(files.filter(({ why }) => why !== null)).toEqual([])
    }
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    // The answer on either tells the kiosk whom to seal to from now on, and what is there.
    await trip(sticks[order[1]])
    expect(await syncStatus(kiosk.ground)).toMatchObject({ delivered: true, hub: { confirmed: true } })
    kiosk.record(1)
    await trip(sticks.late)
    expect((await kiosk.trip()).state.sealing).toBe(hub.ground.keys.sealing)
    expect((await takeStick(hub.ground, nodeDisk, sticks.late)).files.every(({ why }) => why === null)).toBe(true)
    const status = (await hubStatus(hub.ground)).find(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ alerts: 0, kept: 0, backlog: 0, epochs: 1 })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
  })
})
