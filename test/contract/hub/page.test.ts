/** The hub's page, by its requests: what it is told, and who may do what. */
import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerBackup } from '../../../hub/backup/keep-backup.ts'
import { dayBegan } from '../../../hub/page/posts.ts'
import { nodeMeans } from '../../../main/sync/index.ts'
import { alertsSchema } from '../../../shared/hub-api/alerts.ts'
import { invitedSchema } from '../../../shared/hub-api/invitations.ts'
import { deedDoneSchema, kioskDeeds } from '../../../shared/hub-api/kiosk-deeds.ts'
import { deedPath, pagePaths } from '../../../shared/hub-api/page-paths.ts'
import { postsSchema, type Post, type Posts } from '../../../shared/hub-api/posts.ts'
import { readInvitation, readPrinted } from '../../../shared/sync/invitation.ts'
import { pageDoor, signedInAt, type HubBrowser } from '../../fixtures/hub-browser.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()

beforeEach(async () => {
  if (noDatabase === null) await hub.ground.pool.query('DELETE FROM sign_in_try')
})

const at = async (role: 'admin' | 'viewer', others: Parameters<typeof pageDoor>[1] = {}): Promise<HubBrowser> =>
  signedInAt(hub.ground, (await pageDoor(hub.ground, others)).address, role)

async function postsOf(browser: HubBrowser): Promise<Posts> {
  return v.parse(postsSchema, (await browser.get(pagePaths.posts)).said)
}

async function postOf(browser: HubBrowser, enrolment: string): Promise<Post | undefined> {
  return (await postsOf(browser)).posts.find((post) => post.enrolment === enrolment)
}

/** Entries of crossings that were written now. */
function ofToday(count: number) {
  const entries = chained(count, { kindOf: (seq) => (seq === 1 ? 'journal.begun' : 'crossing.recorded') })
  // The chain of a test's entries has times of its own, so the hub's clock goes to them.
  clock.now = (entries.at(-1)?.entry.at ?? 0) + 1000
  return entries
}

describe.skipIf(noDatabase !== null)('the list of posts', () => {
  test('has what each checkpoint says and the hub knows, and what came of today', async () => {
    const entries = ofToday(5)
    const kiosk = await kioskOf(hub.ground, 'Chốt Hà Vị')
    await kiosk.send(entries)
    const browser = await at('viewer')
    expect(await postOf(browser, kiosk.enrolment)).toMatchObject({
      name: 'Chốt Hà Vị',
      mode: 'practice',
      state: 'enrolled',
      by: 'stick',
      way: 'wire',
      epoch: entries[0]?.entry.hash,
      head: 5,
      backlog: 0,
      oldestWaiting: null,
      version: '0.1.0',
      trust: { keys: 3 },
      clock: { doubt: null, offset: -250 },
      today: { entries: 5, crossings: 4 },
    })
  })

  test('says what waits at a checkpoint, and since when', async () => {
    const entries = ofToday(30)
    const kiosk = await kioskOf(hub.ground, 'Chốt chờ')
    const head = { epoch: entries[0]!.entry.hash, seq: 30, hash: entries[29]!.entry.hash }
    const said = { ...statementOf(entries.slice(0, 10)).kiosk, head, oldest: { seq: 11, at: entries[10]!.entry.at } }
    await kiosk.send(entries.slice(0, 10), { kiosk: said })
    const post = await postOf(await at('viewer'), kiosk.enrolment)
    expect(post).toMatchObject({ head: 10, ownHead: 30, backlog: 20, oldestWaiting: entries[10]!.entry.at })
  })

  test('leaves practice out of the totals, and says what no copy has', async () => {
    const entries = ofToday(6)
    const kiosk = await kioskOf(hub.ground, 'Chốt tập')
    const browser = await at('viewer')
    const before = await postsOf(browser)
    await kiosk.send(entries)
    const after = await postsOf(browser)
    expect(after.totals).toEqual(before.totals)
    expect(after.backup.waiting).toBe(before.backup.waiting + 6)
    clock.now += 20 * 60_000
    await registerBackup(hub.ground, clock.now)
    expect((await postsOf(browser)).backup).toMatchObject({ at: clock.now, waiting: 0, untried: null })
  })

  test.each([
    ['2026-11-29T16:59:59.999Z', '2026-11-28T17:00:00.000Z'],
    ['2026-11-29T17:00:00.000Z', '2026-11-29T17:00:00.000Z'],
  ])('counts the day of %s from midnight in Viet Nam', (now, began) => {
    expect(new Date(dayBegan(Date.parse(now))).toISOString()).toBe(began)
  })
})

describe.skipIf(noDatabase !== null)('alerts', () => {
  test('are listed until somebody has seen them, and what came since is not taken for seen', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt báo')
    const browser = await at('admin')
    await browser.post(deedPath(kiosk.enrolment, 'lost'), { waiting: 0 })
    const mine = async () =>
      v
        .parse(alertsSchema, (await browser.get(pagePaths.alerts)).said)
        .filter((each) => each.enrolment === kiosk.enrolment)
    const [seen] = await mine()
    expect(seen).toMatchObject({ kind: 'lost', name: 'Chốt báo', number: 1, seq: null })
    await kiosk.send(chained(3))
    const body = { enrolment: kiosk.enrolment, through: seen?.number }
    expect(await browser.post(pagePaths.acknowledge, body)).toMatchObject({ status: 200, said: { acknowledged: 1 } })
    expect(await mine()).toEqual([expect.objectContaining({ kind: 'revoked', number: 2 })])
  })
})

