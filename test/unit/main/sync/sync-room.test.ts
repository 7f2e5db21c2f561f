/** The room Sync of a kiosk that is open: enrolled by an invitation that was compared, sent with a stick, told as it is. */
import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApp, type App } from '../../../../main/app.ts'
import { nodeMeans } from '../../../../main/sync/means.ts'
import { onStick, readBatchName } from '../../../../main/sync/places.ts'
import type { Settings } from '../../../../shared/contract/schemas.ts'
import { mostNamesInFolder } from '../../../../shared/sync/limits.ts'
import { now } from '../../../fixtures/certificates.ts'
import { invitationOf, invited, PaperHub } from '../../../fixtures/paper-hub.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { testTls } from '../../../fixtures/tls.ts'

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'chot-sync-room-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function openKiosk() {
  const profile = folder()
  mkdirSync(join(profile, 'trust'))
  writeFileSync(
    join(profile, 'checkpoint.json'),
    JSON.stringify({ kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'practice' }),
  )
  const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }
  const app = await openApp({
    profile,
    version: '1.2.3',
    ports: { now: () => now, settings, secrets, log: () => undefined },
  })
  onTestFinished(() => app.close())
  const heard: string[] = []
  app.subscribe((event) => void heard.push(event))
  return { app, profile, heard }
}

/** Enrols with a hub of sticks, by its file. */
async function enrol({ handlers }: App): Promise<void> {
  const file = join(folder(), 'thu-moi.json')
  writeFileSync(file, invitationOf(null))
  const invitation = { from: 'file', path: file } as const
  const read = await handlers['sync.invited'](invitation)
  if (!read.ok) throw new Error(read.said.en)
  expect(await handlers['sync.enrol']({ invitation, fingerprint: read.fingerprint })).toMatchObject({ ok: true })
}

