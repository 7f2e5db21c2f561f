/** A running checkpoint, without a shell: what it answers, records and announces. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { publicJwk } from '../../../authority/signing-key.ts'
import { openApp, type App } from '../../../main/app.ts'
import { readEntries } from '../../../main/journal/index.ts'
import { CommandMarks } from '../../../main/lane/index.ts'
import type { ScanAnswer, ScanSource, Settings } from '../../../shared/contract/schemas.ts'
import { codeFor, codeOf, hour, keyOf, now, testPayload } from '../../fixtures/certificates.ts'
import { commandKey, journalKey, secrets } from '../../fixtures/secrets.ts'
import { rejected } from '../../fixtures/verdicts.ts'
import { behindIts, openIn } from './journal/journal-in.ts'

const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

interface Running {
  app: App
  profile: string
  clock: { now: number }
  heard: [string, unknown][]
  scan: (text: string, source?: ScanSource) => Promise<ScanAnswer>
  command: App['handlers']['scan.verify']
}

/** @param before what was in the profile, or was done to it */
async function running({
  published = new Date(now - hour).toISOString(),
  checkpoint = {},
  keys = [jwk],
  keysFor = 'real',
  before = (_profile: string): void | Promise<void> => undefined,
} = {}): Promise<Running> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-app-'))
  mkdirSync(join(profile, 'trust'))
  const about = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real', ...checkpoint }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ mode: keysFor, keys, published }))
  await before(profile)
  const clock = { now }
  const settings: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
  const ports = {
    now: () => clock.now,
    settings: { read: () => settings, write: (change: Partial<Settings>) => Object.assign(settings, change) },
    secrets,
    log: () => undefined,
  }
  const app = await openApp({ profile, version: '1.2.3', ports })
  onTestFinished(() => {
    app.close()
    rmSync(profile, { recursive: true, force: true })
  })
  const heard: [string, unknown][] = []
  app.subscribe((event, payload) => void heard.push([event, payload]))
  const command = app.handlers['scan.verify']
  const scan: Running['scan'] = async (text, source = 'camera') => {
    const answer = await command({ text, source, obeyed: true })
    if (answer.kind === 'command') throw new Error(`${text} was obeyed`)
    return answer
  }
  return { app, profile, clock, heard, scan, command }
}

/** The kinds of all entries but what every journal begins with: what it is for, the kiosk's keys, and what is believed. */
const kinds = (profile: string): string[] =>
  [...readEntries(join(profile, 'journal'), journalKey)]
    .map(({ entry }) => entry.kind)
    .filter((kind) => kind !== 'journal.begun' && kind !== 'kiosk.keys' && kind !== 'trust.believed')

describe('a scan', () => {
  test('is judged with every check, recorded and announced', async () => {
    const { scan, profile, heard } = await running()
    const { verdict, record } = await scan(codeOf())
    expect(verdict.outcome).toBe('accepted')
    expect(verdict.findings.map(({ code }) => code).slice(-4)).toEqual([
      'trust-fresh',
      'clock-plausible',
      'identity-alone',
      'not-repeated',
    ])
    expect(record).toEqual({ recorded: true, seq: 4, at: now })
    expect(kinds(profile)).toEqual(['scan.verified'])
    expect(heard).toContainEqual(['day.changed', expect.objectContaining({ total: 1 })])
  })

  test('with old keys asks for a check, and never turns a rejection into one', async () => {
    const { scan, clock } = await running({ published: new Date(now - 200 * hour).toISOString() })
    clock.now = now
    expect((await scan(codeOf())).verdict).toMatchObject({ outcome: 'check', reason: { code: 'keys-old' } })
    const positive = codeOf({ payload: testPayload({ tr: '260373001' }) })
    expect((await scan(positive)).verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'result-positive' } })
  })
})

