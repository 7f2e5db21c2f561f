/** Whoever had the stick before may have put links on it: what they lead to is neither written nor cleared away. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import { tripByFolder } from '../../../../main/sync/folder-trip.ts'
import { onStick, stickRoot } from '../../../../main/sync/places.ts'
import { makeFolders } from '../../../../main/sync/put-file.ts'
import { invited } from '../../../fixtures/paper-hub.ts'
import { invitedKiosk, readyTrip } from './invited-kiosk.ts'

const quiet = (): void => undefined

/** A stick, and somebody else's folder with a file whose name a trip would clear away. */
function stickAndVictim() {
  const folder = mkdtempSync(join(tmpdir(), 'chot-planted-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [stick, victim] = [join(folder, 'stick'), join(folder, 'victim')]
  const theirs = '000000000001-000000000002-0123456789ab.chot.part'
  for (const each of [stick, victim]) mkdirSync(each)
  writeFileSync(join(victim, theirs), 'mine')
  const expectUntouched = (): void => {
    expect(readdirSync(victim)).toEqual([theirs])
    expect(readFileSync(join(victim, theirs), 'utf8')).toBe('mine')
  }
  return { stick, victim, expectUntouched }
}

describe.skipIf(process.platform === 'win32')('a link on a stick', () => {
  test.each([
    ['chot-sync', (stick: string) => stickRoot(stick)],
    ['the kiosk’s folder', (stick: string) => dirname(onStick(stick, invited).up)],
    ['up', (stick: string) => onStick(stick, invited).up],
  ])('in place of %s is not written through, and nothing is cleared away behind it', async (_which, placeOf) => {
    const { stick, victim, expectUntouched } = stickAndVictim()
    const { ground } = await invitedKiosk(10)
    const place = placeOf(stick)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(victim, place)
    const trip = await tripByFolder(await readyTrip(ground), nodeDisk, stick, quiet)
    expectUntouched()
    expect(trip.why).toBe('stick-unwritable')
    // The stick without it is as good as any.
    rmSync(place)
    expect(await tripByFolder(await readyTrip(ground), nodeDisk, stick, quiet)).toMatchObject({ batches: 1, why: null })
  })

  test('to a folder that a person names is theirs, and so is what is made below it', async () => {
    const { stick, victim } = stickAndVictim()
    const named = join(stick, 'named')
    symlinkSync(victim, named)
    await makeFolders(nodeDisk, named, join(named, 'a', 'b'))
    expect(readdirSync(join(victim, 'a'))).toEqual(['b'])
  })
})
