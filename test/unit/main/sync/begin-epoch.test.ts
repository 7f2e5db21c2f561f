/** After a fork: nothing more is sent, until a supervisor has the journal go on as an epoch of its own. */
import { describe, expect, test } from 'vitest'
import { beginEpoch } from '../../../../main/sync/begin-epoch.ts'
import type { Ground } from '../../../../main/sync/ground.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { check } from '../journal/journal-in.ts'
import { byWire, hashesOf, invitedKiosk, record } from './invited-kiosk.ts'

const address = 'https://hub.example'
const copys = (seq: number): string => String(seq).padStart(64, 'c')

/** A hub that took another laptop's entries behind those of this kiosk: a copy of its profile was at work there. */
async function forked() {
  const kiosk = await invitedKiosk(10, address)
  const hub = new PaperHub()
  expect(await byWire(kiosk.ground, hub)).toMatchObject({ why: null })
  const { receipted } = await syncStatus(kiosk.ground)
  const [has] = [...hub.epochs.values()]
  for (let more = 1; more <= 3; more++) has?.set(receipted + more, copys(receipted + more))
  record(kiosk.journal, 8)
  return { ...kiosk, hub, receipted }
}

const stop = async (ground: Ground, hub: PaperHub): Promise<void> =>
  expect(await byWire(ground, hub)).toMatchObject({ why: 'fork', batches: 0 })

describe('a journal that the hub knows otherwise', () => {
  test('is not sent, which is remembered', async () => {
    const { ground, hub } = await forked()
    await stop(ground, hub)
    expect(await syncStatus(ground)).toMatchObject({ stopped: 'fork', delivered: false, waiting: 8 })
  })

  test('goes on behind the last entry that both have: the hub gets all of it, and keeps the other branch', async () => {
    const { ground, hub, receipted, profile } = await forked()
    await stop(ground, hub)
    expect(await beginEpoch(ground)).toEqual({ begun: true, after: receipted })
    expect(await byWire(ground, hub)).toMatchObject({ why: null })
    expect(await syncStatus(ground)).toMatchObject({ stopped: null, delivered: true, waiting: 0 })
    expect(hub.hashes()).toEqual(expect.arrayContaining([...hashesOf(ground), copys(receipted + 1)]))
    const epochs = ground.ledger.outgoing.epochs()
    expect(epochs.map(({ from }) => from)).toEqual([1, receipted + 1])
    // Its own check finds nothing wrong with it, and the receipts of before still count.
    expect(check(`${profile}/journal`)).toMatchObject({ discords: [] })
  })

  test('begins no epoch where nothing differs', async () => {
    const { ground } = await invitedKiosk(2, address)
    expect(await beginEpoch(ground)).toEqual({ begun: false, why: 'not-stopped' })
    expect(ground.ledger.outgoing.epochs()).toHaveLength(1)
  })

  test('is forked again where the copy is still at work, and can begin another', async () => {
    const { ground, hub, journal, receipted } = await forked()
    await stop(ground, hub)
    await beginEpoch(ground)
    expect(await byWire(ground, hub)).toMatchObject({ why: null })
    const last = [...hub.epochs.values()].at(-1)
    const { receipted: then } = await syncStatus(ground)
    last?.set(then + 1, copys(then + 1))
    record(journal, 2)
    await stop(ground, hub)
    expect(await beginEpoch(ground)).toEqual({ begun: true, after: then })
    expect(await byWire(ground, hub)).toMatchObject({ why: null })
    expect(ground.ledger.outgoing.epochs().map(({ from }) => from)).toEqual([1, receipted + 1, then + 1])
    expect(await syncStatus(ground)).toMatchObject({ delivered: true })
  })
})
