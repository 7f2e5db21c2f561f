/**
 * The disk of the log of a hub's own database is full, without which it can commit nothing: it ends and starts again and again.
 * Nothing is receipted that it has not, it is said what to do, and all is taken once there is room.
 */
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serverHome } from '../../../hub/database/server-home.ts'
import { hubServer } from '../../../hub/server.ts'
import { noDatabase, openIn } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { smallDisk } from '../../fixtures/small-disk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

/** Room for two or three files of the log. */
const disk = smallDisk(56)
const none = noDatabase ?? (process.env['DATABASE_URL'] ? 'the server’s disks are somebody else’s' : null)
const patience = { timeout: 240_000, interval: 1000 }

/** Who runs the hub's own server where this is run as root. */
const nobody = 65_534

/** Makes a hub's database, and has its log lie on a disk of its own from then on. */
async function moveLog(data: string, onto: string): Promise<void> {
  await (await openIn(data)).close()
  const { database } = serverHome(data)
  const [log, moved] = [join(database, 'pg_wal'), join(onto, 'log')]
  cpSync(log, moved, { recursive: true })
  rmSync(log, { recursive: true })
  symlinkSync(moved, log)
  if (process.getuid?.() !== 0) return
  const within = readdirSync(moved, { recursive: true, encoding: 'utf8' }).map((name) => join(moved, name))
  for (const each of [moved, ...within]) chownSync(each, nobody, nobody)
}

describe.skipIf(none !== null || disk === null)('a database whose log has no room', () => {
  test('receipts nothing that it has not, says what to do, and takes all of it once there is room', async () => {
    if (!disk) return
    const data = mkdtempSync(join(tmpdir(), 'chot-hub-log-'))
    onTestFinished(() => rmSync(data, { recursive: true, force: true }))
    await moveLog(data, disk.folder)
    const ground = await openIn(data)
    onTestFinished(() => ground.close())
    const logged: string[] = []
    const server = hubServer({ ground, chance: () => 0.5, log: (line) => void logged.push(line), locale: 'en' })
    onTestFinished(() => server.close())
    const kiosk = await kioskOf(ground, 'Chốt 1')
    const entries = chained(30)
    const hashes = entries.map(({ entry }) => entry.hash)
    const { epoch } = statementOf(entries)
    const post = async (from: number, through: number) => {
      const payload = Buffer.from(kiosk.seal(entries.slice(from, through), { epoch }))
      const headers = { 'content-type': 'application/octet-stream' }
      return (await server.inject({ method: 'POST', url: '/v1/batches', payload, headers })).statusCode
    }
    expect(await post(0, 10)).toBe(201)
    disk.fill()
    // What is written next needs a file of the log that there is no room for.
    await ground.pool.query('SELECT pg_switch_wal()').catch(() => undefined)
    const answers = [await post(10, 20), await post(10, 20), await post(20, 30)]
    expect(answers).toEqual([503, 503, 503])
    expect(logged.at(-1)).toContain('The database’s disk is full: nothing was taken and no receipt given')
    disk.free()
    await expect.poll(() => post(10, 20), patience).toBe(201)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes.slice(0, 20))
    expect(await post(20, 30)).toBe(201)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes)
  })
})
