/** A copy of a hub: whole, for its readers alone, and counted once it was restored elsewhere and compared. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { registerBackup } from '../../../hub/backup/keep-backup.ts'
import { restoreCopy } from '../../../hub/backup/restore-copy.ts'
import { leftOut, tables } from '../../../hub/backup/rows.ts'
import { writeCopy } from '../../../hub/backup/write-copy.ts'
import { openDatabase } from '../../../hub/database/open-database.ts'
import { openHub, type HubGround } from '../../../hub/ground.ts'
import { ingest } from '../../../hub/ingest/ingest.ts'
import { hubStatus } from '../../../hub/status.ts'
import { readReceipt } from '../../../shared/sync/receipt.ts'
import type { Answer } from '../../../shared/sync/answer.ts'
import { runHub, runHubOn } from '../../fixtures/hub-command.ts'
import { clock, emptyDatabase, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, recoveryBox, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const folder = mkdtempSync(join(tmpdir(), 'chot-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)

const backedUpIn = ({ receipts }: Answer): number[] =>
  receipts.flatMap((text) => {
    const saying = readReceipt(text)?.saying
    return saying?.level === 'backed-up' ? [saying.through] : []
  })

async function hubOn(url: string): Promise<HubGround> {
  const ground = await openHub({ data: folder, url, now: () => clock.now })
  onTestFinished(() => ground.close())
  return ground
}

describe.skipIf(noDatabase !== null)('a copy of a hub', () => {
  test('counts once its word is said, for what was in it, and is a hub that goes on from there', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt sao')
    const entries = chained(40, { say: (seq) => (seq === 7 ? null : `{"salt":"","n":"Hồng \\u0001 ${seq}"}`) })
    const { epoch } = statementOf(entries)
    await kiosk.send(entries.slice(0, 30))
    await kiosk.send(chained(3, { from: 29, previous: entries[27]!.entry.hash, say: (n) => `{"x":${n}}` }), { epoch })
    const [copy, keyFile] = [join(folder, 'hub.copy'), join(folder, 'key')]
    const { key } = JSON.parse((await run('restore', '--new-key', keyFile, '--json')).printed) as { key: string }
    expect(await run('backup', copy, '--to', key)).toMatchObject({ status: 0 })
    expect(readFileSync(copy).includes('Chốt sao')).toBe(false)
    expect(backedUpIn(await kiosk.send(entries.slice(30), { epoch }))).toEqual([])

    const url = await emptyDatabase(hub)
    const restored = await runHubOn(url, folder, 'restore', copy, '--key', keyFile, '--json')
    const { word } = JSON.parse(restored.printed) as { word: string }
    expect(await run('backup', '--confirm', '0000-0000-0000-0000')).toMatchObject({ status: 1 })
    expect(await run('backup', '--confirm', word.toLowerCase())).toMatchObject({ status: 0 })
    expect(backedUpIn(await kiosk.send(entries.slice(30), { epoch }))).toEqual([30])
    expect(await hubStatus(hub.ground)).toContainEqual(expect.objectContaining({ name: 'Chốt sao', backedUp: 30 }))

    const second = await hubOn(url)
    expect(second.keys).toMatchObject({ hub: hub.ground.keys.hub, public: hub.ground.keys.public })
    expect((await hashesAt(second, kiosk.enrolment)).length).toBe(30)
    // It went back, and its checkpoint has receipts for what it has not: somebody is told, and the rest is sent again.
    const { kiosk: state } = statementOf(entries)
    const late = kiosk.seal(entries.slice(35), { epoch, kiosk: { ...state, oldest: null } })
    expect(await ingest(second, late, 'wire')).toMatchObject({ refused: { why: 'gap' }, head: { seq: 30 } })
    const [status] = await hubStatus(second)
    expect(status).toMatchObject({ alerts: 2, forks: 1, flagged: expect.any(Number) })
    await ingest(second, kiosk.seal(entries.slice(30), { epoch }), 'wire')
    expect(await hashesAt(second, kiosk.enrolment)).toEqual(await hashesAt(hub.ground, kiosk.enrolment))
    expect(await runHubOn(url, folder, 'restore', copy, '--key', keyFile)).toMatchObject({
      status: 1,
      complained: expect.stringContaining('there is a hub here already'),
    })
  })

  test('that is damaged or cut off anywhere restores nothing, and opens for nobody else', async () => {
    await (await kioskOf(hub.ground, 'Chốt hỏng', 8)).send(chained(20))
    const copy = join(folder, 'damaged.copy')
    await writeCopy(hub.ground, copy, [recoveryBox.public])
    const whole = readFileSync(copy)
    const { pool, close } = await openDatabase({ data: folder, url: await emptyDatabase(hub) })
    onTestFinished(close)
    const restore = (bytes: Uint8Array, secret = recoveryBox.secret) => {
      writeFileSync(copy, bytes)
      return restoreCopy(pool, copy, secret)
    }
    const turned = (at: number): Buffer => {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ 1
      return bytes
    }
    expect(await restore(whole, new Uint8Array(32).fill(9))).toBe('another-key')
    expect(await restore(Buffer.from('hello\nworld\n'))).toBe('no-copy')
    expect(await restore(turned(2))).toBe('no-copy')
    for (const at of [whole.length - 1, whole.length - 900, Math.floor(whole.length / 2)])
      expect([at, await restore(turned(at))]).toEqual([at, 'broken'])
    for (const length of [whole.length - 1, Math.floor(whole.length / 2)])
      expect([length, await restore(whole.subarray(0, length))]).toEqual([length, 'broken'])
    expect(await restore(Buffer.concat([whole, whole.subarray(-40)]))).toBe('broken')
    expect((await pool.query('SELECT FROM kiosk')).rows).toEqual([])
    expect(await restore(whole)).toMatchObject({ hub: hub.ground.keys.hub })
  })

  test('has every table but those that it is said to leave out', async () => {
    const { rows } = await hub.ground.pool.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
       WHERE s.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'chot_format'`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...tables.map(({ name }) => name), ...leftOut].toSorted())
  })

  test('needs a key that somebody else holds, a name that is free, and one thing asked at a time', async () => {
    const copy = join(folder, 'taken.copy')
    writeFileSync(copy, '')
    expect(await run('backup', copy)).toMatchObject({ status: 74 })
    expect(await run('backup', copy, '--to', 'short')).toMatchObject({ status: 64 })
    expect(await run('backup')).toMatchObject({ status: 64 })
  })
})

describe.skipIf(noDatabase !== null)('a copy that the operator of a server registers', () => {
  test('counts for what had been stored well before it', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt DBA', 10)
    const entries = chained(30)
    const { epoch } = statementOf(entries)
    for (const from of [0, 10, 20]) {
      await kiosk.send(entries.slice(from, from + 10), { epoch })
      clock.now += 3_600_000
    }
    await registerBackup(hub.ground, clock.now - 3_600_000)
    expect(backedUpIn(await kiosk.send(entries.slice(20), { epoch }))).toEqual([20])
    // An older one that is registered later takes nothing back.
    await registerBackup(hub.ground, clock.now - 2 * 3_600_000)
    expect(backedUpIn(await kiosk.send(entries.slice(20), { epoch }))).toEqual([20])
  })

  test('is not taken for the database that comes along, nor from the time to come', async () => {
    const time = new Date(clock.now - 1000).toISOString()
    if (hub.ground.server === 'own') expect(await run('backup', '--registered', time)).toMatchObject({ status: 1 })
    expect(await run('backup', '--registered', '2999-01-01T00:00Z')).toMatchObject({ status: 64 })
    expect(await run('backup', '--registered', 'yesterday')).toMatchObject({ status: 64 })
  })
})
