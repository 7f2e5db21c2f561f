/** Trips by stick: what the journal has the hub gets, once, wherever it is pulled, and nothing counts before its receipt. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tripByFolder } from '../../../../main/sync/folder-trip.ts'
import { onStick, readBatchName, stickRoot } from '../../../../main/sync/places.ts'
import { syncStatus } from '../../../../main/sync/status/sync-status.ts'
import type { Answer } from '../../../../shared/sync/answer.ts'
import { mostTaken } from '../../../../shared/sync/limits.ts'
import { ForgetfulDisk, seeded } from '../../../fixtures/forgetful-disk.ts'
import { invited, PaperHub } from '../../../fixtures/paper-hub.ts'
import { hashesOf, invitedKiosk, readyTrip, record } from './invited-kiosk.ts'

const stick = '/stick'
const quiet = (): void => undefined

/** The hub takes a stick in. */
async function hubTakes(hub: PaperHub, disk: ForgetfulDisk): Promise<void> {
  const places = onStick(stick, invited)
  const names = (await disk.list(places.up)).names.toSorted()
  let answer: Answer = { receipts: [], now: 1 }
  for (const name of ['enrolment.chot', ...names.filter((each) => readBatchName(each)), 'state.chot']) {
    const bytes = await disk.read(join(places.up, name), mostTaken)
    const said = bytes && hub.take(bytes)
    if (said) answer = { ...answer, ...said, receipts: [...answer.receipts, ...said.receipts].slice(-8) }
  }
  disk.put(places.answer, Buffer.from(JSON.stringify(answer)))
}

describe('by stick', () => {
  test('everything is there after one way, and receipted after the way back', async () => {
    const { ground } = await invitedKiosk(2500)
    const [disk, hub] = [new ForgetfulDisk(), new PaperHub()]
    const first = await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(first).toEqual({ answer: 'none', batches: 3, strangers: [], why: null })
    expect(await syncStatus(ground)).toMatchObject({
      receipted: 0,
      waiting: 2503,
      oldest: { seq: 1 },
      delivered: false,
    })
    await hubTakes(hub, disk)
    expect(hub.hashes()).toEqual(hashesOf(ground))
    const second = await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(second).toMatchObject({ answer: 'taken', batches: 0, why: null })
    expect(await syncStatus(ground)).toMatchObject({
      receipted: 2503,
      waiting: 0,
      delivered: true,
      hub: { confirmed: true },
    })
    // What the hub has was taken off the stick; how the kiosk is stays.
    expect((await disk.list(onStick(stick, invited).up)).names.filter((name) => readBatchName(name))).toEqual([])
    await hubTakes(hub, disk)
    expect(hub.said.at(-1)?.kiosk).toMatchObject({ head: { seq: 2503 }, oldest: null })
  })

  test('what lies on it already is not sealed or written again', async () => {
    const { ground, journal } = await invitedKiosk(10)
    const disk = new ForgetfulDisk()
    await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    const { up } = onStick(stick, invited)
    const [name = ''] = (await disk.list(up)).names.filter((each) => readBatchName(each))
    const bytes = await disk.read(join(up, name), mostTaken)
    record(journal, 5)
    const again = await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(again.batches).toBe(2)
    expect(await disk.read(join(up, name), mostTaken)).toEqual(bytes)
  })

  test('wherever it is pulled, however often, the hub ends with exactly what the journal has', async () => {
    const { ground, journal } = await invitedKiosk(40)
    const [disk, hub, chance] = [new ForgetfulDisk(), new PaperHub(), seeded(7)]
    for (let round = 0; round < 60; round++) {
      record(journal, 3)
      disk.cutAfter = disk.done + Math.floor(chance() * 60)
      await tripByFolder(await readyTrip(ground), disk, stick, quiet).catch(quiet)
      disk.cutOff(chance)
      // A half-written file never stops the hub, and never becomes entries.
      await hubTakes(hub, disk)
      expect(hashesOf(ground).slice(0, hub.hashes().length)).toEqual(hub.hashes())
      expect(ground.ledger.delivered('integrated')).toBeLessThanOrEqual(hub.hashes().length)
    }
    await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    await hubTakes(hub, disk)
    await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(hub.hashes()).toEqual(hashesOf(ground))
    expect(await syncStatus(ground)).toMatchObject({ delivered: true })
  })

  test('twins, half files and strangers’ files are told and left alone', async () => {
    const { ground } = await invitedKiosk(3)
    const disk = new ForgetfulDisk()
    const places = onStick(stick, invited)
    const twin = '._000000000001-000000000006-0123456789ab.chot'
    disk.put(join(places.up, twin), Buffer.from('Mac OS X'))
    disk.put(join(places.up, 'anh-cuoi.jpg'), Buffer.from('ÿØ'))
    disk.put(join(places.up, '000000000001-000000000001-0123456789ab.chot.part'), Buffer.from('half'))
    disk.put(places.answer, Buffer.from('{"receipts":'))
    disk.put(join(stickRoot(stick), 'ab'.repeat(16), 'up', 'state.chot'), Buffer.from('another kiosk’s'))
    const made = await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(made).toMatchObject({ answer: 'unreadable', batches: 1, why: null })
    expect(made.strangers.toSorted()).toEqual([twin, 'anh-cuoi.jpg'])
    expect((await disk.list(places.up)).names).toEqual(expect.arrayContaining([twin, 'anh-cuoi.jpg']))
    const others = await disk.read(join(stickRoot(stick), 'ab'.repeat(16), 'up', 'state.chot'), 99)
    expect(Buffer.from(others ?? []).toString()).toBe('another kiosk’s')
  })

  test('a stick with more names than are looked at is written all the same, and said to hide what the hub may not see', async () => {
    const { ground } = await invitedKiosk(3)
    const disk = new ForgetfulDisk()
    Object.assign(disk, { list: async () => ({ names: ['anh-cuoi.jpg'], more: true }) })
    const made = await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    expect(made).toMatchObject({ batches: 1, why: 'stick-crowded' })
    expect(await disk.read(onStick(stick, invited).state, 9999)).not.toBeNull()
  })

  test('a stick that says something else the second time is believed by what was copied from it', async () => {
    const { ground } = await invitedKiosk(3)
    const [disk, hub] = [new ForgetfulDisk(), new PaperHub()]
    await tripByFolder(await readyTrip(ground), disk, stick, quiet)
    await hubTakes(hub, disk)
    const { answer } = onStick(stick, invited)
    const read = disk.read.bind(disk)
    let asked = 0
    Object.assign(disk, {
      read: (path: string, most: number) =>
        path === answer && asked++ > 0 ? Promise.resolve(Buffer.from('{"receipts":[]}')) : read(path, most),
    })
    expect(await tripByFolder(await readyTrip(ground), disk, stick, quiet)).toMatchObject({ answer: 'taken' })
    expect([asked, await syncStatus(ground)]).toMatchObject([1, { delivered: true }])
  })
})
