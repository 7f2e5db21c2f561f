/** A kiosk's clock beside its hub's: measured by the wire, and said with what is sealed after. */
import { expect, test } from 'vitest'
import { PaperHub } from '../../../fixtures/paper-hub.ts'
import { byWire, invitedKiosk, record } from './invited-kiosk.ts'

test('how far it is ahead of the hub’s goes with the next batch, beside the times that the entries themselves say', async () => {
  const { ground, journal } = await invitedKiosk(1, 'https://hub.example')
  const hub = new PaperHub()
  // The clock of a hub on paper stands at 1.
  const offset = ground.now() - 1
  await byWire(ground, hub)
  record(journal, 1)
  await byWire(ground, hub)
  expect(hub.said.at(-1)).toMatchObject({ sealedAt: ground.now(), kiosk: { clock: { offset } } })
})
