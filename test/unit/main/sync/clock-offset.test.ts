/** A kiosk's clock beside its hub's: measured by the wire, and said with what is sealed after. */
import { describe, expect, test } from 'vitest'
import { sayClock } from '../../../../main/sync/status/said-clock.ts'
import { stateOfSync } from '../../../../main/sync/status/state-of-sync.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
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

describe('a kiosk is told of its clock beside the hub’s', () => {
  test('once the hub has answered by wire, and what to do where it is wrong; its entries are taken all the same', async () => {
    const { ground } = await invitedKiosk(1, 'https://hub.example')
    const told = async () => stateOfSync(await syncStatus(ground), null, ground.now())
    expect((await told()).clock).toBeNull()
    // The clock of a hub on paper stands at 1, and this one's half a century later.
    await byWire(ground, new PaperHub())
    expect(await told()).toMatchObject({
      delivered: true,
      clock: {
        offset: ground.now() - 1,
        wrong: true,
        said: {
          vi: expect.stringMatching(/^nhanh hơn máy chủ .+ ngày.+ chỉnh giờ máy/),
          en: expect.stringMatching(/^[\d,]+ days ahead of the hub’s.+ set its clock/),
        },
      },
    })
  })

  test.each([
    [4999, false, 'as the hub’s'],
    [-4400, false, 'as the hub’s'],
    [6000, false, '6 s ahead of'],
    [-119_000, false, '119 s behind'],
    [120_000, true, '2 min ahead of'],
    [-7_200_000, true, '2 h behind'],
  ])('%i ms is wrong: %s, and "%s"', (offset, wrong, en) => {
    const said = sayClock(offset)
    expect(said).toMatchObject({ wrong, said: { en: expect.stringContaining(en) } })
    expect(said?.said.en.includes('watch')).toBe(wrong)
  })
})
