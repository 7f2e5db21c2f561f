/** A full disk at the kiosk, and a full stick: it is said, what is there is whole, and once there is room everything arrives. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import type { Ground } from '../../../../main/sync/ground.ts'
import { inProfile, onStick, readBatchName } from '../../../../main/sync/places.ts'
import { sealHere } from '../../../../main/sync/seal/seal-batches.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import { sayTravelled, travel } from '../../../../main/sync/travel.ts'
import { fillingDisk } from '../../../fixtures/filling-disk.ts'
import { ForgetfulDisk } from '../../../fixtures/forgetful-disk.ts'
import { invited, PaperHub } from '../../../fixtures/paper-hub.ts'
import { smallDisk } from '../../../fixtures/small-disk.ts'
import { hashesOf, invitedKiosk, wireTo } from './invited-kiosk.ts'

const quiet = (): void => undefined
const small = smallDisk()

const byWire = (ground: Ground, hub: PaperHub) =>
  travel(ground, { folder: null, stick: nodeDisk, fetch: wireTo(hub), hear: quiet })

describe('the kiosk’s own disk that is full', () => {
  test.each([0, 1, 700, 5000, 20_000])('after %d bytes is told, and nothing is lost', async (room) => {
    const { ground, profile } = await invitedKiosk(200, 'https://hub.example')
    const hub = new PaperHub()
    const disk = fillingDisk(nodeDisk, room)
    const full: Ground = { ...ground, disk, seal: sealHere(ground.ledger, disk) }
    const made = await byWire(full, hub)
    expect(made).toMatchObject({ why: 'own-disk' })
    expect(sayTravelled(made, await syncStatus(full)).en).toContain('Make room on it; the journal is whole')
    // What was not receipted counts as nothing, whatever of it lies there.
    expect(ground.ledger.delivered('integrated')).toBeLessThanOrEqual(hub.hashes().length)
    const { out } = inProfile(profile)
    disk.room = Infinity
    expect(await byWire(full, hub)).toMatchObject({ why: null })
    expect(hub.hashes()).toEqual(hashesOf(ground))
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a stick that is full', () => {
  const byStick = (ground: Ground, stick: ForgetfulDisk, room: number) =>
    travel(ground, { folder: '/stick', stick: fillingDisk(stick, room), fetch, hear: quiet })

  test.each([0, 900, 3000, 30_000])('after %d bytes is told, and what is on it is whole', async (room) => {
    const { ground } = await invitedKiosk(1300)
    const [disk, hub] = [new ForgetfulDisk(), new PaperHub()]
    await disk.makeFolder('/stick')
    const made = await byStick(ground, disk, room)
    expect(made).toMatchObject({ why: 'stick-full' })
    expect(sayTravelled(made, await syncStatus(ground)).en).toContain('take another one or make room')
    const { up } = onStick('/stick', invited)
    for (const name of [
      'enrolment.chot',
      ...(await disk.list(up)).names.filter((each) => readBatchName(each)).toSorted(),
    ]) {
      const bytes = await disk.read(join(up, name), 2 ** 23)
      if (bytes) expect(hub.take(bytes)).not.toHaveProperty('refused')
    }
    expect(hashesOf(ground).slice(0, hub.hashes().length)).toEqual(hub.hashes())
    expect(await byStick(ground, disk, Infinity)).toMatchObject({ why: null, batches: 2 })
  })

  test.skipIf(small === null)('in truth says so too, and takes the rest once there is room', async () => {
    if (!small) return
    const { ground } = await invitedKiosk(200)
    const folder = join(small.folder, 'usb')
    mkdirSync(folder)
    small.fill()
    const run = () => travel(ground, { folder, stick: nodeDisk, fetch, hear: quiet })
    expect(await run()).toMatchObject({ why: 'stick-full' })
    small.free()
    expect(await run()).toMatchObject({ why: null, batches: 1 })
    const { up } = onStick(folder, invited)
    const hub = new PaperHub()
    const names = readdirSync(up).filter((name) => readBatchName(name))
    for (const name of ['enrolment.chot', ...names]) hub.take(readFileSync(join(up, name)))
    expect(hub.hashes()).toEqual(hashesOf(ground))
  })
})
