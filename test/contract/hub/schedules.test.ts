/**
 * Seeded schedules of everything that goes wrong between a kiosk and two hubs on one database, by wire and by stick, with keys
 * that change meanwhile. After each step nothing that was receipted is missing at the hub; at the end both sides hold the same.
 * `npm run test:schedules -- --seeds 1000` runs more of them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { renewSealingKey } from '../../../hub/hub-keys.ts'
import { hubServer } from '../../../hub/server.ts'
import { hubStatus } from '../../../hub/status.ts'
import { takeStick } from '../../../hub/stick.ts'
import { nodeDisk, syncStatus, tripByFolder, tripByWire } from '../../../main/sync/index.ts'
import { faultyWire } from '../../fixtures/faulty-wire.ts'
import { seeded } from '../../fixtures/forgetful-disk.ts'
import { clock, hubForTests, noDatabase, openIn } from '../../fixtures/hub-ground.ts'
import { hashesAt } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'
import { schedulesAsked } from '../../run/schedules-asked.ts'

const hub = hubForTests()
const quiet = (): void => undefined

/** Schedules that one kiosk goes through one after the other. */
const ofOneKiosk = 25

const { first, count } = schedulesAsked(process.env)
const groups = Array.from({ length: Math.ceil(count / ofOneKiosk) }, (_, group) => {
  const from = first + group * ofOneKiosk
  return { from, through: Math.min(from + ofOneKiosk, first + count) - 1 }
})

describe.skipIf(noDatabase !== null)('whatever a wire and a stick do, both sides hold the same', () => {
  test.each(groups)('by the schedules $from to $through', async ({ from, through }) => {
    const second = await openIn(hub.data)
    onTestFinished(() => second.close())
    const grounds = [hub.ground, second]
    const addresses: string[] = []
    for (const ground of grounds) {
      const server = hubServer({ ground, chance: () => 0.5, log: quiet })
      onTestFinished(() => server.close())
      addresses.push(await server.listen({ port: 0, host: '127.0.0.1' }))
    }
    const kiosk = await journalKiosk(hub.ground, 1, addresses[0] ?? '')
    const stick = mkdtempSync(join(tmpdir(), 'chot-schedule-'))
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }))

    for (let seed = from; seed <= through; seed++) {
      const chance = seeded(seed)
      const wire = faultyWire(addresses, chance)
      const steps = {
        record: () => kiosk.record(1 + Math.floor(chance() * 12)),
        wire: async () => tripByWire(await kiosk.trip(), wire.fetch, quiet),
        stickOut: async () => tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet),
        stickIn: () => takeStick(chance() < 0.5 ? hub.ground : second, nodeDisk, stick),
        delayed: () => wire.deliverDelayed(),
        newKey: () => renewSealingKey(hub.ground.pool, clock.now),
      }
      const names = ['record', 'record', 'wire', 'wire', 'wire', 'stickOut', 'stickIn', 'delayed', 'newKey'] as const
      for (let step = 0; step < 10; step++) {
        const name = names[Math.floor(chance() * names.length)] ?? 'wire'
        await steps[name]()
        const { receipted } = await syncStatus(kiosk.ground)
        const [here, there] = [kiosk.hashes(), await hashesAt(hub.ground, kiosk.enrolment)]
        // What the hub has is the beginning of the journal, and what was receipted is in it.
        expect([seed, step, name, there]).toEqual([seed, step, name, here.slice(0, Math.max(there.length, receipted))])
      }
      await wire.deliverDelayed()
      expect([seed, await tripByWire(await kiosk.trip(), fetch, quiet)]).toMatchObject([seed, { why: null }])
      expect([seed, await syncStatus(kiosk.ground)]).toMatchObject([seed, { delivered: true, hubWentBack: false }])
      expect([seed, await hashesAt(hub.ground, kiosk.enrolment)]).toEqual([seed, kiosk.hashes()])
      const status = (await hubStatus(hub.ground)).find(({ enrolment }) => enrolment === kiosk.enrolment)
      expect([seed, status]).toMatchObject([seed, { alerts: 0, kept: 0, flagged: 0, epochs: 1, backlog: 0 }])
    }
  })
})