describe('a command code', () => {
  const marks = new CommandMarks(commandKey)
  const admit = { kind: 'decide', decision: 'admitted' } as const
  const sources: ScanSource[] = ['scanner', 'camera', 'image']

  test.each(sources)('of this kiosk is answered as what it is, from the %s', async (source) => {
    const { scan, command, profile } = await running()
    await scan(codeOf())
    expect(await command({ text: marks.textOf(admit), source, obeyed: true })).toEqual({
      kind: 'command',
      command: admit,
    })
    expect(kinds(profile)).toEqual(['scan.verified'])
  })

  test('of a card that was replaced while the kiosk runs commands nothing, and is recorded', async () => {
    const { app, scan, command, profile } = await running()
    await scan(codeOf())
    expect(await app.handlers['setUp.renewCard']({})).toEqual({ ok: true, card: 2 })
    const { verdict, record } = await scan(marks.textOf(admit))
    expect(verdict).toMatchObject({
      outcome: 'unreadable',
      reason: { code: 'command-replaced', values: { newest: 2 } },
    })
    expect(record.recorded).toBe(true)
    const next = new CommandMarks(commandKey, profile)
    expect(await command({ text: next.textOf(admit), source: 'scanner', obeyed: true })).toMatchObject({
      kind: 'command',
    })
    expect(kinds(profile)).toEqual(['scan.verified', 'card.renewed', 'scan.verified'])
  })

  test.each(sources)('that departs from the verdict is refused and recorded, from the %s', async (source) => {
    const { app, scan, profile } = await running()
    await scan(codeOf({ payload: testPayload({ tr: '260373001' }) }))
    const { verdict, placed, record } = await scan(marks.textOf(admit), source)
    expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { code: 'command-departs' } })
    expect([placed, record.recorded]).toEqual([null, true])
    const { crossing } = await app.handlers['kiosk.read']({})
    expect(crossing).toMatchObject({ whole: { outcome: 'rejected' }, travellers: [{ outcome: 'rejected' }] })
    expect(kinds(profile)).toEqual(['scan.verified', 'scan.verified'])
  })

  test.each(
    ['CHOT:CHO-QUA', 'chot:cho-qua', ']Q1CHOT:CHO-QUA', '\uFEFF CHOT:LY-DO-ORDER\r', 'CHOT:', 'CHOT:CHO-QUA:A2'].concat(
      new CommandMarks(journalKey).textOf(admit),
      marks.textOf(admit).replace('CHO-QUA', 'TU-CHOI'),
    ),
  )('of a stranger (%j) commands nothing, and is recorded', async (text) => {
    const { scan, profile } = await running()
    await scan(codeOf())
    for (const source of sources) {
      const { verdict, record } = await scan(text, source)
      expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { code: 'command-not-ours' } })
      expect(record.recorded).toBe(true)
    }
    expect(kinds(profile)).toEqual(['scan.verified', ...sources.map(() => 'scan.verified')])
  })
})

describe('a journal that does not agree', () => {
  test('is an entry and said to the officer, and the lane goes on', async () => {
    const { app, profile, scan } = await running({
      async before(opened) {
        const folder = join(opened, 'journal')
        const journal = await openIn(folder)
        journal.recordScan(rejected, 'camera', now)
        journal.close()
        behindIts(folder, `UPDATE scans SET outcome = 'accepted'`)
      },
    })
    const kiosk = await app.handlers['kiosk.read']({})
    expect(kiosk.standing.journal).toBe('doubted')
    expect(kinds(profile).slice(0, 2)).toEqual(['scan.verified', 'journal.doubted'])
    expect((await scan(codeOf())).record.recorded).toBe(true)
  })
})

describe('the clock', () => {
  test('that went back is doubted, marked in the journal, and put right by one confirmation', async () => {
    const { app, clock, heard, profile, scan } = await running()
    await scan(codeOf())
    clock.now = now - 3 * hour
    const { verdict } = await scan(codeOf())
    expect([verdict.outcome, codeFor(verdict, 'clock')]).toEqual(['check', 'clock-behind'])
    expect(heard).toContainEqual([
      'standing.changed',
      expect.objectContaining({ clock: { doubt: 'behind', knownAt: now } }),
    ])
    const standing = await app.handlers['clock.confirm']({})
    expect(standing.clock.doubt).toBeNull()
    expect(codeFor((await scan(codeOf())).verdict, 'clock')).toBe('clock-plausible')
    expect(kinds(profile)).toEqual([
      'scan.verified',
      'clock.doubted',
      'scan.verified',
      'clock.confirmed',
      'scan.verified',
    ])
  })

  test.each([
    ['one issuer', 'Sở Y tế', null],
    ['two issuers', 'Bộ Y tế', 'behind'],
  ])('is doubted for the issue times of two keys of %s', async (_whose, issuer, doubt) => {
    const other = publicJwk(keyOf('ES256'), { issuer, country: 'VN' })
    const { app, scan } = await running({ keys: [jwk, other] })
    for (const algorithm of ['EdDSA', 'ES256'] as const) {
      await scan(codeOf({ issuedAt: now + 24 * hour, expiresAt: now + 48 * hour }, algorithm))
    }
    expect((await app.handlers['kiosk.read']({})).standing.clock.doubt).toBe(doubt)
  })

  test('in a zone that is not the checkpoint’s is doubted', async () => {
    const elsewhere = -new Date(now).getTimezoneOffset() + 60
    const { scan } = await running({ checkpoint: { zoneMinutes: elsewhere } })
    expect(codeFor((await scan(codeOf())).verdict, 'clock')).toBe('clock-other-zone')
  })
})

