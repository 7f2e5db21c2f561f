/** Sticks at the hub: what kiosks put on them is taken, and they find their answers there. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeStick } from '../../../hub/stick.ts'
import { nodeDisk, onStick, syncStatus, tripByFolder } from '../../../main/sync/index.ts'
import { mostNamesInFolder } from '../../../shared/sync/limits.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'

const hub = hubForTests()
const folder = (): string => mkdtempSync(join(tmpdir(), 'chot-hub-stick-'))
const quiet = (): void => undefined

const kioskWith = (entries: number) => journalKiosk(hub.ground, entries, null)

describe.skipIf(noDatabase !== null)('the hub', () => {
  test('says of a stick which folders have more names than it looks at', async () => {
    const kiosk = await kioskWith(5)
    const stick = folder()
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    const { up } = onStick(stick, kiosk.enrolment)
    const crowded = {
      ...nodeDisk,
      list: async (path: string) => ({ ...(await nodeDisk.list(path)), more: path === up }),
    }
    expect(await takeStick(hub.ground, crowded, stick)).toMatchObject({ crowded: [up], answered: 1 })
    for (let at = 0; at < mostNamesInFolder; at++) writeFileSync(join(up, `anh-${at}.jpg`), '')
    expect(await runHub(hub.data, 'stick', stick)).toMatchObject({
      status: 1,
      complained: expect.stringContaining('more than 10,000 files, and only the first 10,000 were looked at'),
    })
  })

  test('writes nothing through a link that was planted on a stick, and stops nobody else for it', async () => {
    const [stick, victim] = [folder(), folder()]
    const kiosks = [await kioskWith(3), await kioskWith(3)]
    for (const kiosk of kiosks) await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    const [planted, whole] = kiosks
    symlinkSync(victim, onStick(stick, planted!.enrolment).down)
    const taken = await takeStick(hub.ground, nodeDisk, stick)
    expect(taken).toMatchObject({ answered: 1, strangers: [`${planted!.enrolment}/down`] })
    expect(existsSync(onStick(stick, whole!.enrolment).answer)).toBe(true)
    expect(readdirSync(victim)).toEqual([])
  })

  test('takes a stick of several kiosks, and each finds its receipts on it', async () => {
    const stick = folder()
    const kiosks = [await kioskWith(1100), await kioskWith(5)]
    for (const kiosk of kiosks)
      expect(await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)).toMatchObject({ why: null })
    const [first] = kiosks
    // Half a file, a twin and a stranger stop nobody.
    const { up } = onStick(stick, first!.enrolment)
    writeFileSync(join(up, '000000009000-000000009001-0123456789ab.chot'), 'half')
    writeFileSync(join(up, '._state.chot'), 'Mac OS X')
    mkdirSync(join(stick, 'chot-sync', 'holiday'))
    const taken = await takeStick(hub.ground, nodeDisk, stick)
    expect(taken).toMatchObject({ answered: 2, strangers: [expect.stringContaining('._state.chot'), 'holiday'] })
    expect(taken.files.filter(({ why }) => why !== null)).toEqual([expect.objectContaining({ why: 'unreadable' })])
    for (const kiosk of kiosks) {
      expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
      expect(await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)).toMatchObject({
        answer: 'taken',
        batches: 0,
      })
      expect(await syncStatus(kiosk.ground)).toMatchObject({ delivered: true, hub: { confirmed: true } })
    }
  })

  /** A stick that a kiosk has written, was taken in, and came back to it. */
  async function thereAndBack(kiosk: Awaited<ReturnType<typeof kioskWith>>, stick: string) {
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    const taken = await takeStick(hub.ground, nodeDisk, stick)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    return { taken, status: await syncStatus(kiosk.ground) }
  }

  test('tells a kiosk by stick that its invitation was too old, and no more once it is enrolled', async () => {
    const [kiosk, stick] = [await kioskWith(5), folder()]
    const until = (at: number) =>
      hub.ground.pool.query('UPDATE kiosk SET until = $2 WHERE enrolment = $1', [kiosk.enrolment, at])
    await until(clock.now - 1)
    const { taken, status } = await thereAndBack(kiosk, stick)
    expect(taken).toMatchObject({ answered: 1 })
    expect(status).toMatchObject({
      refused: { why: 'not-enrolled', at: clock.now },
      hub: { confirmed: false },
      receipted: 0,
    })
    await until(clock.now + 1)
    expect((await thereAndBack(kiosk, stick)).status).toMatchObject({
      refused: null,
      hub: { confirmed: true },
      delivered: true,
    })
  })

  test('tells a kiosk by stick that nobody knows its enrolment', async () => {
    const [kiosk, stick] = [await kioskWith(5), folder()]
    await hub.ground.pool.query('DELETE FROM kiosk WHERE enrolment = $1', [kiosk.enrolment])
    expect((await thereAndBack(kiosk, stick)).status).toMatchObject({ refused: { why: 'not-enrolled' } })
  })

  test('says nothing of a kiosk for what another’s file in its folder comes to', async () => {
    const [kiosk, stranger, stick] = [await kioskWith(5), await kioskWith(5), folder()]
    await hub.ground.pool.query('DELETE FROM kiosk WHERE enrolment = $1', [stranger.enrolment])
    await thereAndBack(kiosk, stick)
    await tripByFolder(await stranger.trip(), nodeDisk, stick, quiet)
    const [ours, theirs] = [onStick(stick, kiosk.enrolment), onStick(stick, stranger.enrolment)]
    for (const name of readdirSync(theirs.up)) copyFileSync(join(theirs.up, name), join(ours.up, name))
    await takeStick(hub.ground, nodeDisk, stick)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    expect(await syncStatus(kiosk.ground)).toMatchObject({ refused: null })
  })

  test('takes a stick by command', async () => {
    const stick = folder()
    const kiosk = await kioskWith(5)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    expect(await runHub(hub.data, 'stick', stick)).toMatchObject({
      status: 0,
      printed: expect.stringContaining('1 checkpoint finds an answer'),
    })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
  })

  test('refuses by command a folder that is not there, and makes none in place of the stick', async () => {
    const [nowhere, trust] = [join(folder(), 'mistyped'), folder()]
    mkdirSync(join(trust, 'metadata'))
    writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{}')
    expect(await runHub(hub.data, 'stick', nowhere, '--trust', trust)).toMatchObject({
      status: 66,
      complained: expect.stringContaining(`no folder ${nowhere}. Plug the stick in`),
    })
    expect(existsSync(nowhere)).toBe(false)
  })
})
