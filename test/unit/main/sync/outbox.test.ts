/** What was sealed, in the profile: kept for as long as the hub could lose it. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Ground } from '../../../../main/sync/ground.ts'
import { inProfile, readBatchName } from '../../../../main/sync/places.ts'
import { signReceipt } from '../../../../shared/sync/receipt.ts'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { hub as hubName, hubSigner } from '../../../fixtures/sync-parties.ts'
import { byWire, invitedKiosk } from './invited-kiosk.ts'

/** Batches that lie in its outbox. */
const kept = ({ profile }: Ground): string[] =>
  readdirSync(inProfile(profile).out).filter((name) => readBatchName(name) !== null)

test('a batch that the hub has is kept until it lies in a copy of the hub’s, and not longer', async () => {
  const { ground } = await invitedKiosk(5, 'https://hub.example')
  const hub = new PaperHub()
  await byWire(ground, hub)
  const head = ground.ledger.head()
  expect([ground.ledger.delivered('integrated'), kept(ground).length]).toEqual([head?.seq, 1])
  const { epoch, seq: through = 0, hash = '' } = head ?? {}
  const saying = { hub: hubName, epoch: epoch ?? '', level: 'backed-up', through, hash } as const
  expect(ground.ledger.keepReceipt(signReceipt(saying, hubSigner.sign))).toEqual({ kept: true })
  await byWire(ground, hub)
  expect(kept(ground)).toEqual([])
})
