/** Commands of a hub: who may sign in at its page, to which key is sealed, and whom it invites. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hubServer } from '../../../hub/server.ts'
import { takeStick } from '../../../hub/stick.ts'
import { nodeDisk, tripByFolder } from '../../../main/sync/index.ts'
import { readSealingKeys } from '../../../shared/sync/sealing-keys.ts'
import { nodeMeans } from '../../../main/sync/means.ts'
import { HubBrowser, pageDoor } from '../../fixtures/hub-browser.ts'
import { runHub, runHubOn } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk } from '../../fixtures/journal-kiosk.ts'
import { testTls } from '../../fixtures/tls.ts'

const hub = hubForTests()
const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)
const said = async (...commandLine: string[]) =>
  JSON.parse((await run(...commandLine, '--json')).printed) as Record<string, string>

describe.skipIf(noDatabase !== null)('chot-hub account', () => {
  test('adds somebody who can sign in, gives another password, and takes them away', async () => {
    const { address } = await pageDoor(hub.ground)
    const added = await said('account', 'add', 'lan.tran')
    const signIn = async (password = '') => (await new HubBrowser(address).signIn('lan.tran', password)).said
    expect(await signIn(added['password'])).toEqual({ name: 'lan.tran', role: 'viewer', mustChange: true })
    const reset = await said('account', 'password', 'lan.tran')
    expect(await signIn(added['password'])).toEqual({ code: 'wrong-sign-in' })
    expect(await signIn(reset['password'])).toMatchObject({ mustChange: true })
    expect(await run('account', 'list')).toMatchObject({ printed: expect.stringContaining('lan.tran: viewer') })
    await run('account', 'add', 'admin.khac', '--role', 'admin')
    expect(await run('account', 'remove', 'lan.tran')).toMatchObject({ status: 0 })
    expect(await signIn(reset['password'])).toEqual({ code: 'wrong-sign-in' })
  })

  test('keeps the last admin', async () => {
    await hub.ground.pool.query('DELETE FROM account')
    await run('account', 'add', 'mot', '--role', 'admin')
    await run('account', 'add', 'hai')
    expect(await run('account', 'remove', 'mot')).toMatchObject({
      status: 1,
      complained: expect.stringContaining('last admin'),
    })
    await run('account', 'add', 'ba', '--role', 'admin')
    expect(await run('account', 'remove', 'mot')).toMatchObject({ status: 0 })
  })

  test.each([
    ['a name that is there', ['add', 'mot.nguoi'], 1],
    ['nobody’s name, for a password', ['password', 'khong.ai'], 1],
    ['nobody’s name, to take away', ['remove', 'khong.ai'], 1],
    ['a name with blanks', ['add', 'Lan Trần'], 64],
    ['no name', ['add'], 64],
    ['another role', ['add', 'x', '--role', 'root'], 64],
    ['another word', ['forgive', 'x'], 64],
  ])('does nothing with %s', async (_what, words, status) => {
    await run('account', 'add', 'mot.nguoi')
    expect(await run('account', ...words)).toMatchObject({ status })
  })
})

describe.skipIf(noDatabase !== null)('chot-hub key renew', () => {
  test('makes the key that a hub that is open says within a minute, signed by its own', async () => {
    const server = hubServer({ ground: hub.ground, chance: () => 0, log: () => undefined })
    const { key } = await said('key', 'renew')
    clock.now += 60_000
    const { sealing } = (await server.inject('/v1/hub')).json<{ sealing: string }>()
    expect(readSealingKeys(nodeMeans, hub.ground.keys.public, sealing)?.keys[0]).toBe(key)
    await server.close()
  })

  test('leaves a stick on its way readable, which was sealed to the key before', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'chot-hub-key-'))
    const kiosk = await journalKiosk(hub.ground, 30, null)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, () => undefined)
    await run('key', 'renew')
    await hub.ground.rereadKeys()
    const { files } = await takeStick(hub.ground, nodeDisk, stick)
    expect(files.every(({ why }) => why === null)).toBe(true)
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    // What the answer says is what the kiosk seals to from now on.
    kiosk.record(2)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, () => undefined)
    expect((await takeStick(hub.ground, nodeDisk, stick)).files.every(({ why }) => why === null)).toBe(true)
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
  })

  test('is the only word that it takes', async () => {
    expect(await run('key', 'forget')).toMatchObject({ status: 64 })
  })
})

test.skipIf(noDatabase !== null)(
  'a command that ends leaves the database to a hub that is open, however quiet that is',
  async () => {
    const { pool } = hub.ground
    await Promise.all([1, 2, 3].map(() => pool.query('SELECT pg_sleep(0.1)')))
    // The pool closes what nobody has used for ten seconds, but for one.
    await expect.poll(() => pool.idleCount, { timeout: 60_000 }).toBe(1)
    await run('status')
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  },
)

test('a command on a folder without a hub makes none there, and says so', async () => {
  const nowhere = join(mkdtempSync(join(tmpdir(), 'chot-hub-none-')), 'mistyped')
  for (const words of [['status'], ['backup', join(nowhere, 'copy')], ['stick', tmpdir()], ['key', 'renew']]) {
    const ran = await runHubOn(undefined, nowhere, ...words)
    expect(ran).toMatchObject({ status: 78, complained: expect.stringContaining('no hub') })
    expect(existsSync(nowhere)).toBe(false)
  }
})

test.skipIf(noDatabase !== null)('an invitation is not written over another one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'chot-hub-invitation-')), 'invitation')
  expect(await run('enrol', '--name', 'Chốt Mời A', '--out', file)).toMatchObject({ status: 0 })
  const first = readFileSync(file, 'utf8')
  const second = await run('enrol', '--name', 'Chốt Mời B', '--out', file)
  expect(second).toMatchObject({ status: 74, complained: expect.stringContaining('is there already') })
  expect(readFileSync(file, 'utf8')).toBe(first)
})

describe.skipIf(noDatabase !== null)('chot-hub enrol', () => {
  test('invites to a file that a kiosk is enrolled by, and lists it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'chot-hub-invited-')), 'invitation.json')
    const ca = join(mkdtempSync(join(tmpdir(), 'chot-hub-invited-')), 'ca.pem')
    writeFileSync(ca, testTls.cert)
    const made = await run('enrol', '--name', 'Chốt Q', '--out', file, '--mode', 'practice', '--ca', ca)
    expect(made.printed).toContain(file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      name: 'Chốt Q',
      mode: 'practice',
      address: null,
      ca: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const { kiosks } = JSON.parse((await run('status', '--json')).printed) as { kiosks: { name: string }[] }
    expect(kiosks.find(({ name }) => name === 'Chốt Q')).toMatchObject({ state: 'invited', head: 0, mode: 'practice' })
    expect((await run('status')).printed).toContain('Chốt Q (practice): invited, not heard of yet')
  })
})
