/** The hub's door, by a kiosk with a real journal: over the wire, with a stick, and by command. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { comeBackAfter } from '../../../hub/come-back.ts'
import { hubServer, mostAtOnce } from '../../../hub/server.ts'
import { hubStatus } from '../../../hub/status.ts'
import { takeStick } from '../../../hub/stick.ts'
import { mirrorOnto } from '../../../hub/trust/mirror.ts'
import { restoreJournal } from '../../../main/journal/index.ts'
import { FollowedTrust } from '../../../main/sync/follow-trust.ts'
import { nodeDisk, onStick, syncStatus, tripByFolder, tripByWire, trustOnStick } from '../../../main/sync/index.ts'
import { hubFetch } from '../../../main/sync/wire/hub-fetch.ts'
import { readAnswer } from '../../../shared/sync/answer.ts'
import { mostNamesInFolder, mostTaken } from '../../../shared/sync/limits.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { hashesAt, kioskOf, type HubKiosk } from '../../fixtures/hub-kiosk.ts'
import { journalKiosk, journalKioskOn } from '../../fixtures/journal-kiosk.ts'
import { secrets } from '../../fixtures/secrets.ts'
import { chained } from '../../fixtures/sync-parties.ts'
import { testTls } from '../../fixtures/tls.ts'
import { openIn } from '../../unit/main/journal/journal-in.ts'

const hub = hubForTests()
const folder = (): string => mkdtempSync(join(tmpdir(), 'chot-hub-door-'))
const quiet = (): void => undefined

const now = (): number => clock.now

const kioskWith = (entries: number, address: string | null) => journalKiosk(hub.ground, entries, address)

/** A copy of a kiosk's journal as it is now, and of nothing else of its profile. */
function imageOf({ profile }: { profile: string }): string {
  const image = folder()
  cpSync(join(profile, 'journal'), join(image, 'journal'), {
    recursive: true,
    filter: (path) => !path.endsWith('.lock'),
  })
  return image
}

/** A door on a port of its own. */
async function openDoor(others: Partial<Parameters<typeof hubServer>[0]> = {}): Promise<string> {
  const server = hubServer({ ground: hub.ground, chance: () => 0.5, log: quiet, ...others })
  onTestFinished(() => server.close())
  return server.listen({ port: 0, host: '127.0.0.1' })
}

