/** The hub on a PostgreSQL that somebody else keeps: by an address and a role that may do little, with nothing of its own set there. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHub } from '../../../hub/ground.ts'
import { runHubOn } from '../../fixtures/hub-command.ts'
import { clock, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained } from '../../fixtures/sync-parties.ts'
import { theirServer, type TheirServer } from '../../fixtures/their-server.ts'

const none = noDatabase ?? (process.env['DATABASE_URL'] ? 'all of these tests run on one already' : null)

describe.skipIf(none !== null)('a hub on somebody else’s server', () => {
  const data = mkdtempSync(join(tmpdir(), 'chot-hub-elsewhere-'))
  let server: TheirServer
  beforeAll(async () => {
    server = await theirServer()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  })

  test('takes what a kiosk sends, goes on where it was, and starts no server of its own', async () => {
    const opened = () => openHub({ data, url: server.url, now: () => clock.now })
    const first = await opened()
    const kiosk = await kioskOf(first, 'Chốt 1')
    const entries = chained(30)
    expect(await kiosk.send(entries)).toMatchObject({ head: { seq: 30 } })
    await first.close()
    const again = await opened()
    expect([again.server, again.keys.hub]).toEqual(['elsewhere', first.keys.hub])
    expect(await hashesAt(again, kiosk.enrolment)).toEqual(entries.map(({ entry }) => entry.hash))
    await again.close()
    expect(readdirSync(data)).toEqual([])
  })

  test('says what to look at where that server does not let it in', async () => {
    const url = Object.assign(new URL(server.url), { password: 'sai' }).href
    expect(await runHubOn(url, data, 'status')).toMatchObject({
      status: 78,
      complained: expect.stringContaining('Check address, name and password'),
    })
  })

  test('says what to do where it may make no tables there', async () => {
    expect(await runHubOn(server.notTheirs, data, 'status')).toMatchObject({
      status: 78,
      complained: expect.stringContaining('a database of its own'),
    })
  })
})