describe('as time goes by', () => {
  test('ages are announced when they change, and not otherwise', async () => {
    const { clock, heard, app } = await running()
    vi.advanceTimersByTime(60_000)
    heard.length = 0
    vi.advanceTimersByTime(60_000)
    expect(heard).toEqual([])
    clock.now = now + 50 * hour
    vi.advanceTimersByTime(60_000)
    expect(heard.map(([event]) => event)).toEqual(['day.changed', 'standing.changed'])
    const { standing } = await app.handlers['kiosk.read']({})
    expect(standing.trust.ages).toContainEqual({ artefact: 'keys', freshness: 'ageing', hours: 51 })
  })

  test('keys that somebody copies are believed without a start', async () => {
    const { profile, scan } = await running()
    const file = join(profile, 'trust', 'keys.json')
    writeFileSync(file, '{"keys":[]}')
    utimesSync(file, 1, 1)
    vi.advanceTimersByTime(60_000)
    expect((await scan(codeOf())).verdict.reason.code).toBe('key-unknown')
  })

  test('keys that are damaged change nothing', async () => {
    const { profile, scan } = await running()
    const file = join(profile, 'trust', 'keys.json')
    writeFileSync(file, '{')
    utimesSync(file, 1, 1)
    vi.advanceTimersByTime(60_000)
    expect(codeFor((await scan(codeOf())).verdict, 'key')).toBe('key-trusted')
  })
})

describe('a profile’s mode', () => {
  const other = { practice: 'real', real: 'practice' } as const
  const opened = (profile: string) => () =>
    openApp({
      profile,
      version: '1',
      ports: { now: () => now, settings: { read: vi.fn(), write: vi.fn() }, secrets, log: () => undefined },
    })

  test.each(['practice', 'real'] as const)(
    '%s is told to the screen and is the journal’s first entry',
    async (mode) => {
      const { app, profile } = await running({ checkpoint: { mode }, keysFor: mode })
      expect((await app.handlers['kiosk.read']({})).mode).toBe(mode)
      const [first] = readEntries(join(profile, 'journal'), journalKey)
      expect(first?.entry.kind).toBe('journal.begun')
      expect(JSON.parse(first?.payload ?? '')).toMatchObject({ mode })
    },
  )

  test.each(['practice', 'real'] as const)('%s never becomes the other one', async (mode) => {
    const { app, profile } = await running({ checkpoint: { mode }, keysFor: mode })
    app.close()
    const file = join(profile, 'checkpoint.json')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(before), mode: other[mode] }))
    const entries = kinds(profile)
    // Twice: the first refusal leaves nothing locked.
    await expect(opened(profile)()).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode })
    await expect(opened(profile)()).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode })
    expect(kinds(profile)).toEqual(entries)
    writeFileSync(file, before)
    const again = await opened(profile)()
    again.close()
    expect(kinds(profile)).toEqual(entries)
  })

  test('is written into a journal of before there were modes at its next opening, and holds from then on', async () => {
    const { app, profile } = await running({
      checkpoint: { demo: true, mode: undefined },
      keysFor: 'practice',
      async before(folder) {
        const journal = await openIn(join(folder, 'journal'))
        journal.recordScan(rejected, 'camera', now)
        journal.close()
      },
    })
    app.close()
    expect([...readEntries(join(profile, 'journal'), journalKey)].map(({ entry }) => entry.kind).slice(0, 2)).toEqual([
      'scan.verified',
      'journal.begun',
    ])
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify({ kiosk: 'k', name: 'n', lane: '1', demo: false }))
    await expect(opened(profile)()).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode: 'practice' })
  })
})

test('a kiosk whose signed trust lost its root opens, believes nobody and says so', async () => {
  const store = (profile: string): void => void mkdirSync(join(profile, 'trust', 'store', 'g1'), { recursive: true })
  const { app, profile, scan } = await running({ before: store })
  const { standing } = await app.handlers['kiosk.read']({})
  expect(standing.trust).toEqual({ keys: 0, ages: [], damaged: true })
  expect((await scan(codeOf())).verdict).toMatchObject({ outcome: 'check', reason: { code: 'key-unknown' } })
  expect(kinds(profile)).toEqual(['trust.damaged', 'scan.verified'])
})

test('a profile that cannot be opened leaves nothing locked', async () => {
  const { app, profile } = await running()
  const again = () =>
    openApp({
      profile,
      version: '1',
      ports: { now: () => now, settings: { read: vi.fn(), write: vi.fn() }, secrets, log: () => undefined },
    })
  app.close()
  writeFileSync(join(profile, 'trust', 'keys.json'), '{')
  await expect(again()).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
  await expect(again()).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
})