describe.skipIf(noDatabase !== null)('the hub’s door', () => {
  test('takes a journal over the wire, and has exactly what it has', async () => {
    const address = await openDoor()
    const kiosk = await kioskWith(1200, address)
    expect(await tripByWire(await kiosk.trip(), fetch, quiet)).toMatchObject({ batches: 2, why: null })
    kiosk.record(3)
    expect(await tripByWire(await kiosk.trip(), fetch, quiet)).toMatchObject({ batches: 1, why: null })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    expect(await syncStatus(kiosk.ground)).toMatchObject({ delivered: true, hubWentBack: false })
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ backlog: 0, way: 'wire', state: 'enrolled', flagged: 0 })
  })

  test('takes a journal that was put back from an older image, in an epoch of its own', async () => {
    const address = await openDoor()
    const kiosk = await kioskWith(30, address)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    kiosk.record(10)
    const image = imageOf(kiosk)
    kiosk.record(20)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    const place = { folder: join(image, 'journal'), kiosk: 'kiosk-1', secrets, log: quiet }
    expect(await restoreJournal(place, { why: 'restored', known: null, at: now() })).toMatchObject({ recorded: true })
    const restored = journalKioskOn(image, await openIn(join(image, 'journal')))
    restored.record(5)
    expect(await tripByWire(await restored.trip(), fetch, quiet)).toMatchObject({ why: null })
    expect(await syncStatus(restored.ground)).toMatchObject({ delivered: true })
    const own = restored.hashes().slice(43)
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual([...kiosk.hashes(), ...own])
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ epochs: 2, alerts: 1 })
  })

  test('keeps both ends apart where a copied image goes on as if it were the kiosk', async () => {
    const address = await openDoor()
    const kiosk = await kioskWith(30, address)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    const image = imageOf(kiosk)
    const thief = journalKioskOn(image, await openIn(join(image, 'journal')))
    thief.record(7)
    kiosk.record(20)
    await tripByWire(await kiosk.trip(), fetch, quiet)
    expect(await tripByWire(await thief.trip(), fetch, quiet)).toMatchObject({ why: 'fork', batches: 0 })
    expect(await syncStatus(thief.ground)).toMatchObject({ delivered: false, last: { why: 'fork' } })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    const [status] = (await hubStatus(hub.ground)).filter(({ enrolment }) => enrolment === kiosk.enrolment)
    expect(status).toMatchObject({ kept: 1, alerts: 1 })
  })

  test('says what it is, how it is and what came', async () => {
    const address = await openDoor()
    expect(await (await fetch(`${address}/v1/hub`)).json()).toMatchObject({ hub: hub.ground.keys.hub })
    expect((await fetch(`${address}/health`)).status).toBe(200)
    await fetch(`${address}/v1/batches`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('outcome="unreadable"} 1\n')
  })

  test.each([
    ['nothing', new Uint8Array(0), 400],
    ['no sealed file', Buffer.from('PK'), 400],
    ['more than anything of ours', Buffer.alloc(mostTaken + 1), 413],
  ])('does not take %s', async (_what, body, status) => {
    const address = await openDoor()
    for (const path of ['/v1/batches', '/v1/enrolments']) {
      const headers = { 'content-type': 'application/octet-stream' }
      const answer = await fetch(`${address}${path}`, { method: 'POST', body, headers })
      expect(answer.status).toBe(status)
      if (status === 400) expect(readAnswer(await answer.text())?.refused?.why).toBe('unreadable')
    }
    expect(
      (await fetch(`${address}/v1/batches`, { method: 'POST', body: '{}', headers: { 'content-type': 'text/html' } }))
        .status,
    ).toBe(415)
  })

  test('sends kiosks away while it has its hands full, each for a time of its own, and loses nothing', async () => {
    const address = await openDoor()
    const kiosks = await Promise.all([1, 2].map((each) => kioskOf(hub.ground, `Chốt bận ${each}`, each)))
    const entries = chained(5)
    const post = (kiosk: HubKiosk) =>
      fetch(`${address}/v1/batches`, {
        method: 'POST',
        body: kiosk.seal(entries) as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': 'application/octet-stream' },
      })
    const blocking = await hub.ground.pool.connect()
    await blocking.query('BEGIN; LOCK TABLE kiosk IN ACCESS EXCLUSIVE MODE')
    const [one, other] = kiosks
    const taken = Array.from({ length: mostAtOnce }, () => post(one!))
    // The door says how much it is working on.
    while (!(await (await fetch(`${address}/metrics`)).text()).includes(`chot_hub_working ${mostAtOnce}\n`)) continue
    const busy = [await post(one!), await post(one!), await post(other!)]
    await blocking.query('ROLLBACK')
    blocking.release()
    expect(busy.map(({ status }) => status)).toEqual([429, 429, 429])
    const after = busy.map(({ headers }) => Number(headers.get('retry-after')))
    // Two may share a place in the minute; which it is follows from who they are.
    expect(after).toEqual([one!, one!, other!].map((kiosk) => comeBackAfter(kiosk.seal(entries), 0.5)))
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(taken.map(() => 201))
    expect(await hashesAt(hub.ground, one!.enrolment)).toHaveLength(5)
    expect(await hashesAt(hub.ground, other!.enrolment)).toEqual([])
  })

  test('hands on the authority’s lists as they are, and nothing else of the disk', async () => {
    const trust = folder()
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{"signed":{}}')
    writeFileSync(join(trust, 'targets', 'keys.json'), '[]')
    writeFileSync(join(trust, 'secret'), 'x')
    symlinkSync('/etc/passwd', join(trust, 'targets', 'passwd'))
    const address = await openDoor({ trust })
    const get = async (path: string) => {
      const answer = await fetch(`${address}/v1/trust/${path}`)
      return answer.status === 200 ? await answer.text() : answer.status
    }
    expect(await get('metadata/timestamp.json')).toBe('{"signed":{}}')
    expect(await get('targets/keys.json')).toBe('[]')
    for (const path of [
      'secret',
      'targets/..%2fsecret',
      'targets/%2e%2e/secret',
      'targets/passwd',
      'targets',
      'metadata/2.json',
    ])
      expect([path, await get(path)]).toEqual([path, 404])
    expect((await fetch(`${await openDoor()}/v1/trust/targets/keys.json`)).status).toBe(404)

    const stick = folder()
    const from = { disk: nodeDisk, folder: trust }
    expect(await mirrorOnto(nodeDisk, stick, from)).toEqual({ put: true, written: 2 })
    // Where a kiosk looks for it.
    expect(readFileSync(join(trustOnStick(stick), 'targets', 'keys.json'), 'utf8')).toBe('[]')
    expect(await mirrorOnto(nodeDisk, stick, from)).toEqual({ put: true, written: 0 })
    const updated: string[] = []
    const follow = new FollowedTrust(
      async (place) => updated.push(place) > 0,
      () => clock.now,
    )
    await follow.byStick(nodeDisk, stick)
    expect(updated).toEqual([trustOnStick(stick)])
    expect(await takeStick(hub.ground, nodeDisk, stick)).toEqual({ files: [], strangers: [], crowded: [], answered: 0 })
  })

  test('puts a publication on a stick whole or not at all, and says why not', async () => {
    const [trust, stick] = [folder(), folder()]
    const put = () => runHub(hub.data, 'stick', stick, '--trust', trust)
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    writeFileSync(join(trust, 'targets', 'keys.json'), '[]')
    expect(await put()).toMatchObject({ status: 1, complained: expect.stringContaining('there is none in') })
    writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{"signed":{}}')
    for (let at = 0; at < mostNamesInFolder; at++) writeFileSync(join(trust, 'targets', `${at}.json`), '')
    expect(await put()).toMatchObject({ status: 1, complained: expect.stringContaining('more than 10,000 files') })
    expect(existsSync(trustOnStick(stick))).toBe(false)
  })

  test('puts the publication on a stick that was meant when it began, though the authority publishes anew', async () => {
    const [trust, stick] = [folder(), folder()]
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    const publish = (version: number): void => {
      writeFileSync(join(trust, 'metadata', `${version}.snapshot.json`), '{}')
      writeFileSync(join(trust, 'metadata', 'timestamp.json'), `{"version":${version}}`)
    }
    publish(1)
    const publishing = {
      ...nodeDisk,
      async list(place: string) {
        const listed = await nodeDisk.list(place)
        publish(2)
        return listed
      },
    }
    await mirrorOnto(nodeDisk, stick, { disk: publishing, folder: trust })
    const metadata = join(trustOnStick(stick), 'metadata')
    expect(readFileSync(join(metadata, 'timestamp.json'), 'utf8')).toBe('{"version":1}')
    expect(readdirSync(metadata)).toContain('1.snapshot.json')
  })

  test('has a certificate of its own where it is given one, and is believed by whoever knows it', async () => {
    const address = await openDoor({ tls: testTls })
    expect(address).toMatch(/^https:/)
    const kiosk = await kioskWith(3, address)
    expect(await tripByWire(await kiosk.trip(), hubFetch({ authorities: [testTls.cert] }), quiet)).toMatchObject({
      why: null,
    })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
    await expect(fetch(`${address}/v1/hub`)).rejects.toThrow('fetch failed')
    expect(() => hubServer({ ground: hub.ground, chance: () => 0, log: quiet, tls: { cert: 'x', key: 'y' } })).toThrow()
  })

  test('says of a stick which folders have more names than it looks at', async () => {
    const kiosk = await kioskWith(5, null)
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

  test('takes a stick of several kiosks, and each finds its receipts on it', async () => {
    const stick = folder()
    const kiosks = [await kioskWith(1100, null), await kioskWith(5, null)]
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
})

describe.skipIf(noDatabase !== null)('chot-hub', () => {
  const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)

  test('invites to a file that a kiosk is enrolled by, and lists it', async () => {
    const file = join(folder(), 'invitation.json')
    const ca = join(folder(), 'ca.pem')
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

  test('takes a stick', async () => {
    const stick = folder()
    const kiosk = await kioskWith(5, null)
    await tripByFolder(await kiosk.trip(), nodeDisk, stick, quiet)
    expect(await run('stick', stick)).toMatchObject({
      status: 0,
      printed: expect.stringContaining('1 checkpoints find an answer'),
    })
    expect(await hashesAt(hub.ground, kiosk.enrolment)).toEqual(kiosk.hashes())
  })
})
