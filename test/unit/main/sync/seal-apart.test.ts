/** Sealing in a thread: what comes of it is what the journal has, and the key that signs stays where it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sealApart } from '../../../../main/sync/seal/seal-apart.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { byWire, hashesOf, invitedKiosk } from './invited-kiosk.ts'

test('batches that a thread sealed are signed by the kiosk, and hold the journal’s entries', async () => {
  const { ground, profile } = await invitedKiosk(1200, 'https://hub.example')
  const apart = sealApart(ground.ledger, { folder: join(profile, 'journal'), key: journalKey })
  onTestFinished(() => apart.close())
  const hub = new PaperHub()
  expect(await byWire({ ...ground, seal: apart.seal }, hub)).toMatchObject({ why: null, batches: 2 })
  expect(hub.hashes()).toEqual(hashesOf(ground))
  expect(await syncStatus(ground)).toMatchObject({ delivered: true })
})

test('a thread that cannot read the journal seals nothing, and says so', async () => {
  const { ground, profile } = await invitedKiosk(3, 'https://hub.example')
  const apart = sealApart(ground.ledger, { folder: join(profile, 'journal'), key: new Uint8Array(32) })
  onTestFinished(() => apart.close())
  await expect(byWire({ ...ground, seal: apart.seal }, new PaperHub())).rejects.toThrow(/^nothing was sealed: /)
  expect(readdirSync(join(profile, 'sync', 'out'))).toEqual([])
  expect(readFileSync(join(profile, 'sync', 'state.json'), 'utf8')).not.toContain('receiptAt":1')
})
