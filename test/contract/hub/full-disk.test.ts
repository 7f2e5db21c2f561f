/** The disk of a hub's database is full: nothing is taken by half, the kiosk is told to come later, and then everything is taken. */
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hubServer } from '../../../hub/server.ts'
import { encodeBase64url } from '../../../shared/certificate/base64url.ts'
import { hubForTests, noDatabase, openIn } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { smallDisk } from '../../fixtures/small-disk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

// Before the hub, which writes to it until it is closed.
const disk = smallDisk()
const hub = hubForTests()
const none = noDatabase ?? (process.env['DATABASE_URL'] ? 'the server’s disks are somebody else’s' : null)

/** Who runs the hub's own server where this is run as root. */
const nobody = 65_534

/** Payloads that no compression makes much smaller. */
const large = (seq: number): string => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (seq * 7919 + at * at * 104_729 + (at >> 3) * 31) % 251)
  return JSON.stringify({ salt: '', text: encodeBase64url(bytes) })
}

/** Has what is made from now on lie on the small disk, for whoever connects from now on. */
async function moveOnto(folder: string): Promise<void> {
  mkdirSync(folder)
  if (process.getuid?.() === 0) chownSync(folder, nobody, nobody)
  await hub.ground.pool.query(`CREATE TABLESPACE small LOCATION '${folder}'`)
  await hub.ground.pool.query('ALTER ROLE chot SET default_tablespace = small')
}

describe.skipIf(none !== null || disk === null)('a database whose disk is full', () => {
  test('takes nothing by half, has the kiosk come later, and takes all of it once there is room', async () => {
    if (!disk) return
    await moveOnto(join(disk.folder, 'tables'))
    const ground = await openIn(hub.data)
    onTestFinished(() => ground.close())
    const logged: string[] = []
    const server = hubServer({ ground, chance: () => 0.5, log: (line) => void logged.push(line) })
    onTestFinished(() => server.close())
    const kiosk = await kioskOf(ground, 'Chốt 1')
    const entries = chained(60, { say: large })
    const { epoch } = statementOf(entries)
    const hashes = entries.map(({ entry }) => entry.hash)
    const post = async (from: number, through: number) => {
      const payload = Buffer.from(kiosk.seal(entries.slice(from, through), { epoch }))
      const headers = { 'content-type': 'application/octet-stream' }
      const { statusCode } = await server.inject({ method: 'POST', url: '/v1/batches', payload, headers })
      return statusCode
    }
    expect(await post(0, 10)).toBe(201)
    disk.fill()
    expect(await post(10, 60)).toBe(503)
    expect(logged.join()).toContain('No space left on device')
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes.slice(0, 10))
    // What it has, it says again.
    expect(await post(0, 10)).toBe(201)
    disk.free()
    expect(await post(10, 60)).toBe(201)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes)
  })
})