describe('an open kiosk', () => {
  test('that is enrolled with no hub says so, and makes no trip', async () => {
    const { app } = await openKiosk()
    expect(await app.handlers['sync.read']({})).toMatchObject({
      hub: null,
      delivered: false,
      nextAt: null,
      stalled: false,
    })
    expect(await app.handlers['sync.run']({ folder: null })).toMatchObject({ ran: true, why: 'not-enrolled' })
  })

  test('believes no hub whose fingerprint is not the one that was compared', async () => {
    const { app } = await openKiosk()
    const invitation = { from: 'text', text: invitationOf(null) } as const
    const answer = await app.handlers['sync.enrol']({ invitation, fingerprint: '0'.repeat(64) })
    expect(answer).toMatchObject({ ok: false, said: { en: expect.stringContaining('not the one that was compared') } })
    expect(await app.handlers['sync.read']({})).toMatchObject({ hub: null })
  })

  test('finds the invitation on a stick by itself', async () => {
    const { app } = await openKiosk()
    const stick = folder()
    for (const [name, text] of [
      ['._thu-moi.json', 'twin'],
      ['a.json', '{}'],
      ['thu-moi.json', invitationOf(null)],
    ] as const)
      writeFileSync(join(stick, name), text)
    expect(await app.handlers['sync.invited']({ from: 'file', path: stick })).toMatchObject({
      ok: true,
      enrolment: invited,
    })
    expect(await app.handlers['sync.invited']({ from: 'file', path: folder() })).toMatchObject({ ok: false })
  })

  test('finds it behind hundreds of other files of its kind', async () => {
    const { app } = await openKiosk()
    const stick = folder()
    for (let at = 0; at < 100; at++) writeFileSync(join(stick, `ghi-chu-${at}.txt`), '')
    writeFileSync(join(stick, 'thu-moi.json'), invitationOf(null))
    expect(await app.handlers['sync.invited']({ from: 'file', path: stick })).toMatchObject({ enrolment: invited })
  })

  describe('with a stick that has more files than are looked at', () => {
    const crowded = mkdtempSync(join(tmpdir(), 'chot-sync-room-'))
    beforeAll(() => {
      for (let at = 0; at <= mostNamesInFolder; at++) writeFileSync(join(crowded, `${at}.jpg`), '')
    })
    afterAll(() => rmSync(crowded, { recursive: true }))

    test('says so where it finds no invitation', async () => {
      const { app } = await openKiosk()
      expect(await app.handlers['sync.invited']({ from: 'file', path: crowded })).toMatchObject({
        ok: false,
        said: { en: expect.stringContaining('more files than are looked at, and no invitation is among') },
        wantsAuthority: false,
      })
    })

    test('says so where it finds no authority, and takes it from another', async () => {
      const { app } = await openKiosk()
      const ca = nodeMeans.sha256(new X509Certificate(testTls.cert).raw)
      const invitation = { from: 'text', text: invitationOf('https://hub.example', { ca }) } as const
      expect(await app.handlers['sync.authority']({ invitation, place: crowded })).toMatchObject({
        ok: false,
        said: { en: expect.stringContaining('its certificate is not among') },
      })
    })
  })

  describe('that is invited by a hub with an authority of its own', () => {
    const ca = nodeMeans.sha256(new X509Certificate(testTls.cert).raw)
    const text = invitationOf('https://hub.example', { ca })
    const invitation = { from: 'text', text } as const

    test('asks for its certificate first, and takes no other', async () => {
      const { app } = await openKiosk()
      const { 'sync.invited': read, 'sync.authority': keep } = app.handlers
      expect(await read(invitation)).toMatchObject({ ok: false, wantsAuthority: true })
      const stick = folder()
      writeFileSync(join(stick, 'other.pem'), rootCertificates[0] ?? '')
      expect(await keep({ invitation, place: stick })).toMatchObject({ ok: false })
      expect(await read(invitation)).toMatchObject({ ok: false, wantsAuthority: true })
      writeFileSync(join(stick, 'tinh.crt'), testTls.cert)
      expect(await keep({ invitation, place: stick })).toEqual({ ok: true })
      expect(await read(invitation)).toMatchObject({ ok: true, enrolment: invited })
    })

    test('finds it beside the invitation by itself, also as DER', async () => {
      const { app, profile } = await openKiosk()
      const stick = folder()
      writeFileSync(join(stick, 'thu-moi.json'), text)
      writeFileSync(join(stick, 'tinh.cer'), new X509Certificate(testTls.cert).raw)
      expect(await app.handlers['sync.invited']({ from: 'file', path: stick })).toMatchObject({ ok: true })
      expect(readFileSync(join(profile, 'trust-server.pem'), 'utf8')).toContain('BEGIN CERTIFICATE')
    })

    test('asks for none where the hub is reached without TLS, or by stick alone', async () => {
      const { app } = await openKiosk()
      for (const address of ['http://hub.example', null]) {
        const given = { from: 'text', text: invitationOf(address, { ca }) } as const
        expect(await app.handlers['sync.invited'](given)).toMatchObject({ ok: true })
      }
    })
  })

  test('sends with a stick beside the lane, tells bytes on the stick, and all is delivered once it is back', async () => {
    const { app, heard } = await openKiosk()
    await enrol(app)
    const stick = folder()
    const out = await app.handlers['sync.run']({ folder: stick })
    expect(out).toMatchObject({ ran: true, why: null, folder: { answer: 'none', strangers: [] } })
    expect(heard).toContain('sync.progress')
    const places = onStick(stick, invited)
    const hub = new PaperHub()
    const names = ['enrolment.chot', ...readdirSync(places.up).filter((name) => readBatchName(name))]
    const answers = names.map((name) => hub.take(readFileSync(join(places.up, name))))
    mkdirSync(places.down)
    const receipts = answers.flatMap((each) => each.receipts)
    writeFileSync(places.answer, JSON.stringify(Object.assign({}, ...answers, { receipts })))
    const waiting = await app.handlers['sync.read']({})
    expect(waiting).toMatchObject({
      delivered: false,
      oldest: { seq: 1 },
      last: { way: 'folder', why: null, said: null },
    })
    await app.handlers['sync.run']({ folder: stick })
    expect(await app.handlers['sync.read']({})).toMatchObject({ delivered: true, waiting: 0, receiptAt: now })
  })

  test('without a network goes on at the lane as ever: what sync cannot do is told by sync alone', async () => {
    const { app, heard } = await openKiosk()
    const invitation = { from: 'text', text: invitationOf('http://127.0.0.1:9') } as const
    const read = await app.handlers['sync.invited'](invitation)
    if (!read.ok) throw new Error(read.said.en)
    await app.handlers['sync.enrol']({ invitation, fingerprint: read.fingerprint })
    heard.length = 0
    await expect.poll(() => app.handlers['sync.run']({ folder: null })).toMatchObject({ ran: true, why: 'no-network' })
    expect(heard.filter((event) => !event.startsWith('sync.'))).toEqual([])
    const scanned = await app.handlers['scan.verify']({ text: 'nothing of ours', source: 'camera', obeyed: true })
    expect(scanned).toMatchObject({ record: { recorded: true } })
    expect(await app.handlers['sync.read']({})).toMatchObject({
      nextAt: expect.any(Number),
      last: { why: 'no-network', said: { en: expect.stringContaining('nothing is lost') } },
    })
  })

  test('says of a stick that is not there that it is not, and makes no folder in its place', async () => {
    const { app } = await openKiosk()
    await enrol(app)
    const gone = join(folder(), 'pulled')
    const answer = await app.handlers['sync.run']({ folder: gone })
    expect(answer).toMatchObject({
      ran: true,
      why: 'nothing-plugged',
      said: { en: expect.stringContaining('not there') },
    })
    expect(readdirSync(join(gone, '..'))).toEqual([])
  })

  test('begins no epoch where nothing differs', async () => {
    const { app } = await openKiosk()
    await enrol(app)
    expect(await app.handlers['sync.beginEpoch']({})).toMatchObject({ ok: false })
  })

  test('writes the figures for IT to a stick', async () => {
    const { app } = await openKiosk()
    await enrol(app)
    const stick = folder()
    expect(await app.handlers['sync.diagnose']({ folder: stick })).toMatchObject({ ok: true })
    const [name = ''] = readdirSync(stick)
    expect(name).toMatch(/^chot-sync-.*\.json$/)
    expect(JSON.parse(readFileSync(join(stick, name), 'utf8'))).toMatchObject({
      chot: 'sync diagnostics',
      mode: 'practice',
    })
  })
})