describe.skipIf(noDatabase !== null)('an invitation from the page', () => {
  const wire = { name: 'Chốt mời', mode: 'real', by: 'wire', address: 'https://hub.example/' }

  test('is what a kiosk reads, as a file and as the text of a QR code', async () => {
    const browser = await at('admin', { page: { files: null, address: null, ca: 'a'.repeat(64) } })
    const { status, said } = await browser.post(pagePaths.invitations, wire)
    expect(status).toBe(200)
    const invited = v.parse(invitedSchema, said)
    const read = readInvitation(nodeMeans, invited.invitation)?.invitation
    expect(read).toMatchObject({ name: 'Chốt mời', address: 'https://hub.example', ca: 'a'.repeat(64) })
    expect(readPrinted(invited.qr ?? '')).toEqual({
      code: read?.code,
      key: hub.ground.keys.fingerprint,
      ca: 'a'.repeat(64),
      address: 'https://hub.example',
    })
    expect(invited.until).toBe(clock.now + 24 * 3_600_000)
    expect(await postOf(browser, invited.enrolment)).toMatchObject({
      state: 'invited',
      by: 'wire',
      until: invited.until,
    })
  })

  test('by stick is a file alone, and good for a week', async () => {
    const browser = await at('admin')
    const { said } = await browser.post(pagePaths.invitations, { name: 'Chốt xa', mode: 'real', by: 'stick' })
    expect(said).toMatchObject({ qr: null, until: clock.now + 7 * 24 * 3_600_000 })
  })

  test('is refused where a checkpoint that sends has the name', async () => {
    await kioskOf(hub.ground, 'Chốt có')
    const browser = await at('admin')
    const body = { ...wire, name: ' Chốt có ' }
    expect(await browser.post(pagePaths.invitations, body)).toMatchObject({ status: 409, said: { code: 'name-taken' } })
  })

  test.each([
    ['an address that is none', { ...wire, address: 'file:///etc/passwd' }],
    ['no address', { name: 'x', mode: 'real', by: 'wire' }],
    ['a name of blanks', { ...wire, name: '   ' }],
    ['a name without an end', { ...wire, name: 'x'.repeat(201) }],
    ['another mode', { ...wire, mode: 'demo' }],
    ['more than is asked', { ...wire, role: 'admin' }],
    ['a number for a name', { ...wire, name: 7 }],
    ['a list', [wire]],
    ['nothing', null],
  ])('is not understood with %s', async (_what, body) => {
    const answer = await (await at('admin')).post(pagePaths.invitations, body)
    expect(answer).toMatchObject({ status: 422, said: { code: 'not-understood' } })
  })
})

describe.skipIf(noDatabase !== null)('a decision about a checkpoint', () => {
  test('is what the command does', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt quyết')
    const browser = await at('admin')
    const decide = async (deed: (typeof kioskDeeds)[number]) =>
      v.parse(deedDoneSchema, (await browser.post(deedPath(kiosk.enrolment, deed), { waiting: 0 })).said)
    expect(await decide('revoke')).toMatchObject({ name: 'Chốt quyết', released: null, lost: null })
    expect(await kiosk.send(chained(4))).toMatchObject({ refused: { why: 'revoked' } })
    expect(await decide('release')).toMatchObject({ released: { taken: 1, apart: 0, held: 0 } })
    const lost = await decide('lost')
    expect(lost.lost).toMatchObject({ at: clock.now, deadline: clock.now + 72 * 3_600_000, exposed: { notHere: 0 } })
    await decide('replace')
    expect(await postOf(browser, kiosk.enrolment)).toMatchObject({ state: 'lost', head: 4, held: 0 })
  })

  test.each([
    ['of a checkpoint that is none', `/v1/page/kiosks/${'0'.repeat(32)}/revoke`, 404, 'not-found'],
    ['of no enrolment', '/v1/page/kiosks/Ch%E1%BB%91t/revoke', 422, 'not-understood'],
    ['that there is not', `/v1/page/kiosks/${'0'.repeat(32)}/forgive`, 422, 'not-understood'],
  ])('%s is none', async (_what, path, status, code) => {
    expect(await (await at('admin')).post(path, { waiting: 0 })).toMatchObject({ status, said: { code } })
  })

  test('replaces no laptop on which more waits than was shown, nor by whom nothing was shown', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt dở')
    const entries = chained(10)
    const { epoch, kiosk: said } = statementOf(entries)
    await kiosk.send(entries.slice(0, 6), { epoch, kiosk: said })
    const browser = await at('admin')
    const replace = (body: object) => browser.post(deedPath(kiosk.enrolment, 'replace'), body)
    expect(await replace({ waiting: 3 })).toMatchObject({ status: 409, said: { code: 'entries-wait' } })
    expect(await replace({})).toMatchObject({ status: 422 })
    expect(await postOf(browser, kiosk.enrolment)).toMatchObject({ state: 'enrolled', backlog: 4 })
    expect(await replace({ waiting: 4 })).toMatchObject({ status: 200 })
    expect(await postOf(browser, kiosk.enrolment)).toMatchObject({ state: 'replaced' })
  })
})

describe.skipIf(noDatabase !== null)('a viewer', () => {
  test('sees, and changes nothing', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt nhìn')
    const browser = await at('viewer')
    for (const path of [pagePaths.posts, pagePaths.alerts]) expect((await browser.get(path)).status).toBe(200)
    const asked: [string, unknown][] = [
      ...kioskDeeds.map((deed): [string, unknown] => [deedPath(kiosk.enrolment, deed), undefined]),
      [pagePaths.invitations, { name: 'x', mode: 'real', by: 'stick' }],
      [pagePaths.acknowledge, { enrolment: kiosk.enrolment, through: 1 }],
    ]
    for (const [path, body] of asked)
      expect(await browser.post(path, body)).toMatchObject({ status: 403, said: { code: 'not-allowed' } })
    expect(await postOf(browser, kiosk.enrolment)).toMatchObject({ state: 'enrolled' })
  })
})
