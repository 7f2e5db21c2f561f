/** The hub's database dies by kill -9, its connections are cut in mid-transaction, two hubs work on it: what was receipted stays. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serverHome } from '../../../hub/database/server-home.ts'
import type { HubGround } from '../../../hub/ground.ts'
import { readReceipt } from '../../../shared/sync/receipt.ts'
import { seeded } from '../../fixtures/forgetful-disk.ts'
import { noDatabase, openIn } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf, type HubKiosk } from '../../fixtures/hub-kiosk.ts'
import { ingest } from '../../../hub/ingest/ingest.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

const none = noDatabase ?? (process.env['DATABASE_URL'] ? 'the server is somebody else’s' : null)

/** Kills the server and everything that it has started, as a power cut does. */
function killServer(data: string): void {
  const { database } = serverHome(data)
  const pid = Number(readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

const entries = chained(300)
const { epoch } = statementOf(entries)
const hashes = entries.map(({ entry }) => entry.hash)

/** Sends as a kiosk does, from where the hub says it is, until everything is receipted or `stop` says so; the last receipt. */
async function sendAll(ground: HubGround, kiosk: HubKiosk, from: number, stop: () => boolean): Promise<number> {
  let receipted = from
  while (receipted < entries.length && !stop()) {
    const batch = kiosk.seal(entries.slice(receipted, receipted + 20), { epoch })
    try {
      const answer = await ingest(ground, batch, 'wire')
      const saying = readReceipt(answer.receipts[0] ?? '')?.saying
      if (saying) receipted = saying.through
      else if (answer.refused?.why === 'gap') receipted = answer.head?.seq ?? 0
    } catch {
      // Nothing was taken, as far as the kiosk knows.
    }
  }
  return receipted
}

async function hubIn(data: string): Promise<HubGround> {
  const ground = await openIn(data)
  onTestFinished(() => ground.close())
  return ground
}

function dataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'chot-hub-crash-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  return data
}

describe.skipIf(none !== null)('what a hub has receipted', () => {
  test('is there after its database was killed, and the rest arrives', async () => {
    const data = dataFolder()
    const chance = seeded(3)
    const first = await openIn(data)
    const kiosk = await kioskOf(first, 'Chốt 1')
    await first.close()
    let receipted = 0
    for (let kill = 0; kill < 3; kill++) {
      const ground = await openIn(data)
      let [sent, dead] = [0, false]
      const until = 2 + Math.floor(chance() * 6)
      receipted = await sendAll(ground, kiosk, receipted, () => {
        if (++sent === until) killServer(data)
        dead ||= sent > until
        return dead
      })
      await ground.close().catch(() => undefined)
      const again = await openIn(data)
      expect((await hashesAt(again, kiosk.enrolment)).slice(0, receipted)).toEqual(hashes.slice(0, receipted))
      await again.close()
    }
    const ground = await hubIn(data)
    await sendAll(ground, kiosk, receipted, () => false)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes)
  })

  test('is there after its database was killed under an open hub, which has it back by itself', async () => {
    const data = dataFolder()
    const ground = await hubIn(data)
    const kiosk = await kioskOf(ground, 'Chốt 1')
    let sent = 0
    const receipted = await sendAll(ground, kiosk, 0, () => ++sent > 3)
    const startedAt = async () => {
      const { rows } = await ground.pool.query<{ at: string }>('SELECT pg_postmaster_start_time()::text AS at')
      return rows[0]?.at
    }
    const before = await startedAt()
    killServer(data)
    // What it has started survives it for a moment, and may answer.
    const isAnother = () =>
      startedAt().then(
        (at) => at !== before,
        () => false,
      )
    await expect.poll(isAnother, { timeout: 120_000 }).toBe(true)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes.slice(0, receipted))
    await sendAll(ground, kiosk, receipted, () => false)
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes)
  })

  test('is there though connections are cut in mid-transaction, and nothing is there by half', async () => {
    const ground = await hubIn(dataFolder())
    const kiosk = await kioskOf(ground, 'Chốt 1')
    const cutting = (async () => {
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state LIKE '%transaction%' AND pid <> pg_backend_pid()`
      for (let time = 0; time < 40; time++) await ground.pool.query(cut).catch(() => undefined)
    })()
    await sendAll(ground, kiosk, 0, () => false)
    await cutting
    expect(await hashesAt(ground, kiosk.enrolment)).toEqual(hashes)
    const { rows } = await ground.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM entry_payload')
    expect(rows[0]?.count).toBe(entries.length)
  })

  test('is one row of entries where two hubs are sent the same at once', async () => {
    const data = dataFolder()
    const [one, other] = [await hubIn(data), await hubIn(data)]
    expect(one.keys.hub).toBe(other.keys.hub)
    const kiosk = await kioskOf(one, 'Chốt 1')
    await Promise.all([sendAll(one, kiosk, 0, () => false), sendAll(other, kiosk, 0, () => false)])
    expect(await hashesAt(other, kiosk.enrolment)).toEqual(hashes)
  })
})
